import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import {
  ClipList,
  type ClipListProps,
  type PartsOfList,
} from '../../../components/clips/ClipList.tsx';
import { PartEditor } from '../../../components/clips/PartEditor.tsx';
import type { PartLook } from '../../../components/clips/PartRow.tsx';
import { partName } from '../../../components/clips/part-name.ts';
import { createNote, createPart, createWrapUp } from '../../support/items.ts';
import { wholeList } from '../../support/whole-list.ts';
import { clipListProps } from './clip-list-props.ts';
import { byRole, click, focus, hasRole, mount, press, replaceText } from './support.tsx';

const intro = createPart({ part: 'intro' });
const note = createNote({ note: 'Mine.' });
const thanks = createPart({ part: 'thanks' });
const looks: Record<string, PartLook> = {
  [intro.id]: {
    name: 'Introduction',
    text: 'We met *again*.',
    untouched: true,
    outdated: false,
    gone: false,
  },
  [thanks.id]: { name: 'Thanks', text: '', untouched: true, outdated: false, gone: false },
};
const lookOf = (id: string, changes: Partial<PartLook> = {}): PartLook => {
  const look = looks[id];
  if (!look) throw new Error('No such part');
  return { ...look, ...changes };
};

function setUp(changes: Partial<ClipListProps> = {}, parts: Partial<PartsOfList> = {}) {
  const partsOfList: PartsOfList = {
    look: ({ id }) => lookOf(id),
    isUnstored: (id) => id === intro.id || id === thanks.id,
    onByHand: vi.fn(),
    onReset: vi.fn(),
    onLandBelow: vi.fn(),
    ...parts,
  };
  const items = wholeList([intro, note, thanks]);
  const props = clipListProps({ items, parts: partsOfList, ...changes });
  mount(<ClipList {...props} />);
  return { props, parts: partsOfList };
}
const main = (id: string) =>
  document.querySelector(`[data-id="${id}"] .clip-main`) as HTMLButtonElement;

describe('rows of parts of the template', () => {
  it('have a name, how they begin, and controls that name them', () => {
    setUp();
    expect(byRole('button', 'Template part Introduction We met again.')).toBe(main(intro.id));
    expect(byRole('button', 'Template part Thanks prints nothing yet')).toBe(main(thanks.id));
    expect(hasRole('button', 'Hide “Introduction” in the post')).toBe(true);
    expect(hasRole('button', 'Insert below “Introduction”')).toBe(true);
  });

  it('offer to be written by hand, and no way back while nothing was changed', () => {
    const { parts } = setUp();
    click(byRole('button', 'More for “Introduction”'));
    expect(hasRole('menuitem', 'Back to the template')).toBe(false);
    click(byRole('menuitem', 'Write by hand for this post'));
    expect(parts.onByHand).toHaveBeenCalledExactlyOnceWith(intro.id);
  });

  it.each([
    [true, 'Back to the template'],
    [false, 'Back to its place in the template'],
  ])('by hand %s: offer “%s”, and say what they are', (byHand, label) => {
    const row = { ...intro, byHand, note: byHand ? 'Own words.' : '' };
    const look = () => lookOf(intro.id, { untouched: false, outdated: byHand });
    const { parts } = setUp({ items: wholeList([row, note]) }, { look });
    expect(main(intro.id).textContent?.includes('details changed')).toBe(byHand);
    click(byRole('button', 'More for “Introduction”'));
    click(byRole('menuitem', label));
    expect(parts.onReset).toHaveBeenCalledExactlyOnceWith(intro.id);
  });

  it('move by key past clips, are hidden, and are among what is selected', () => {
    const { props } = setUp();
    focus(main(intro.id));
    press('ArrowDown', { altKey: true });
    expect(props.onMove).toHaveBeenLastCalledWith([intro.id], note.id, 1);
    click(byRole('button', 'Hide “Introduction” in the post'));
    expect(props.onHide).toHaveBeenLastCalledWith([intro.id], true);
    press('a', { ctrlKey: true });
    press('Delete');
    expect(props.onDelete).toHaveBeenCalledOnce();
    expect(vi.mocked(props.onDelete).mock.lastCall?.[0]).toHaveLength(3);
  });

  it('leave clips between them that go to an end; go to the end themselves', () => {
    const second = createNote({ note: 'Second.' });
    const { props } = setUp({ items: wholeList([intro, note, second, thanks]) });
    focus(main(second.id));
    press('Home', { altKey: true });
    expect(props.onMove).toHaveBeenLastCalledWith([second.id], intro.id, undefined);
    focus(main(note.id));
    press('End', { altKey: true });
    expect(props.onMove).toHaveBeenLastCalledWith([note.id], expect.anything(), undefined);
    focus(main(intro.id));
    press('End', { altKey: true });
    expect(props.onMove).toHaveBeenLastCalledWith([intro.id], thanks.id, undefined);
  });

  it('have room before the first, for something new and for what lands', () => {
    const { props, parts } = setUp();
    click(byRole('button', 'Insert at the start'));
    click(byRole('menuitem', 'Heading'));
    expect(props.onInsert).toHaveBeenCalledExactlyOnceWith('heading', null);
    click(byRole('button', 'Insert at the start'));
    click(byRole('menuitem', 'New clips land here'));
    expect(parts.onLandBelow).toHaveBeenCalledExactlyOnceWith(null);
    focus(main(intro.id));
    press('l');
    expect(parts.onLandBelow).toHaveBeenLastCalledWith(intro.id);
    expect(props.onLand).not.toHaveBeenCalled();
  });

  it('are no stop for Tab before anybody was in the list: its last clip is', () => {
    setUp();
    const stops = [...document.querySelectorAll('.clips [tabindex="0"]')];
    expect(new Set(stops.map((stop) => stop.closest('li')?.dataset.id))).toEqual(
      new Set([note.id]),
    );
  });
});

describe('an open part', () => {
  const open = (item = intro, look = lookOf(intro.id), output = look.text) => {
    const props = {
      ...{ item, look, output },
      onText: vi.fn(),
      onHide: vi.fn(),
      onByHand: vi.fn(),
      onReset: vi.fn(),
      onTakeOver: vi.fn(),
      onKeepMine: vi.fn(),
      onClose: vi.fn(),
    };
    mount(<PartEditor {...props} />);
    return props;
  };
  const byHand = { ...intro, byHand: true, base: 'We met on Monday.' };

  it('shows what it prints, and can be written by hand', () => {
    const props = open();
    expect(document.querySelector('.part-text')?.textContent).toBe('We met *again*.');
    click(byRole('button', 'Write by hand for this post'));
    expect(props.onByHand).toHaveBeenCalledOnce();
  });

  it('takes words by hand', () => {
    const props = open({ ...byHand, note: 'Own.' }, lookOf(intro.id, { text: 'Own.' }), 'We met.');
    replaceText(byRole('textbox', 'Words of “Introduction”'), 'My own.');
    expect(props.onText).toHaveBeenLastCalledWith('My own.');
    click(byRole('button', 'Back to the template'));
    expect(props.onReset).toHaveBeenCalledOnce();
  });

  it('shows old and new once its details have changed, and takes over what changed', () => {
    const item = { ...byHand, note: 'We met on Monday. It rained.' };
    const props = open(item, lookOf(intro.id, { outdated: true }), 'We met on Tuesday.');
    const changed = document.querySelector('.part-changed');
    expect([...(changed?.querySelectorAll('dd') ?? [])].map((each) => each.textContent)).toEqual([
      'We met on Monday.',
      'We met on Tuesday.',
    ]);
    click(byRole('button', 'Update'));
    const taken = { note: 'We met on Tuesday. It rained.', base: 'We met on Tuesday.' };
    expect(props.onTakeOver).toHaveBeenCalledExactlyOnceWith(taken, false);
    click(byRole('button', 'Keep mine'));
    expect(props.onKeepMine).toHaveBeenCalledExactlyOnceWith({ base: 'We met on Tuesday.' });
    click(byRole('button', 'Back to the template'));
    expect(props.onReset).toHaveBeenCalledOnce();
  });

  it('that the template has no longer can be deleted, as there is no way back', () => {
    const props = open({ ...byHand, note: 'Own.' }, lookOf(intro.id, { gone: true }));
    click(byRole('button', 'Delete'));
    expect(props.onReset).toHaveBeenCalledOnce();
    expect(hasRole('button', 'Back to the template')).toBe(false);
  });
});

it('parts are called by plain words, one of several talks by its title', () => {
  const wrapUp = createWrapUp();
  const talkId = wrapUp.id;
  const talk = { id: talkId, title: 'Tides', speakerIds: [], slides: '', repository: '' };
  const recording = { url: '', picture: '', pictureAlt: '' };
  const evening = { ...wrapUp, talks: [{ ...talk, recording }] };
  expect(partName({ part: 'talk', talkId }, evening)).toBe('Talk: Tides');
  expect(partName({ part: 'recording' }, evening)).toBe('Recording’s picture');
  expect(partName({ part: 'of my own' }, evening)).toBe('of my own');
});
