import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { SpeakersField } from '../../../components/wrap-up/SpeakersField.tsx';
import type { Speaker } from '../../../lib/core/post/wrap-up.ts';
import type { KnownSpeaker } from '../../../lib/details/known-speaker.ts';
import { createSpeaker } from '../../support/items.ts';
import { blur, byRole, click, focus, mount, press, replaceText } from './support.tsx';

const known = (name: string, changes: Partial<Speaker> = {}): KnownSpeaker => ({
  speaker: createSpeaker({ name, ...changes }),
  wrapUpTitle: 'Meetup #3',
});
const ada = known('Ada Example', {
  url: 'https://social.example/@ada',
  role: 'Architect',
  rolePosition: 'after',
  affiliation: { name: 'Tidepool', url: 'https://tide.example/' },
});
const people = [ada, known('Bo Adams'), known('Cy Sample')];

function open(start: Speaker[] = [], suggested: KnownSpeaker[] = []): () => Speaker[] {
  let current = start;
  let asked = 0;
  function Live() {
    const [speakers, setSpeakers] = useState(current);
    const [openId, setOpenId] = useState<string | null>(null);
    return (
      <SpeakersField
        speakers={speakers}
        openId={openId}
        onOpen={setOpenId}
        people={() => {
          asked++;
          return people;
        }}
        suggested={speakers.length === 0 ? suggested : []}
        createId={() => `00000000-0000-4000-8000-88888888888${speakers.length}`}
        onSpeakers={(next) => {
          current = next;
          setSpeakers(next);
        }}
      />
    );
  }
  mount(<Live />);
  expect(asked, 'nobody is looked up before it is asked for').toBe(0);
  return () => current;
}

const field = () => byRole('combobox', 'Name');
const offered = () =>
  [...document.querySelectorAll('[role=option]')].map((option) => option.textContent);
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

function add(): () => Speaker[] {
  const now = open();
  click(byRole('button', 'Add speaker'));
  return now;
}

describe('typing a name', () => {
  it('offers those who spoke before, and picks nobody by itself', () => {
    const now = add();
    expect(field().getAttribute('aria-expanded')).toBe('false');
    replaceText(field(), 'ad');
    expect(offered()).toEqual([
      'Ada ExampleArchitect, Tidepool, social.example',
      'Bo AdamsMeetup #3',
    ]);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(document.querySelector('.speaker-name [role=status]')?.textContent).toBe(
      '2 people from earlier wrap-ups',
    );
    press('Enter');
    expect(now()[0]).toMatchObject({ name: 'ad', role: '' });
  });

  it('arrows go through the list, Enter fills all fields in', () => {
    const now = add();
    replaceText(field(), 'ad');
    expect(press('ArrowDown')).toBe(true);
    expect(active()).toContain('Ada Example');
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowUp');
    expect(active()).toContain('Bo Adams');
    press('ArrowDown');
    expect(press('Enter')).toBe(true);
    expect(now()[0]).toEqual({ ...ada.speaker, id: now()[0]?.id });
    expect((field() as HTMLInputElement).value).toBe('Ada Example');
    expect(offered()).toEqual([]);
  });

  it('the pointer picks, too', () => {
    const now = add();
    replaceText(field(), 'bo');
    click(byRole('option', 'Bo AdamsMeetup #3'));
    expect(now()[0]?.name).toBe('Bo Adams');
  });

  it('Escape closes the list and nothing else; the arrow opens it for an empty field', () => {
    const now = add();
    replaceText(field(), 'ada');
    expect(press('Escape')).toBe(true);
    expect(offered()).toEqual([]);
    expect(now()[0]?.name).toBe('ada');
    replaceText(field(), '');
    expect(offered()).toEqual([]);
    press('ArrowDown');
    expect(offered()).toHaveLength(3);
    blur();
    expect(offered()).toEqual([]);
    // With no list it closes the speaker's fields, which had the focus.
    focus(field());
    expect(press('Escape')).toBe(true);
    expect(document.querySelector('.person-fields')).toBeNull();
  });

  it('somebody who is a speaker already is not offered', () => {
    open([createSpeaker({ name: 'Ada Example', url: 'https://social.example/@Ada' })]);
    click(byRole('button', 'Add speaker'));
    replaceText(field(), 'a');
    expect(offered()).toEqual(['Bo AdamsMeetup #3']);
  });

  it('what was typed in the other fields stays', () => {
    const now = add();
    const role = document.querySelector('[data-field$=".role"]') as HTMLElement;
    replaceText(role, 'Founder');
    focus(field());
    replaceText(field(), 'ada');
    press('ArrowDown');
    press('Enter');
    expect(now()[0]).toMatchObject({ role: 'Founder', url: 'https://social.example/@ada' });
  });
});

it('those of the event’s page who spoke before are one click away', () => {
  const now = open([], [ada]);
  click(byRole('button', 'Ada ExampleArchitect, Tidepool'));
  expect(now()).toEqual([{ ...ada.speaker, id: now()[0]?.id }]);
  expect(document.querySelector('.suggested')).toBeNull();
});
