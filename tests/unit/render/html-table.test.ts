import { expect, test } from 'vitest';
import { holdsHtmlTable } from '../../../lib/render/html-table.ts';

test.each([
  ['<table><tr><td>a</td></tr></table>', true],
  ['Before:\n\n<table role="x">\n<tr><td>a</td></tr></table>\n\nAfter.', true],
  ['> quoted\n>\n> <table><tr><td>a</td></tr></table>', true],
  ['* item\n\n  <table><tr><td>a</td></tr></table>', true],
  ['| a |\n| --- |\n| b |', false],
  ['`<table>` in code', false],
  ['```html\n<table>\n```', false],
  ['    <table>', false],
  ['The \\<table> element', false],
  ['<tablet>', false],
  ['', false],
])('%j: %s', (markdown, expected) => {
  expect(holdsHtmlTable(markdown)).toBe(expected);
});
