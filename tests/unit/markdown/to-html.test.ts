import { expect, it } from 'vitest';
import { markdownToHtml } from '../../../lib/markdown/to-html.ts';

it.each([
  ['## A *b*', '<h2>A <em>b</em></h2>'],
  [
    '* [a](https://a.example/)\n* b',
    '<ul>\n<li><a href="https://a.example/">a</a></li>\n<li>b</li>\n</ul>',
  ],
  [
    '> words\n>\n> -- [x](/y)',
    '<blockquote>\n<p>words</p>\n<p>-- <a href="/y">x</a></p>\n</blockquote>',
  ],
  ['~~gone~~ &hellip;', '<p><del>gone</del> …</p>'],
  [
    '| a |\n| - |\n| b |',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  ['```go\nx < y\n```', '<pre><code class="language-go">x &lt; y\n</code></pre>'],
])('%j is %j', (markdown, html) => {
  expect(markdownToHtml(markdown).trim()).toBe(html);
});

it('leaves raw HTML out, as Hugo does by default', () => {
  expect(markdownToHtml('a <b onclick="x">b</b> <!-- c -->d').trim()).toBe('<p>a b d</p>');
  expect(markdownToHtml('<script>x</script>\n\n<div>\ny\n</div>\n\nz').trim()).toBe('<p>z</p>');
});

it('links to no script', () => {
  expect(markdownToHtml('[a](javascript:x)')).not.toContain('javascript:');
});

it('shows shortcodes as a post does that runs none of them', () => {
  expect(markdownToHtml('{\\{< x >}}').trim()).toBe('<p>{{&lt; x &gt;}}</p>');
  expect(markdownToHtml('`{{</* x */>}}`').trim()).toBe('<p><code>{{&lt; x &gt;}}</code></p>');
});
