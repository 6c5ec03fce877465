import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { cloneSpan } from '../../../lib/page/clone-span.ts';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import type { Span } from '../../../lib/page/span.ts';
import { attachShadowTemplates, deepQuery } from '../../support/shadow-templates.ts';
import { showPage } from './support.ts';

/** A service portal: its article is three shadow trees deep, with slots on the way. */
const file = (extension: string): string =>
  readFileSync(
    resolve(process.cwd(), `tests/fixtures/shadow-pages/service-portal.${extension}`),
    'utf8',
  );
const baseUrl = 'https://desk.example/kb?id=kb_article_view&sysparm_article=KB0010042';

function markdownOf(span: Span): string {
  const copy = cloneSpan(span, document.implementation.createHTMLDocument(''));
  return htmlToMarkdown(sanitise(copy, { baseUrl }), { baseUrl });
}
const textIn = (selector: string): Text => deepQuery(document, selector)?.firstChild as Text;

beforeEach(() => {
  showPage(file('html'));
  attachShadowTemplates(document.body);
});

test('all of it: says what the page says, in the order it shows', () => {
  const { body } = document;
  const span = {
    start: { node: body, offset: 0 },
    end: { node: body, offset: body.childNodes.length },
  };
  expect(markdownOf(span)).toBe(file('md').trimEnd());
});

test('from the slotted title into the article', () => {
  const span = {
    start: { node: textIn('h1'), offset: 6 },
    end: { node: textIn('article strong'), offset: 2 },
  };
  expect(markdownOf(span)).toBe(
    '# a badge\n\nArticle KB0010042\n\nBadges stop working after **90**',
  );
});

test('from the middle of an item to a slotted paragraph', () => {
  const wait = deepQuery(document, 'article li:nth-child(3)')?.firstChild as Text;
  const span = {
    start: { node: wait, offset: 5 },
    end: { node: textIn('[slot=content]'), offset: 6 },
  };
  expect(markdownOf(span)).toBe(
    '3. for the light.\n\n| Light | Means |\n| --- | --- |\n| green | done |\n| red \\| off | ask |\n\nClosed',
  );
});
