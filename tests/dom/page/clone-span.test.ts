import { describe, expect, test } from 'vitest';
import { cellsOf, tableOf } from '../../../lib/page/cell-spans.ts';
import { cloneSpan } from '../../../lib/page/clone-span.ts';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { textOf } from '../../support/text-of.ts';
import { htmlOf, selectMarked, showPage } from './support.ts';

function cloned(body: string): DocumentFragment {
  showPage(body);
  const range = selectMarked();
  return cloneSpan(
    {
      start: { node: range.startContainer, offset: range.startOffset },
      end: { node: range.endContainer, offset: range.endOffset },
    },
    document.implementation.createHTMLDocument(''),
  );
}

describe('words keep what says something about them', () => {
  test.each([
    ['plain words of a paragraph', '<p>a [[b c]] d</p>', 'b c'],
    ['part of a bold word', '<p>a <b>bo[[ld</b> c]] d</p>', '<b>ld</b> c'],
    [
      'all within emphasis in a link',
      '<p><a href="/x"><em>one [[two]]</em></a></p>',
      '<a href="/x"><em>two</em></a>',
    ],
    ['part of inline code', '<p>run <code>go [[build]]</code></p>', '<code>build</code>'],
    [
      'a span says nothing, the link around it does',
      '<p><a href="/x"><span>[[t]]</span></a></p>',
      '<a href="/x">t</a>',
    ],
    [
      'punctuation cut from a link is no link, as it would pass for the sign of one',
      '<h2 id="x"><a class="header" href="#x">Vec&lt;T[[&gt;</a></h2><p>b]]</p>',
      '<h2 id="x">&gt;</h2><p>b</p>',
    ],
    [
      "words of a heading's link to itself are no link",
      '<h2 id="x"><a href="#x">Own[[er]]ship</a></h2>',
      'er',
    ],
    [
      "nor is the whole of the heading's link",
      '<pre>a[[\n</pre><h2 id="x"><a href="#x">Ownership</a></h2><p>]]b</p>',
      'Ownership',
    ],
    [
      'words of a link in a heading to somewhere else are',
      '<h2 id="x"><a href="/y">Own[[er]]ship</a></h2>',
      '<a href="/y">er</a>',
    ],
    [
      'the box of the task after them is none of them',
      '<p>[[a</p><ul><li><input type="checkbox"> ]]b</li></ul>',
      'a',
    ],
    [
      'words that begin in a drawing',
      '<p>a <svg><text>v[[1</text><text>two</text></svg> of]] it</p>',
      '<span><text>1</text> <text>two</text></span> of',
    ],
    ['two paragraphs', '<div><p>a [[b</p><p>c]] d</p></div>', '<p>b</p><p>c</p>'],
    ['one list item is words', '<ul><li>a [[b]]</li><li>c</li></ul>', 'b'],
    [
      'several items are a list',
      '<ul><li>a</li><li>b [[c</li><li>d]] e</li></ul>',
      '<ul><li>c</li><li>d</li></ul>',
    ],
    ['one heading is words', '<h2>[[All of it]]</h2>', 'All of it'],
    [
      'a quote of several paragraphs',
      '<blockquote><p>[[a</p><p>b]]</p></blockquote>',
      '<blockquote><p>a</p><p>b</p></blockquote>',
    ],
  ])('%s', (_name, body, html) => {
    expect(htmlOf(cloned(body))).toBe(html);
  });
});

describe('a numbered list that begins in the middle keeps its numbers', () => {
  test.each([
    ['<ol><li>a</li><li>b</li><li>[[c</li><li>d]]</li></ol>', '3'],
    ['<ol start="5"><li>a</li><li>[[b</li><li>c]]</li></ol>', '6'],
    ['<ol><li value="9">a</li><li>[[b</li><li>c]]</li></ol>', '10'],
    ['<ol reversed><li>a</li><li>[[b</li><li>c]]</li></ol>', '2'],
  ])('%s', (body, start) => {
    expect(cloned(body).querySelector('ol')?.getAttribute('start')).toBe(start);
  });

  test('an item of which no word is selected does not count', () => {
    const body = '<ol><li>a<pre>b[[\n</pre></li><li>c</li><li>d]]</li></ol>';
    expect(htmlOf(cloned(body))).toBe('<ol start="2"><li>c</li><li>d</li></ol>');
  });

  test('from the first item nothing is added', () => {
    expect(htmlOf(cloned('<ol><li>[[a</li><li>b]]</li></ol>'))).toBe(
      '<ol><li>a</li><li>b</li></ol>',
    );
  });
});

describe('code stays code with its language', () => {
  test('a word in a highlighted block', () => {
    const body =
      '<div class="highlight highlight-source-go"><pre><span class="k">func</span> <span class="n">[[main]]</span>()</pre></div>';
    expect(htmlOf(cloned(body))).toBe(
      '<div class="highlight highlight-source-go"><pre>main</pre></div>',
    );
  });

  test("a word in GitHub's view of a file, where lines are boxes", () => {
    const body =
      '<div class="react-code-lines"><div class="react-code-text"><div>var [[x]] = 1</div></div></div>';
    expect(htmlToMarkdown(cloned(body))).toBe('```\nx\n```');
    const two =
      '<div class="react-code-lines"><div><div>a [[b</div></div><div><div>c]] d</div></div></div>';
    expect(htmlToMarkdown(cloned(two))).toBe('```\nb\nc\n```');
  });

  test('words of a line in a listing made of cells keep the spaces between them', () => {
    const body =
      '<table class="js-file-line-container"><tbody><tr><td data-line-number="1"></td><td class="blob-code"><span>fu[[nc</span> <span>Dra]]in</span></td></tr></tbody></table>';
    expect(htmlToMarkdown(cloned(body))).toBe('```\nnc Dra\n```');
  });

  describe("a diff's lines have the signs that the reader saw before them", () => {
    const old = (first: string, second: string): string =>
      `<div data-tagsearch-lang="Go"><table class="diff-table tab-size"><tbody><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code blob-code-deletion"><span class="blob-code-inner" data-code-marker="-">${first}</span></td></tr><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code blob-code-addition"><span class="blob-code-inner" data-code-marker="+">${second}</span></td></tr></tbody></table></div>`;
    const present = (first: string, second: string): string =>
      `<table class="tab-size" data-diff-anchor="x"><tbody><tr><td class="diff-text-cell"><code class="diff-text syntax-highlighted-line deletion"><span class="diff-text-marker">-</span><div class="diff-text-inner">${first}</div></code></td></tr><tr><td class="diff-text-cell"><code class="diff-text syntax-highlighted-line addition"><span class="diff-text-marker">+</span><div class="diff-text-inner">${second}</div></code></td></tr></tbody></table>`;

    test.each([
      ['whole lines', '[[  one()', '  two()]]', '```diff\n-  one()\n+  two()\n```'],
      ['from the first word on', '  [[one()', '  tw]]o()', '```diff\n-one()\n+  tw\n```'],
      ['from within a word on', '  o[[ne()', '  tw]]o()', '```diff\n-ne()\n+  tw\n```'],
      ['a whole line', '  one()', '[[  two()]]', '```diff\n+  two()\n```'],
    ])('%s', (_name, first, second, markdown) => {
      expect(htmlToMarkdown(cloned(old(first, second)))).toBe(markdown);
      expect(htmlToMarkdown(cloned(present(first, second)))).toBe(markdown);
    });

    test('but words of one line are words of the language', () => {
      expect(htmlToMarkdown(cloned(old('one', 'two [[three]] four')))).toBe('```go\nthree\n```');
      expect(htmlToMarkdown(cloned(present('one', 'two [[three]] four')))).toBe('```\nthree\n```');
    });
  });

  test('lines in pre and code', () => {
    const body = '<pre><code class="language-sh">one\nt[[wo\nth]]ree\n</code></pre>';
    expect(htmlOf(cloned(body))).toBe('<pre><code class="language-sh">wo\nth</code></pre>');
  });

  test('the element around the one around it', () => {
    const body =
      '<div class="language-rust"><div class="wrap"><pre><code>a [[b]]</code></pre></div></div>';
    expect(htmlOf(cloned(body))).toBe('<div class="language-rust"><pre><code>b</code></pre></div>');
  });
});

describe('a table keeps its columns', () => {
  test('rows from the second cell on', () => {
    const body =
      '<table><tbody><tr><td>1</td><td>[[2</td></tr><tr><td>3</td><td>4]]</td></tr></tbody></table>';
    expect(htmlOf(cloned(body))).toBe(
      '<table><tbody><tr><td></td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
    );
  });

  test('cells of one row', () => {
    const body = '<table><tbody><tr><td>[[1</td><td>2]]</td></tr></tbody></table>';
    expect(htmlOf(cloned(body))).toBe(
      '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
  });

  test('one cell selected as a whole is words', () => {
    showPage('<table><tbody><tr id="r"><td>1</td><td>2</td></tr></tbody></table>');
    const row = document.querySelector('#r') as Element;
    const fragment = cloneSpan(
      { start: { node: row, offset: 1 }, end: { node: row, offset: 2 } },
      document.implementation.createHTMLDocument(''),
    );
    expect(htmlOf(fragment)).toBe('2');
  });

  test('cells selected one by one are a table of them', () => {
    showPage(
      '<table><tbody><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr></tbody></table>',
    );
    const spans = Array.from(document.querySelectorAll('tr')).flatMap((node) =>
      [1, 2].map((offset) => ({ start: { node, offset }, end: { node, offset: offset + 1 } })),
    );
    const cells = cellsOf(spans);
    expect(cells && textOf(tableOf(cells, document.implementation.createHTMLDocument('')))).toBe(
      '2\t3\n5\t6',
    );
  });

  test('one cell is words', () => {
    expect(htmlOf(cloned('<table><tr><td>a [[b]]</td></tr></table>'))).toBe('b');
  });
});

describe('what the reader does not see is not cloned', () => {
  test.each([
    ['hidden', '<p>[[a <span style="display:none">x</span>b]]</p>', 'a b'],
    ['invisible', '<p>[[a <span style="visibility:hidden">x</span>b]]</p>', 'a <span></span>b'],
    ['scripts and styles', '<div>[[a<script>1</script><style>p{}</style> b]]</div>', 'a b'],
    [
      'closed details',
      '<div>[[<details><summary>s</summary><p>x</p></details>b]]</div>',
      '<details><summary>s</summary></details>b',
    ],
  ])('%s', (_name, body, html) => {
    expect(htmlOf(cloned(body))).toBe(html);
  });

  test('an end that lies in something hidden ends there', () => {
    expect(htmlOf(cloned('<p>[[a</p><div style="display:none">x]]</div><p>b</p>'))).toBe('a');
  });
});

test('layout before the next block does not belong to it, and neither does the line end after the last line of code', () => {
  expect(htmlOf(cloned('<ol><li>[[one</li>\n<li>\n  ]]<p>two</p></li></ol>'))).toBe('one');
  expect(htmlOf(cloned('<p>[[a</p><table><tr><th>]]b</th></tr></table>'))).toBe('a');
  expect(htmlOf(cloned('<pre>code[[\n</pre><p>one</p><p>two]]</p>'))).toBe('<p>one</p><p>two</p>');
});

test('a triple click that ends at the start of the next block takes one block', () => {
  showPage('<ul><li id="a">one</li><li id="b">two</li></ul>');
  const [a, b] = [document.querySelector('#a'), document.querySelector('#b')];
  if (!a?.firstChild || !b) throw new Error('no page');
  const fragment = cloneSpan(
    { start: { node: a.firstChild, offset: 0 }, end: { node: b, offset: 0 } },
    document.implementation.createHTMLDocument(''),
  );
  expect(htmlOf(fragment)).toBe('one');
});

describe('shadow trees are read as they are shown', () => {
  function host(body: string, shadow: string, selector: string): ShadowRoot {
    showPage(body);
    const element = document.querySelector(selector);
    if (!element) throw new Error('no host');
    const root = element.attachShadow({ mode: 'open' });
    root.innerHTML = shadow;
    return root;
  }

  test('a host in the middle shows its shadow tree with what is slotted', () => {
    host(
      '<p>one</p><x-card><b>slotted</b><i slot="end">last</i><u slot="none">never</u></x-card><p>two</p>',
      '<p>before <slot></slot> between <slot name="end"></slot></p>',
      'x-card',
    );
    const fragment = cloneSpan(
      { start: { node: document.body, offset: 0 }, end: { node: document.body, offset: 3 } },
      document.implementation.createHTMLDocument(''),
    );
    expect(textOf(fragment)).toBe('one\n\nbefore slotted between last\n\ntwo');
  });

  test('an empty slot shows its own content', () => {
    host('<x-card></x-card>', '<slot>else</slot>', 'x-card');
    const fragment = cloneSpan(
      { start: { node: document.body, offset: 0 }, end: { node: document.body, offset: 1 } },
      document.implementation.createHTMLDocument(''),
    );
    expect(textOf(fragment)).toBe('else');
  });

  test('from before a host into its shadow tree', () => {
    const root = host('<p>one two</p><x-card></x-card><p>after</p>', '<p>three four</p>', 'x-card');
    const fragment = cloneSpan(
      {
        start: { node: document.querySelector('p')?.firstChild as Text, offset: 4 },
        end: { node: root.querySelector('p')?.firstChild as Text, offset: 5 },
      },
      document.implementation.createHTMLDocument(''),
    );
    expect(textOf(fragment)).toBe('two\n\nthree');
  });
});

test('the page is only read', () => {
  const body =
    '<div><p onclick="x()">[[a <b>b</b></p><form><input name="parentNode"><p>c</p></form>]]</div>';
  showPage(body);
  const range = selectMarked();
  const before = document.documentElement.outerHTML;
  cloneSpan(
    {
      start: { node: range.startContainer, offset: 0 },
      end: { node: range.endContainer, offset: range.endOffset },
    },
    document.implementation.createHTMLDocument(''),
  );
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a form whose fields have the names of properties is read all the same', () => {
  const body =
    '<p>[[a</p><form><input name="firstChild"><input name="nextSibling"><input name="parentNode"><input name="localName"><input name="nodeType"><p>b</p></form><p>c]]</p>';
  expect(textOf(cloned(body))).toBe('a\n\nb\n\nc');
});

test('a thousand levels come back with their words', () => {
  showPage('<main></main>');
  let at = document.querySelector('main') as Element;
  for (let depth = 0; depth < 1_000; depth++) {
    const inner = document.createElement('i');
    at.append(inner);
    at = inner;
  }
  at.append('deep');
  const fragment = cloneSpan(
    { start: { node: document.body, offset: 0 }, end: { node: document.body, offset: 1 } },
    document.implementation.createHTMLDocument(''),
  );
  expect(fragment.textContent).toBe('deep');
});

test('the name of a file above its code is words, where it alone is selected', () => {
  const body =
    '<table class="highlighttable"><tbody><tr><th colspan="2" class="filename"><span>[[ring]].py</span></th></tr><tr><td class="code"><pre><code>ring()</code></pre></td></tr></tbody></table>';
  expect(htmlToMarkdown(cloned(body))).toBe('ring');
});
