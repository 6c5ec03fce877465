import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { wrapMarkdown } from '../../lib/render/wrap.ts';
import { hostileItem, hostileWrapUp } from '../support/hostile-items.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { tries } from '../support/property-tries.ts';

if (!hasHugo()) console.info('random drafts by Hugo: skipped, there is no hugo');

/** It is printed with a failure, so that the same posts can be generated again. */
const seed = Number(process.env.PROPERTY_SEED ?? 20261122);
const count = tries(200).numRuns;
const sample = <T>(values: fc.Arbitrary<T>) => fc.sample(values, { seed, numRuns: count });
const frontMatter = '---\ntitle: x\ndate: 2026-11-20\n---\n\n';

/**
 * Prose with goldmark's extensions to CommonMark: tables, footnotes, definitions, strikethrough.
 */
const prose = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...'word a longer-word ~~gone~~ ~x~ "quoted" it\'s -- ... | -- :-: |--| [^1] [^1]: : :smile: https://a.example/b www.a.example *em* **st** `c d` [l m](n) - 2. 1) # + > === {.class} {#id} [x] [ ] \\ 😀 語'.split(
          ' ',
        ),
        '[x y](z "t u")',
        '| a | b |\n| - | - |\n| c | d |',
        '`c  d`',
        '<https://a.example>',
      ),
      fc.constantFrom(' ', ' ', ' ', '\n', '\n', '  \n', '\n\n'),
      fc.constantFrom('', '', '', '> ', '* ', '  ', '    '),
    ),
    { maxLength: 40, size: 'max' },
  )
  .map((parts) =>
    parts.map(([word, gap, start]) => word + gap + (gap.includes('\n') ? start : '')).join(''),
  )
  .filter((text) => !emptyNestedItem.test(text));

/**
 * goldmark 1.5 (Hugo 0.111) reads an indented paragraph after an empty list item as code, against
 * CommonMark, so a wrapped paragraph there proves nothing.
 */
const emptyNestedItem = /(?:^|[ \t>])(?:[*+-]|\d+[.)])[ \t]*(?:\n[ \t]*\n|$)/m;

const asShown = (html = '') =>
  html
    .replace(/\s+/g, ' ')
    .replace(/ (?=<)|(?<=>) /g, '')
    .trim();

describe.skipIf(!hasHugo())(`Hugo takes ${count} random posts (seed ${seed})`, () => {
  it('and builds every draft, its footer in place', async () => {
    const drafts = sample(fc.tuple(hostileWrapUp, fc.array(hostileItem, { maxLength: 5 })));
    const posts = drafts.map(([wrapUp, items], i) => {
      const draft = composeDraft(wrapUp, items, defaultProfile);
      if (!draft.ok) throw new Error(draft.error.detail);
      return { slug: `random-${i}`, markdown: draft.value };
    });
    const build = await buildWithHugo(posts);
    expect(build.stderr).toBe('');
    drafts.forEach(([{ title }], i) => {
      expect(build.details[`random-${i}`]?.title).toBe(title.toWellFormed());
      expect(build.html[`random-${i}`], posts[i]?.markdown).toMatch(
        /<hr>\s*<p>Last words\.<\/p>\s*(?:<div class="footnotes"[\s\S]*)?$/,
      );
    });
  });

  it.each([1, 20, 78])('and shows the same text after filling at column %i', async (column) => {
    const texts = sample(prose);
    const build = await buildWithHugo(
      texts.flatMap((text, i) => [
        { slug: `before-${i}`, markdown: frontMatter + text },
        { slug: `after-${i}`, markdown: frontMatter + wrapMarkdown(text, column) },
      ]),
    );
    expect(build.stderr).toBe('');
    texts.forEach((text, i) => {
      expect(asShown(build.html[`after-${i}`]), JSON.stringify(text)).toBe(
        asShown(build.html[`before-${i}`]),
      );
    });
  });
});
