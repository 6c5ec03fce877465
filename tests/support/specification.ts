import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Parser } from 'commonmark';

export interface Example {
  /** `CommonMark 12`, `GFM table 198`. */
  name: string;
  flavour: 'commonmark' | 'gfm';
  markdown: string;
  html: string;
}

const extensionsPath = resolve(process.cwd(), '../shared/spec/gfm-extensions.json');
/** Why GFM's examples are missing, for the message of a skipped test; '' if they are there. */
export const gfmMissing = existsSync(extensionsPath)
  ? ''
  : `no GFM examples: ${extensionsPath} is not there`;

function commonMarkExamples(): Example[] {
  const { tests } = createRequire(import.meta.url)('commonmark-spec') as {
    tests: { markdown: string; html: string; number: number }[];
  };
  const tabs = (text: string): string => text.replaceAll('→', '\t');
  return tests.map((test) => ({
    name: `CommonMark ${test.number}`,
    flavour: 'commonmark',
    markdown: tabs(test.markdown),
    html: tabs(test.html),
  }));
}

function gfmExamples(): Example[] {
  if (gfmMissing) return [];
  const examples = JSON.parse(readFileSync(extensionsPath, 'utf8')) as {
    section: string;
    example: number;
    extension: string;
    source: string;
    markdown: string;
    html: string;
  }[];
  return examples.map((each) => ({
    name: `${each.source.startsWith('cmark') ? 'cmark-gfm' : 'GFM'} ${each.section} ${each.example ?? ''}`.trim(),
    flavour: 'gfm',
    markdown: each.markdown,
    html: each.html,
  }));
}

const elements = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre strong table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const attributes: Record<string, readonly string[]> = {
  a: ['href', 'title'],
  img: ['src', 'alt', 'title'],
  ol: ['start'],
  code: ['class'],
  td: ['align'],
  th: ['align'],
  input: ['type', 'disabled', 'checked'],
};

/** True if the example's own Markdown contains raw HTML. */
function usesRawHtml(markdown: string): boolean {
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    if (event.node.type === 'html_block' || event.node.type === 'html_inline') return true;
  }
  return false;
}

/** True if Markdown can express all of the HTML. */
function isExpressible(html: string): boolean {
  for (const [, name = '', rest = ''] of html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^<>]*)?)>/gi)) {
    if (!elements.has(name)) return false;
    for (const [, attribute = ''] of rest.matchAll(/([\w-]+)="[^"]*"/g)) {
      if (!attributes[name]?.includes(attribute)) return false;
    }
  }
  return true;
}

export function examples(): Example[] {
  return [...commonMarkExamples(), ...gfmExamples()].filter(
    ({ markdown, html }) => !usesRawHtml(markdown) && isExpressible(html),
  );
}
