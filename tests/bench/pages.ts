import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { madePages } from './made-pages.ts';

/** All HTML files under a folder. */
function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.html?$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/**
 * Returns the pages to convert: those of a folder, or generated ones with the structure and the
 * size of real pages.
 */
export function benchPages(folder: string | undefined): string[] {
  if (!folder) return madePages();
  return htmlFiles(folder).map((file) => readFileSync(file, 'utf8'));
}
