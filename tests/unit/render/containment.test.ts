import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import { frontMatterText } from '../../support/front-matter.ts';
import { hostileItem, hostileWrapUp } from '../../support/hostile-items.ts';
import { createWrapUp } from '../../support/items.ts';
import { tries } from '../../support/property-tries.ts';

const runs = tries(300);
const timeLimitMs = 120_000;

/**
 * Returns the last top-level blocks, using the reference parser, without link definitions, like it
 * does.
 */
function lastBlocks(body: string): [string, string | null | undefined][] {
  const blocks: [string, string | null | undefined][] = [];
  // commonmark.js 0.31 ends a line at it, and then reads a code span as a fence.
  const text = body.replaceAll('\u2028', '·');
  for (let node = new Parser().parse(text).firstChild; node; node = node.next) {
    blocks.push([node.type, node.type === 'paragraph' ? node.firstChild?.literal : undefined]);
  }
  return blocks.slice(-2);
}

describe('whatever the items and details hold', () => {
  const bodyOf = (
    ...[wrapUp, items]: Parameters<typeof composeDraft> extends [infer W, infer I, ...unknown[]]
      ? [W, I]
      : never
  ) => {
    const draft = composeDraft(wrapUp, items, defaultProfile);
    if (!draft.ok) throw new Error(draft.error.detail);
    const frontMatter = frontMatterText(wrapUp, defaultProfile);
    expect(draft.value.startsWith(frontMatter)).toBe(true);
    return draft.value.slice(frontMatter.length);
  };

  it(
    'the post still ends in its line and its footer',
    () => {
      fc.assert(
        fc.property(hostileWrapUp, fc.array(hostileItem, { maxLength: 4 }), (wrapUp, items) => {
          expect(lastBlocks(bodyOf(wrapUp, items))).toEqual([
            ['thematic_break', undefined],
            ['paragraph', 'Last words.'],
          ]);
        }),
        runs,
      );
    },
    timeLimitMs,
  );

  it(
    'no shortcode starts, except in Hugo’s own comment form',
    () => {
      fc.assert(
        fc.property(hostileWrapUp, fc.array(hostileItem, { maxLength: 4 }), (wrapUp, items) => {
          const body = bodyOf(wrapUp, items);
          // It is read from left to right, as in Hugo.
          const comments = /\{\{(?:<\/\*[\s\S]*?\*\/>|%\/\*[\s\S]*?\*\/%)\}\}/g;
          const withoutComments = body.replace(comments, ' ');
          expect(withoutComments).not.toMatch(/\{\{[<%]/);
        }),
        runs,
      );
    },
    timeLimitMs,
  );

  it(
    'nothing hidden is to be seen',
    () => {
      fc.assert(
        fc.property(fc.array(hostileItem, { maxLength: 3 }), (items) => {
          const secret = items.map((each) => ({ ...each, hidden: true }));
          const body = bodyOf(createWrapUp({ footer: 'Last words.' }), secret);
          const visible: string[] = [];
          for (let node = new Parser().parse(body).firstChild; node; node = node.next) {
            if (node.type !== 'html_block') visible.push(node.type);
            else expect(node.literal).toMatch(/^<!--\n\n(?:(?!-->|--!>)[\s\S])*\n\n-->$/);
          }
          expect(visible).toEqual(['thematic_break', 'paragraph']);
        }),
        runs,
      );
    },
    timeLimitMs,
  );
});
