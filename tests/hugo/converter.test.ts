// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTarget } from '../../lib/core/address/link-target.ts';
import { htmlToMarkdown } from '../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../lib/page/sanitise.ts';
import { hostileText } from '../support/hostile-text.ts';
import { fragmentOf, treeOf } from '../support/html-tree.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { renderGfm } from '../support/render-gfm.ts';
import { examples, gfmMissing } from '../support/specification.ts';
import { textOf } from '../support/text-of.ts';

if (!hasHugo()) console.info('examples by Hugo: skipped, there is no hugo');
if (gfmMissing) console.info(`skipped: ${gfmMissing}`);

/**
 * Turns off what Hugo adds to any text by default: curly quotes, ids of headings, colours in code.
 */
const config = `markup:
  goldmark:
    extensions:
      typographer: false
    parser:
      autoHeadingID: false
  highlight:
    codeFences: false
`;

/** Unsupported cases, each with its reason. */
const outOfReach: Record<string, string> = {
  'CommonMark 520': 'goldmark shows the backslashes of an alternative text',
};

/** goldmark aligns by style. */
const aligned = (html: string): string => html.replace(/ style="text-align:(\w+)"/g, ' align="$1"');

test.skipIf(!hasHugo())('every example, as a quote in a post, shows the same by Hugo', async () => {
  const quotes = examples().map((example) => ({
    ...example,
    slug: example.name.replace(/\W+/g, '-').toLowerCase(),
    html: `<blockquote>${example.html}</blockquote>`,
  }));
  const posts = quotes.map(({ slug, html }) => ({
    slug,
    markdown: `---\ntitle: x\n---\n\n${htmlToMarkdown(fragmentOf(html))}\n`,
  }));
  const build = await buildWithHugo(posts, { config });
  expect(build.stderr).toBe('');
  const different = quotes
    .filter(
      ({ slug, html }) =>
        treeOf(fragmentOf(aligned(build.html[slug] ?? ''))) !== treeOf(fragmentOf(html)),
    )
    .map(({ name }) => name);
  expect(different).toEqual(Object.keys(outOfReach));
});

const pagesFolder = resolve(process.cwd(), 'tests/fixtures/pages');
const pages = readdirSync(pagesFolder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({
    slug: file.replace(/\.md$/, ''),
    markdown: readFileSync(`${pagesFolder}/${file}`, 'utf8'),
  }));
/** The `:` of a definition belongs to Markdown, though no GFM renderer knows it. */
const wordsOf = (html: string): string[] =>
  textOf(fragmentOf(html))
    .split(/\s+/)
    .filter((word) => word !== ':');

/** Superscripts are written as separate characters. */
const level = (text: string): string => text.normalize('NFKC');

/**
 * Returns words and addresses that a reader saw in a table of the page, but that the post does not
 * show.
 */
function lostFromTables(slug: string, posted: string): string[] {
  const page = fragmentOf(readFileSync(`${pagesFolder}/${slug}.html`, 'utf8'));
  const baseUrl = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const shown = sanitise(page, { baseUrl });
  const post = fragmentOf(posted);
  const words = new Set(level(post.textContent ?? '').split(/[\s·|]+/));
  const addresses = new Set(addressesIn(post));
  return [...shown.querySelectorAll('table')].flatMap((table) => [
    ...level(textOf(table))
      .split(/[\s·|]+/)
      .filter((word) => word !== '' && !words.has(word)),
    ...addressesIn(table).filter((address) => !addresses.has(address)),
  ]);
}
const addressesIn = (root: ParentNode): string[] =>
  [...root.querySelectorAll('a[href], img[src]')].map((element) =>
    decodeURI(linkTarget(element.getAttribute('href') ?? element.getAttribute('src') ?? '')),
  );

test.skipIf(!hasHugo())('no word of a page is lost by Hugo, as it comes', async () => {
  const posts = pages.map(({ slug, markdown }) => ({
    slug,
    markdown: `---\ntitle: x\n---\n\n${markdown}`,
  }));
  const build = await buildWithHugo(posts, { config: config.replace(/ {4}parser[\s\S]*/, '') });
  expect(build.stderr).toBe('');
  for (const { slug, markdown } of pages) {
    expect(wordsOf(build.html[slug] ?? ''), slug).toEqual(wordsOf(renderGfm(markdown)));
    expect(lostFromTables(slug, build.html[slug] ?? ''), slug).toEqual([]);
  }
});

test.skipIf(!hasHugo())(
  'powers, indices and keys show in a post by Hugo, as it comes',
  async () => {
    const quote = fragmentOf(
      '<p>10<sup>−3</sup> m<sup>2</sup>, e<sup>−kt</sup>, <i>v</i><sub>max</sub> and <i>v</i><sub>min</sub>, CO<sub>2</sub>, <kbd>Ctrl</kbd>+<kbd>C</kbd></p>',
    );
    const posts = [{ slug: 'raised', markdown: `---\ntitle: x\n---\n\n${htmlToMarkdown(quote)}` }];
    const build = await buildWithHugo(posts, { config: config.replace(/ {4}parser[\s\S]*/, '') });
    expect((build.html.raised ?? '').trim()).toBe(
      '<p>10⁻³ m², e^(−kt), <em>v</em>_max and <em>v</em>_min, CO₂, <code>Ctrl</code>+<code>C</code></p>',
    );
  },
);

const element = (name: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

test.skipIf(!hasHugo())('any text shows as it was by Hugo, wherever it stands', async () => {
  const texts = fc.sample(hostileText, { numRuns: 400, seed: 20261122 });
  const quotes = texts.map((text, index) => {
    const link = element('a', text.trim());
    link.setAttribute('href', 'https://example.org/');
    const page = document.createDocumentFragment();
    page.append(
      element(
        'blockquote',
        element('p', text),
        element('ul', element('li', text), element('li', 'a ', element('em', text.trim()), ' b')),
        element('h2', text.trim()),
        element('p', 'x', element('br'), text),
        element('p', 'see ', link),
        element(
          'table',
          element('thead', element('tr', element('th', text))),
          element('tbody', element('tr', element('td', text))),
        ),
      ),
    );
    return { slug: `text-${index}`, page, text };
  });
  const posts = quotes.map(({ slug, page }) => ({
    slug,
    markdown: `---\ntitle: x\n---\n\n${htmlToMarkdown(page)}\n`,
  }));
  const build = await buildWithHugo(posts, { config });
  expect(build.stderr).toBe('');
  for (const { slug, page, text } of quotes) {
    expect(treeOf(fragmentOf(build.html[slug] ?? '')), text).toBe(treeOf(page));
  }
});
