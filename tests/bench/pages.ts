import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All HTML files under a folder. */
function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.html?$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/**
 * Pages to convert: those of a folder, or pages made of the fixtures, one after the other and
 * repeated, from a few kB to a megabyte.
 */
export function benchPages(folder: string | undefined): string[] {
  if (folder) return htmlFiles(folder).map((file) => readFileSync(file, 'utf8'));
  const fixtures = htmlFiles('tests/fixtures/pages').map((file) => readFileSync(file, 'utf8'));
  const pages: string[] = [];
  for (let index = 0; index < 90; index++) {
    const repeats = [1, 2, 4, 8, 16, 32][index % 6] ?? 1;
    const parts: string[] = [];
    for (let part = 0; part < repeats; part++) {
      parts.push(fixtures[(index + part) % fixtures.length] ?? '');
    }
    pages.push(parts.join('\n'));
  }
  pages.push(Array.from({ length: 4 }, () => fixtures.join('\n').repeat(8)).join('\n'));
  return pages;
}

/** A page of `megabytes` and one fixture more: all of them in turn. */
export function largePage(megabytes: number): string {
  const fixtures = htmlFiles('tests/fixtures/pages').map((file) => readFileSync(file, 'utf8'));
  let page = '';
  for (let at = 0; page.length < megabytes * 1e6; at++) page += fixtures[at % fixtures.length];
  return page;
}
