import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { fragmentOf, treeOf } from '../../support/html-tree.ts';
import { renderCommonMark } from '../../support/render-commonmark.ts';
import { renderGfm } from '../../support/render-gfm.ts';
import { examples, gfmMissing } from '../../support/specification.ts';

/** Unsupported cases, each with its reason. */
const outOfReach: Record<string, string> = {};

describe('every example of the specifications comes back as it was', () => {
  const all = examples();
  if (gfmMissing) console.warn(`skipped: ${gfmMissing}`);

  test('none is left out of the count', () => {
    expect(all.length).toBe(gfmMissing ? 580 : 625);
  });

  test.each(all.map((example) => [example.name, example] as const))('%s', (name, example) => {
    const markdown = htmlToMarkdown(fragmentOf(example.html));
    const render = example.flavour === 'gfm' ? renderGfm : renderCommonMark;
    const isSame = treeOf(fragmentOf(render(markdown))) === treeOf(fragmentOf(example.html));
    if (outOfReach[name]) expect(isSame, 'no longer out of reach').toBe(false);
    else
      expect(treeOf(fragmentOf(render(markdown))), markdown).toBe(treeOf(fragmentOf(example.html)));
  });
});
