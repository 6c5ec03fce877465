import { expect, it } from 'vitest';
import { linkDefinitions } from '../../../lib/markdown/link-definitions.ts';
import { markdownToHtml } from '../../../lib/markdown/to-html.ts';

it.each([
  ['"A ring" -- it says... --- no \'end\'', '“A ring” – it says… — no ‘end’'],
  ["Ada's, the Smiths' and '90s", 'Ada’s, the Smiths’ and ’90s'],
  ['"*A* ring" and (a "b")', '“<em>A</em> ring” and (a “b”)'],
  ['`"--"` a "`b`"', '<code>&quot;--&quot;</code> a “<code>b</code>”'],
  ['[a "b"](/x "y")', '<a href="/x" title="y">a “b”</a>'],
  ['[...] and 5" wide', '[…] and 5&quot; wide'],
  ['a << b >> c', 'a « b » c'],
])('%j is set as %j', (markdown, html) => {
  expect(markdownToHtml(markdown, { typographer: true }).trim()).toBe(`<p>${html}</p>`);
});

it('leaves code blocks alone', () => {
  const html = markdownToHtml('```\n"--"\n```', { typographer: true });
  expect(html).toContain('&quot;--&quot;');
});

it('lets raw HTML through where the site does', () => {
  expect(markdownToHtml('a <kbd>b</kbd>', { rawHtml: true }).trim()).toBe('<p>a <kbd>b</kbd></p>');
});

it('finds the definitions of a text, whatever they are in', () => {
  const text = 'A [b].\n\n[b]: https://b.example\n\n> [c]: /c\n\n```\n[d]: /d\n```\n';
  expect(linkDefinitions(text)).toBe('[b]: https://b.example\n[c]: /c');
  expect(markdownToHtml('A [b].', { definitions: linkDefinitions(text) }).trim()).toBe(
    '<p>A <a href="https://b.example">b</a>.</p>',
  );
  expect(linkDefinitions('No [b] here.')).toBe('');
});
