import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';

test.each([
  [
    'a key that is a button, a value that is a field',
    '<pre><code class="language-bash">gauge --key <button type="button">k_test_7</button> --depth <input value="12"> <button class="copy" type="button">Copy</button></code></pre>',
    '```bash\ngauge --key k_test_7 --depth 12 \n```',
  ],
  [
    'a bar above the code (ChatGPT)',
    '<pre><div><div class="bar">python</div><div class="sticky"><button aria-label="Copy">Copy code</button></div><div><code class="language-python"><span>for</span> i in r:\n    print(i)\n</code></div></div></pre>',
    '```python\nfor i in r:\n    print(i)\n```',
  ],
  [
    'the name of a file in the bar',
    '<pre><div class="bar">src/gauge.ts <button>Copy</button></div><div><code class="language-ts">read();</code></div></pre>',
    'src/gauge.ts\n\n```ts\nread();\n```',
  ],
  [
    'a label that is all there is to tell the language',
    '<pre><div><span>C++</span></div><div><code>int main() {}</code></div></pre>',
    '```cpp\nint main() {}\n```',
  ],
  [
    'words around a code element in the block are code, too',
    '<pre>$ <code>make</code> all</pre>',
    '```\n$ make all\n```',
  ],
  [
    'an editor’s empty line is empty, its spaces are spaces',
    '<div class="CodeMirror-code"><div><pre>a</pre></div><div><pre><span>\u200b</span></pre></div><div><pre>\u00a0\u00a0b</pre></div></div>',
    '```\na\n\n  b\n```',
  ],
  ['a notebook’s prompt alone is nothing', '<pre>In [7]:</pre><p>a</p>', 'a'],
])('%s', (_, html, expected) => {
  expect(htmlToMarkdown(fragmentOf(html))).toBe(expected);
  expect(htmlToMarkdown(sanitise(fragmentOf(html)))).toBe(expected);
});
