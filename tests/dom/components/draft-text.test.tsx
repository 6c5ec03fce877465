import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftText } from '../../../components/preview/DraftText.tsx';
import type { Item } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { composePost } from '../../../lib/render/compose.ts';
import {
  createNote,
  createPart,
  createQuote,
  createSpeaker,
  createWrapUp,
} from '../../support/items.ts';
import { click, mount, press } from './support.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function show(items: readonly Item[], startTopPx = 0) {
  const onOpen = vi.fn();
  const wrapUp = createWrapUp({ speakers: [createSpeaker()] });
  const post = composePost(wrapUp, items, defaultProfile);
  if (!post.ok) throw new Error(post.error.detail);
  const { text, pieces } = post.value;
  mount(
    <DraftText {...{ text, pieces, startTopPx, onOpen, isWhole: true }} onScrolled={() => {}} />,
  );
  return { onOpen, text };
}
const draft = () => document.querySelector('.draft') as HTMLElement;
const blocks = () => [...document.querySelectorAll<HTMLElement>('.draft-block')];
const pass = () => act(() => void vi.advanceTimersByTime(1));

describe('the draft', () => {
  it('is shown to the letter, block by block', () => {
    const { text } = show([createNote({ note: '* a\n\nb' }), createQuote()]);
    expect(draft().textContent).toBe(text);
    expect(blocks().map(({ textContent }) => textContent?.slice(0, 6))).toEqual([
      ...['---\nti', 'We had', '* a\n\nb', '> Word', 'Thanks'],
    ]);
  });

  it('leads from each block to what it is from', () => {
    const [note, byHand] = [
      createNote(),
      createPart({ part: 'thanks', byHand: true, note: 'Ta.' }),
    ];
    const { onOpen } = show([note, byHand]);
    for (const block of blocks()) click(block);
    expect(onOpen.mock.calls.flat()).toEqual([
      { kind: 'details' },
      { kind: 'part', part: 'intro' },
      { kind: 'item', id: note.id },
      { kind: 'part', part: 'thanks', rowId: byHand.id },
    ]);
  });

  it('is walked through by arrow keys, with one tab stop, and opened by Enter', () => {
    const note = createNote();
    const { onOpen } = show([note]);
    const buttons = () => blocks().map((block) => block.querySelector('button'));
    const stops = () => buttons().filter((button) => button?.tabIndex === 0);
    expect(stops()).toEqual([buttons()[0]]);
    act(() => buttons()[0]?.focus());
    press('ArrowUp');
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(buttons()[2]);
    expect(stops()).toEqual([buttons()[2]]);
    click(buttons()[2] as Element);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ kind: 'item', id: note.id });
  });

  it('has a button beside each block, which says what it edits', () => {
    const long = 'A note of quite some words, so many that nobody wants to hear all of them twice.';
    show([createNote({ note: `## ${long}` })]);
    const names = blocks().map((block) => block.querySelector('button')?.ariaLabel);
    expect(names[0]).toBe('Edit the details');
    expect(names[2]).toMatch(/^Edit “A note of quite some words, .{10,30}…”$/);
    expect(draft().querySelectorAll('[role=button]')).toHaveLength(0);
  });

  it('leads by the button also while words are selected', () => {
    const { onOpen } = show([createNote()]);
    document.getSelection()?.selectAllChildren(blocks()[1] as HTMLElement);
    click(blocks()[2]?.querySelector('button') as Element);
    expect(onOpen).toHaveBeenCalledOnce();
    document.getSelection()?.removeAllRanges();
  });

  it('leads nowhere while words are selected, which are to be copied', () => {
    const { onOpen } = show([createNote()]);
    document.getSelection()?.selectAllChildren(blocks()[2] as HTMLElement);
    click(blocks()[2] as HTMLElement);
    expect(onOpen).not.toHaveBeenCalled();
    document.getSelection()?.removeAllRanges();
  });
});

describe('a long draft', () => {
  const items = Array.from({ length: 1_000 }, (_, at) => createNote({ note: `Note ${at}.` }));

  it('begins with what is seen, and is whole after some turns', () => {
    const { text } = show(items);
    // A separate page shows about thirty lines.
    expect(blocks().length).toBeGreaterThan(30);
    expect(blocks().length).toBeLessThan(70);
    expect(draft().getAttribute('aria-busy')).toBe('true');
    for (let turn = 0; turn < 60; turn++) {
      const before = blocks().length;
      pass();
      expect(blocks().length - before).toBeLessThan(50);
    }
    expect(draft().textContent).toBe(text);
    expect(draft().getAttribute('aria-busy')).toBe('false');
  });

  it('begins where it was left', () => {
    show(items, 1_000 * 18.6);
    expect(draft().textContent).toContain('Note 500.');
    expect(draft().textContent).not.toContain('Note 1.');
    for (let turn = 0; turn < 60; turn++) pass();
    expect(draft().textContent).toContain('Note 1.');
  });
});
