import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { DetailsForm } from '../../../components/wrap-up/DetailsForm.tsx';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import { createSpeaker, createWrapUp } from '../../support/items.ts';
import { byRole, click, focus, hasRole, mount, nameOf, press, replaceText } from './support.tsx';

/** Shows the form for a wrap-up that takes its edits; returns the current wrap-up. */
const left = new Map<string, string>();

function open(
  changes: Partial<WrapUp> = {},
  typed: Record<string, string> = {},
  unwritten: readonly string[] = [],
): () => WrapUp {
  left.clear();
  let current = createWrapUp(changes);
  let ids = 0;
  function Live() {
    const [wrapUp, setWrapUp] = useState(current);
    return (
      <DetailsForm
        wrapUp={wrapUp}
        typed={typed}
        unwritten={unwritten}
        people={() => []}
        suggested={[]}
        language="en-GB"
        browserZone="Europe/Berlin"
        createId={() => `00000000-0000-4000-8000-88888888888${++ids}`}
        onTyped={(field, text) => left.set(field, text)}
        onEdit={(edits) => {
          current = { ...current, ...edits };
          setWrapUp(current);
        }}
      />
    );
  }
  mount(<Live />);
  return () => current;
}

const field = (name: string) =>
  document.querySelector(`[data-field="${name}"]`) as HTMLInputElement;

const noEvent = { name: '', url: '', startsAt: '', timeZone: '' };
const foldOf = (name: string) => field(name).closest('details') as HTMLDetailsElement;

describe('the details of an opened post', () => {
  const opened = {
    name: 'rings.md',
    digest: 'a'.repeat(64),
    mark: '' as const,
    frontMatter: { format: 'yaml' as const, opening: '---\n', fields: '', closing: '---\n' },
    start: '',
    lineEnd: '\n' as const,
    details: { title: '', slug: 'rings', date: '', draft: false, tags: [], extraFields: [] },
    locked: [],
  };
  const said = () => document.querySelector('form > .hint')?.textContent ?? '';

  it('say which file they change, and let the file keep its name', () => {
    const now = open({ title: 'Rings', slug: 'rings', opened });
    expect(said()).toContain('rings.md');
    replaceText(byRole('textbox', 'Title'), 'Other');
    expect([now().title, now().slug]).toEqual(['Other', 'rings']);
  });

  it('offer no field that the file has no place for, and say which', () => {
    open({ opened: { ...opened, locked: ['tags', 'date'] } });
    expect(said()).toMatch(/can’t be changed in its front matter: .*Tags/);
    expect([hasRole('textbox', 'Tags'), field('date')]).toEqual([false, null]);
  });

  it('say which changed fields are not written into the file', () => {
    open({ opened }, {}, ['tags', 'author', 'constructor']);
    expect(document.querySelector('[role=status]')?.textContent).toContain(
      'Not written into rings.md: Tags, author, constructor.',
    );
  });

  it('say why nothing is written where the front matter is broken, or there is none', () => {
    open({
      opened: { ...opened, brokenAt: 3, locked: ['title', 'date', 'draft', 'tags', 'extraFields'] },
    });
    expect(said()).toContain('line 3');
    const { frontMatter: _, ...bare } = opened;
    open({ opened: { ...bare, locked: ['title', 'date', 'draft', 'tags', 'extraFields'] } });
    expect(document.body.textContent).toContain('has no front matter');
  });
});

describe('the details', () => {
  it('the slug follows the title until it was typed', () => {
    const now = open({ title: 'Meetup #1', slug: 'meetup-1' });
    replaceText(byRole('textbox', 'Title'), 'Hybrid Meetup #55 wrap-up');
    expect(now().slug).toBe('hybrid-meetup-55-wrap-up');
    replaceText(byRole('textbox', 'Slug'), 'mine');
    replaceText(byRole('textbox', 'Title'), 'Another title');
    expect([now().title, now().slug]).toEqual(['Another title', 'mine']);
  });

  it.each([
    ['Event', ['Name', 'Address', 'Starts', 'Time zone', 'Venue']],
    ['Event', ['Venue’s web address', 'Venue’s street and town']],
    ['Event', ['Organiser', 'Organiser address']],
    ['Speakers', ['Name', 'Address', 'Role', 'Organisation', 'Organisation address']],
    ['Recording', ['Address', 'Picture path or address', 'Picture alt text']],
  ])('each field of “%s” has a name of its own in it: %j', (legend, names) => {
    open();
    click(byRole('button', 'Add speaker'));
    const group = [...document.querySelectorAll('fieldset')].find(
      (each) => each.querySelector('legend')?.textContent?.trim() === legend,
    );
    const found = [...(group?.querySelectorAll('input') ?? [])].map(nameOf);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(names));
  });

  it('fields of one group keep each other, typed one right after the other', () => {
    const now = open();
    replaceText(field('event.name'), 'Meetup');
    replaceText(field('event.url'), 'https://meet.example/1');
    replaceText(field('event.startsAt'), '2026-03-17 19:00');
    replaceText(field('event.timeZone'), 'Europe/Berlin');
    expect(now().event).toEqual({
      name: 'Meetup',
      url: 'https://meet.example/1',
      startsAt: '2026-03-17T19:00',
      timeZone: 'Europe/Berlin',
    });
    replaceText(field('venue.name'), 'Kontor');
    replaceText(field('venue.url'), 'https://kontor.example');
    expect(now().venue).toEqual({ name: 'Kontor', url: 'https://kontor.example' });
    replaceText(field('venueAddress'), 'Hafenstraße 7, Leipzig');
    expect(now().venueAddress).toBe('Hafenstraße 7, Leipzig');
  });

  it('a start takes the browser’s time zone where none is written, and says so', () => {
    const now = open({ date: '2026-03-19T10:30:00+01:00', event: noEvent });
    replaceText(field('event.startsAt'), '17 March');
    expect(now().event).toMatchObject({ startsAt: '2026-03-17', timeZone: '' });
    replaceText(field('event.startsAt'), '17 March 7 pm');
    expect(now().event).toMatchObject({
      startsAt: '2026-03-17T19:00',
      timeZone: 'Europe/Berlin',
    });
    const hint = () =>
      document.getElementById(field('event.timeZone').getAttribute('aria-describedby') ?? '')
        ?.textContent;
    expect(hint()).toBe('From your browser’s time zone');
    replaceText(field('event.timeZone'), 'Europe/Paris');
    expect(hint()).toBeUndefined();
  });

  it('speakers are added, filled, moved and removed', () => {
    const now = open({ speakers: [createSpeaker({ name: 'Ada Example' })] });
    click(byRole('button', 'Add speaker'));
    const id = now().speakers[1]?.id ?? '';
    replaceText(field(`speaker.${id}.name`), 'Bo Sample');
    replaceText(field(`speaker.${id}.url`), 'https://bo.example');
    replaceText(field(`speaker.${id}.role`), 'Architect');
    replaceText(field(`speaker.${id}.affiliation.name`), 'Tidepool');
    replaceText(field(`speaker.${id}.affiliation.url`), 'https://tidepool.example');
    expect(now().speakers[1]).toEqual({
      id,
      name: 'Bo Sample',
      url: 'https://bo.example',
      role: 'Architect',
      rolePosition: 'after',
      affiliation: { name: 'Tidepool', url: 'https://tidepool.example' },
    });
    click(byRole('button', 'Move “Bo Sample” up'));
    expect(now().speakers.map((speaker) => speaker.name)).toEqual(['Bo Sample', 'Ada Example']);
    click(byRole('button', 'Remove “Ada Example”'));
    expect(now().speakers.map((speaker) => speaker.name)).toEqual(['Bo Sample']);
  });

  it('one talk has no list: its title, slides and repository are folded until they are used', () => {
    const now = open();
    expect(document.querySelector('ol.people')).toBeNull();
    expect(foldOf('talk.slides').open).toBe(false);
    replaceText(field('talk.slides'), 'https://slides.example/1');
    expect(foldOf('talk.slides').open).toBe(true);
    replaceText(field('recording.url'), 'https://video.example/1');
    expect(now()).toMatchObject({
      recording: { url: 'https://video.example/1' },
      talks: [{ slides: 'https://slides.example/1', recording: { url: '' } }],
    });
  });

  it('further talks make a list, whose fields are written where they belong', () => {
    const now = open({ speakers: [createSpeaker({ name: 'Ada Example' })] });
    replaceText(field('recording.url'), 'https://video.example/1');
    click(byRole('button', 'Add another talk'));
    const [first, second] = now().talks?.map(({ id }) => id) ?? [];
    replaceText(field(`talk.${second}.title`), 'Rings');
    replaceText(field(`talk.${second}.slides`), 'https://slides.example/2');
    replaceText(field(`talk.${second}.repository`), 'https://code.example/2');
    replaceText(field(`talk.${second}.recording.url`), 'https://video.example/2');
    click(byRole('checkbox', 'Ada Example'));
    expect(now().talks?.[1]).toEqual({
      id: second,
      title: 'Rings',
      speakerIds: [now().speakers[0]?.id],
      slides: 'https://slides.example/2',
      repository: 'https://code.example/2',
      recording: { url: 'https://video.example/2', picture: '', pictureAlt: '' },
    });
    click(byRole('button', 'Move “Rings” up'));
    expect(now().talks?.map(({ id }) => id)).toEqual([second, first]);
    expect(now().recording.url).toBe('https://video.example/1');
    click(byRole('button', 'Remove “Rings”'));
    expect(field('recording.url').value).toBe('https://video.example/1');
    expect(document.querySelector('ol.people')).toBeNull();
  });

  it('a speaker added in a talk is one of it, and is shown among the speakers to be filled', () => {
    const now = open({ speakers: [createSpeaker({ name: 'Ada Example' })] });
    click(byRole('button', 'Add another talk'));
    const talk = document.querySelector('.talk-speakers') as Element;
    click(talk.querySelector('button') as Element);
    const added = now().speakers[1]?.id ?? '';
    expect(now().talks?.[1]?.speakerIds).toEqual([added]);
    expect(field(`speaker.${added}.name`)).not.toBeNull();
  });

  it('a speaker of no other talk stays with the first', () => {
    open({ speakers: [createSpeaker({ name: 'Ada Example' })] });
    click(byRole('button', 'Add another talk'));
    click(document.querySelector('ol.people .person-main') as Element);
    const box = byRole('checkbox', 'Ada Example') as HTMLInputElement;
    expect([box.checked, box.disabled]).toEqual([true, true]);
  });

  it('Escape in an open talk closes it, and the focus goes back to its line', () => {
    open();
    click(byRole('button', 'Add another talk'));
    focus(byRole('textbox', 'Talk title'));
    expect(press('Escape')).toBe(true);
    expect(hasRole('textbox', 'Talk title')).toBe(false);
    expect(document.activeElement?.className).toBe('person-main');
  });

  it('what is seldom used is folded, and open where it is filled', () => {
    open();
    expect(['venueAddress', 'organiser.name', 'slug'].map((name) => foldOf(name).open)).toEqual([
      false,
      false,
      false,
    ]);
    open({ venueAddress: 'Quay 1', extraFields: [{ key: 'author', value: '' }] });
    expect(['venueAddress', 'slug'].map((name) => foldOf(name).open)).toEqual([true, true]);
    open({ title: 'Meetup', slug: 'mine' });
    expect(foldOf('slug').open).toBe(true);
  });

  it('more front matter takes a name and a value; a name once', () => {
    const now = open();
    const add = (name: string) => {
      click(byRole('button', 'Add a field'));
      replaceText(field('extra.new'), name);
      click(byRole('button', 'Add this field'));
    };
    add(' author ');
    replaceText(field('extra.0.value'), 'The group');
    add('author');
    add('');
    expect(now().extraFields).toEqual([{ key: 'author', value: 'The group' }]);
    click(byRole('button', 'Remove the field “author”'));
    expect(now().extraFields).toEqual([]);
  });

  it('Enter adds a field by its name, Escape gives it up and keeps the popup open', () => {
    const now = open();
    click(byRole('button', 'Add a field'));
    replaceText(field('extra.new'), 'author');
    expect(press('Enter')).toBe(true);
    expect(now().extraFields).toEqual([{ key: 'author', value: '' }]);
    click(byRole('button', 'Add a field'));
    replaceText(field('extra.new'), 'draft');
    expect(press('Escape')).toBe(true);
    expect(field('extra.new')).toBeNull();
    expect(now().extraFields).toHaveLength(1);
    expect(left.get('extraField')).toBe('');
  });

  it('what is begun and cannot be stored yet is kept, and comes back', () => {
    open();
    replaceText(byRole('textbox', 'Date'), '2026-03-');
    click(byRole('button', 'Add a field'));
    replaceText(field('extra.new'), 'auth');
    replaceText(byRole('textbox', 'Tags'), 'meet');
    expect(Object.fromEntries(left)).toEqual({
      date: '2026-03-',
      tags: 'meet',
      extraField: 'auth',
    });
    open({}, Object.fromEntries(left));
    expect(field('date').value).toBe('2026-03-');
    expect(field('date').getAttribute('aria-invalid')).toBe('true');
    expect(field('tags').value).toBe('meet');
    expect(field('extra.new').value).toBe('auth');
    replaceText(byRole('textbox', 'Date'), '2026-03-19 10:30 +01:00');
    expect(left.get('date')).toBe('');
  });
});

describe('a speaker who is opened', () => {
  const openSpeaker = async (changes: Parameters<typeof createSpeaker>[0]) => {
    const now = open({ speakers: [createSpeaker({ name: 'Ada Example', ...changes })] });
    click(document.querySelector('.person-main') as Element);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return now;
  };
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset.field ?? '';

  it('is continued where something is missing', async () => {
    await openSpeaker({ role: '' });
    expect(focused()).toMatch(/\.role$/);
    await openSpeaker({ role: 'Architect', affiliation: { name: '', url: '' } });
    expect(focused()).toMatch(/\.affiliation\.name$/);
    await openSpeaker({ role: 'Architect', affiliation: { name: 'Tidepool', url: '' } });
    expect(focused()).toBe('');
  });

  it('has a role after the name if it is written in parentheses', async () => {
    const now = await openSpeaker({ role: '', rolePosition: 'before' });
    const role = document.activeElement as HTMLInputElement;
    replaceText(role, '(Architect');
    expect(now().speakers[0]).toMatchObject({ role: '(Architect', rolePosition: 'before' });
    replaceText(role, '(Architect)');
    expect(now().speakers[0]).toMatchObject({ role: 'Architect', rolePosition: 'after' });
    expect(role.value).toBe('(Architect)');
    replaceText(role, 'Architect (of tides)');
    expect(now().speakers[0]).toMatchObject({
      role: 'Architect (of tides)',
      rolePosition: 'before',
    });
  });
});

describe('the organisation of a speaker', () => {
  const url = 'https://opencloud.example';
  const speakers = [
    createSpeaker({ name: 'Ada Example', affiliation: { name: 'OpenCloud', url } }),
    createSpeaker({ name: 'Bob Example' }),
  ];
  const fieldOf = (name: string) => field(`speaker.${speakers[1]?.id}.affiliation.${name}`);
  const openSecond = () => {
    const now = open({ speakers });
    click([...document.querySelectorAll<HTMLElement>('.person-main')][1] as HTMLElement);
    return () => now().speakers[1]?.affiliation;
  };

  it('has the address that another speaker’s has under that name, as long as it is called so', () => {
    const now = openSecond();
    replaceText(fieldOf('name'), 'opencloud');
    expect(now()).toEqual({ name: 'opencloud', url });
    replaceText(fieldOf('name'), 'OpenCloud Labs');
    expect(now()).toEqual({ name: 'OpenCloud Labs', url: '' });
  });

  it('keeps the address that was typed, whatever it is called', () => {
    const now = openSecond();
    replaceText(fieldOf('url'), 'https://other.example');
    replaceText(fieldOf('name'), 'OpenCloud');
    expect(now()).toEqual({ name: 'OpenCloud', url: 'https://other.example' });
  });
});
