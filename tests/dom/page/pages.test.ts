import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';

/**
 * Pages of our own with the structure of real ones. Each `<name>.html` has a hand-written
 * `<name>.md` beside it with the Markdown that a careful reader would have written down.
 */
const folder = resolve(process.cwd(), 'tests/fixtures/pages');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\.html$/, ''));

const page = (name: string) => {
  const fragment = fragmentOf(readFileSync(`${folder}/${name}.html`, 'utf8'));
  const baseUrl = fragment.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  return { fragment, baseUrl };
};
const expected = (name: string): string =>
  readFileSync(`${folder}/${name}.md`, 'utf8').replace(/\n$/, '');

test.each(names)('%s: says what the page says', (name) => {
  const { fragment, baseUrl } = page(name);
  expect(htmlToMarkdown(fragment, { baseUrl })).toBe(expected(name));
});

test.each(names)('%s: what is stored of it says the same', (name) => {
  const { fragment, baseUrl } = page(name);
  expect(htmlToMarkdown(sanitise(fragment, { baseUrl }))).toBe(expected(name));
});
