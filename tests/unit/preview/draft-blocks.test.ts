import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chunksOf,
  type DraftChunk,
  draftBlocks,
  postBlocks,
} from '../../../components/preview/draft-blocks.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import { BlockCache } from '../../../lib/render/items/block-cache.ts';
import { hostileItem } from '../../support/hostile-items.ts';
import { createNote, createSpeaker, createWrapUp } from '../../support/items.ts';

const wrapUp = createWrapUp({ speakers: [createSpeaker()] });

const compose = (items: readonly Item[], cache?: BlockCache) => {
  const made = exportWrapUp(wrapUp, items, defaultProfile, () => true, cache);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
};

const place = fc.nat({ max: 120 });
const step = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), at: place, to: hostileItem }),
  fc.record({ do: fc.constant('add' as const), at: place, to: hostileItem }),
  fc.record({ do: fc.constant('remove' as const), at: place, count: fc.nat({ max: 30 }) }),
  fc.record({ do: fc.constant('move' as const), at: place, count: fc.nat({ max: 5 }), to: place }),
  fc.record({ do: fc.constant('hide' as const), at: place }),
  fc.record({ do: fc.constant('undo' as const), steps: fc.integer({ min: 1, max: 4 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Returns the items after a step; `past` are those before each earlier step. */
function after(items: readonly Item[], past: readonly (readonly Item[])[], how: Step) {
  const next = [...items];
  if (how.do === 'undo') return past.at(-how.steps) ?? items;
  const at = how.at % (items.length + 1);
  const old = next[at];
  if (how.do === 'add') next.splice(at, 0, { ...how.to, id: crypto.randomUUID() });
  else if (how.do === 'remove') next.splice(at, how.count);
  else if (how.do === 'move') next.splice(how.to % next.length, 0, ...next.splice(at, how.count));
  else if (old && how.do === 'edit') next[at] = { ...how.to, id: old.id };
  else if (old && how.do === 'hide') next[at] = { ...old, hidden: !old.hidden };
  return next;
}

const flat = (chunks: readonly DraftChunk[]) => chunks.flatMap(({ blocks }) => blocks);

describe('a post that is composed again after each of many edits, moves and undos', () => {
  it('is in text, files and preview what it is composed afresh', () => {
    const first = fc.array(hostileItem, { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(first, fc.array(step, { maxLength: 12 }), (begun, steps) => {
        let items: readonly Item[] = begun.map((item, at) => ({ ...item, id: `item-${at}` }));
        const past: (readonly Item[])[] = [];
        const cache = new BlockCache();
        let chunks: DraftChunk[] = [];
        for (const how of [undefined, ...steps]) {
          if (how) {
            const next = after(items, past, how);
            past.push(items);
            items = next;
          }
          const again = compose(items, cache);
          expect(again).toEqual(compose(items));
          const blocks = postBlocks(again.post.pieces);
          chunks = chunksOf(blocks, chunks);
          expect(flat(chunks).map(({ text, target }) => ({ text, target }))).toEqual(
            blocks.map(({ text, target }) => ({ text, target })),
          );
          expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length);
          expect(Math.max(...chunks.map((each) => each.blocks.length))).toBeLessThanOrEqual(40);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('shows of each block what stands in its lines of the text', () => {
    fc.assert(
      fc.property(fc.array(hostileItem, { maxLength: 20 }), (items) => {
        const { draft, post } = compose(items.map((item, at) => ({ ...item, id: `item-${at}` })));
        const lines = draft.split('\n');
        const ofText = draftBlocks(draft, post.pieces).slice(1);
        for (const [at, { text, target }] of postBlocks(post.pieces).slice(1).entries()) {
          const piece = post.pieces.filter(({ lineCount }) => lineCount > 0)[at];
          const { firstLine = 0, lineCount = 0 } = piece ?? {};
          expect(text).toBe(lines.slice(firstLine, firstLine + lineCount).join('\n'));
          expect(target).toEqual(ofText[at]?.target);
          expect(ofText[at]?.text.startsWith(text)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the stretches that a preview is set in', () => {
  const notes = Array.from({ length: 200 }, (_, at) => createNote({ note: `Note ${at}.` }));
  const set = (items: readonly Item[], before: readonly DraftChunk[] = []) =>
    chunksOf(postBlocks(compose(items).post.pieces), before).map((chunk) => ({
      ...chunk,
      isSet: true,
    }));
  const changed = (before: readonly DraftChunk[], items: readonly Item[]) => {
    const chunks = chunksOf(postBlocks(compose(items).post.pieces), before);
    const known = new Set(flat(before));
    return {
      chunks: chunks.filter((chunk) => !before.includes(chunk)),
      blocks: flat(chunks).filter((block) => !known.has(block)),
    };
  };

  it('are the same objects but for the one with the block whose words changed', () => {
    const before = set(notes);
    const edited = notes.map((note, at) => (at === 90 ? { ...note, note: 'Other.' } : note));
    const { chunks, blocks } = changed(before, edited);
    expect(chunks).toHaveLength(1);
    expect(blocks.map(({ text }) => text)).toEqual(['Other.']);
  });

  it('change in one where a block comes in, goes or moves a little, and stay set', () => {
    const before = set(notes);
    const added = createNote({ note: 'New.' });
    for (const next of [
      notes.toSpliced(90, 0, added),
      // Between two of them, and at the end.
      ...Array.from({ length: 20 }, (_, at) => notes.toSpliced(60 + at, 0, added)),
      [...notes, added],
      notes.toSpliced(90, 1),
      notes.toSpliced(90, 2, ...notes.slice(90, 92).reverse()),
    ]) {
      const { chunks, blocks } = changed(before, next);
      expect(chunks.length).toBeLessThanOrEqual(2);
      expect(chunks.every(({ isSet }) => isSet)).toBe(true);
      expect(blocks.length).toBeLessThanOrEqual(1);
    }
  });

  it('are not set where they are the rest of a post that had only begun', () => {
    const { chunks } = changed(set(notes.slice(0, 50)), notes);
    expect(chunks.filter(({ isSet }) => isSet).length).toBeLessThanOrEqual(2);
    expect(chunks.length).toBeGreaterThan(6);
  });
});
