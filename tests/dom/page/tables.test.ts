import { describe, expect, test } from 'vitest';
import { htmlToMarkdown, htmlToMarkdownForms } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';
import { renderGfm } from '../../support/render-gfm.ts';

const markdown = (html: string) => htmlToMarkdown(sanitise(fragmentOf(html)));
const forms = (html: string) => htmlToMarkdownForms(fragmentOf(html));
const asHtml = (html: string) => forms(html).withHtml ?? forms(html).markdown;
const losesForm = (html: string): boolean => forms(html).withHtml !== undefined;

const merged =
  '<table><tr><th colspan="2">Both</th></tr><tr><td>a</td><td><a href="https://x.example/">b</a></td></tr></table>';

describe('a table whose cells span others', () => {
  test.each([
    [
      'rows of two groups, to the end of theirs',
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td rowspan="0">x</td><td>1</td></tr><tr><td>2</td></tr></table>',
      '| A | B |\n| --- | --- |\n| x | 1 |\n|  | 2 |',
    ],
    [
      'columns in which nothing begins are left out',
      '<table><tr><th colspan="2">A</th><th colspan="3">B</th></tr><tr><td colspan="2">1</td><td colspan="3">2</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | 2 |',
    ],
    [
      'rows that overlap columns',
      '<table><tr><th>A</th><th rowspan="2">B</th><th>C</th></tr><tr><td rowspan="2" colspan="1">1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      '| A | B | C |\n| --- | --- | --- |\n| 1 |  | 2 |\n|  | 3 | 4 |',
    ],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  test('is HTML where that is asked for, and told of where it is not', () => {
    expect(asHtml(merged)).toBe(
      '<table><tbody><tr><th colspan="2">Both</th></tr><tr><td>a</td><td><a href="https://x.example/">b</a></td></tr></tbody></table>',
    );
    expect(losesForm(merged)).toBe(true);
    expect(losesForm('<table><tr><th>A</th></tr><tr><td>1<br>2</td></tr></table>')).toBe(false);
  });

  test('in the item of a list: the other form has HTML in its place, and the rest as it was', () => {
    const html = `<p>Before <b>it</b>.</p><ol start="4"><li>a${merged}<p>after</p></li><li>b</li></ol>`;
    expect(forms(html)).toEqual({
      markdown:
        'Before **it**.\n\n4. a\n\n   | Both |  |\n   | --- | --- |\n   | a | [b](https://x.example/) |\n\n   after\n\n5. b',
      withHtml: `Before **it**.\n\n4. a\n\n   ${asHtml(merged)}\n\n   after\n\n5. b`,
    });
  });

  test('of long texts: paragraphs, and one table of HTML in the other form', () => {
    const long = 'tide '.repeat(80).trim();
    const html = `<p>a</p><table><tr><td colspan="2">${long}</td></tr><tr><td>b</td><td>c</td></tr></table><p>d</p>`;
    expect(forms(html)).toEqual({
      markdown: `a\n\n${long}\n\nb\n\nc\n\nd`,
      withHtml: `a\n\n<table><tbody><tr><td colspan="2">${long}</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>\n\nd`,
    });
  });

  test('of a span that no table has comes to an end, with every word', () => {
    const wide = `<td colspan="1000">w</td>`;
    const rows = Array.from({ length: 3000 }, (_, at) => `<tr>${wide}<td>n${at}</td></tr>`);
    const read = markdown(`<table><tr><th>A</th></tr>${rows.join('')}</table>`);
    expect(read).toContain('n2999');
    expect(read.length).toBeLessThan(200_000);
    const tall = Array.from({ length: 900 }, (_, at) => `<tr><td rowspan="65534">t${at}</td></tr>`);
    expect(markdown(`<table><tr><th>A</th></tr>${tall.join('')}</table>`)).toContain('t899');
  });
});

test('a page that is laid out by a table is paragraphs in either form, and no loss', () => {
  const page =
    '<table><tr><td colspan="2"><h2>News</h2></td></tr><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr></table>';
  expect(markdown(page)).toBe('## News\n\na\n\nb');
  expect(asHtml(page)).toBe('## News\n\na\n\nb');
  expect(losesForm(page)).toBe(false);
});

test('a numbered list in a cell has its numbers', () => {
  const list = '<ol start="3"><li>lower it</li><li>wait<pre>a | b</pre></li></ol>';
  expect(markdown(`<table><tr><th>Steps</th></tr><tr><td>${list}</td></tr></table>`)).toBe(
    '| Steps |\n| --- |\n| 3. lower it <br>4. wait <br>`a \\| b` |',
  );
});

test('a foot that is written first is shown last', () => {
  const html =
    '<table><thead><tr><th>A</th></tr></thead><tfoot><tr><td>sum</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>';
  expect(markdown(html)).toBe('| A |\n| --- |\n| 1 |\n| sum |');
});

describe('headers', () => {
  test.each([
    ['in a head', '<thead><tr><td>A</td><td>B</td></tr></thead>'],
    ['by their class', '<tr><td class="table-header">A</td><td class="table-header">B</td></tr>'],
    ['by the class of their row', '<tr class="head"><td>A</td><td>B</td></tr>'],
    ['by their role', '<tr><td role="columnheader">A</td><td role="columnheader">B</td></tr>'],
  ])('%s', (_, head) => {
    const html = `<table>${head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table>`;
    expect(markdown(html)).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
  });

  test('of rows only: the columns have none', () => {
    const html = '<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>';
    expect(markdown(html)).toBe('|  |  |\n| --- | --- |\n| A | 1 |\n| B | 2 |');
  });
});

test.each(['x|y', 'x\\|y', '|', '`|`', 'a \\\\| b'])(
  'a pipe in a picture’s text splits no row: %s',
  (alt) => {
    const html =
      '<table><tr><th>A</th><th>B</th></tr><tr><td><img src="https://x.example/i"></td><td>2</td></tr></table>';
    const fragment = fragmentOf(html);
    fragment.querySelector('img')?.setAttribute('alt', alt);
    const shown = fragmentOf(renderGfm(htmlToMarkdown(fragment)));
    expect(shown.querySelectorAll('td').length).toBe(2);
    expect(shown.querySelector('img')?.getAttribute('alt')).toBe(alt);
    expect(shown.querySelectorAll('td')[1]?.textContent).toBe('2');
  },
);

test('a table with one column, or with words in one cell alone, is a page laid out by it', () => {
  const inner = '<table><tr><td></td><td><p>First.</p><p>Second.</p></td></tr></table>';
  const html = `<table><tr><td>${inner}</td></tr><tr><td>Third.</td></tr></table>`;
  expect(markdown(html)).toBe('First.\n\nSecond.\n\nThird.');
});
