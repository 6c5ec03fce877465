import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Small pages with the Markdown that a clip of them should hold; not part of the project. */
const folder = resolve(process.cwd(), '../shared/cases');

/** True if the folder of cases isn't there; its tests are skipped then. */
export const casesMissing = !existsSync(folder);

/** The selection on the page of a case. */
export type CaseSelection =
  /** The contents of the first element that matches. */
  | { css: string }
  /** From these words to those, both included. */
  | { from: string; to: string }
  /** The paragraph with these words, by a triple click on them. */
  | { triple: string }
  /** The whole text of a form field. */
  | { field: string };

export interface SharedCase {
  name: string;
  url: string;
  selected: CaseSelection;
  html: string;
  expected: string;
}

const firstLine = /^<!-- .*; at (\S+); selected: (\{.*\}) -->\n/;

export function sharedCases(): SharedCase[] {
  if (casesMissing) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const name = file.replace(/\.html$/, '');
      const html = readFileSync(resolve(folder, file), 'utf8');
      const [line, url = '', selected = ''] = firstLine.exec(html) ?? [];
      if (!line) throw new Error(`${file} does not say where it is and what is selected`);
      return {
        name,
        url,
        selected: JSON.parse(selected) as CaseSelection,
        html: html.slice(line.length),
        expected: readFileSync(resolve(folder, `${name}.expected.md`), 'utf8'),
      };
    });
}
