import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';

const baseUrl = 'https://page.example/';

/** Reads it from the page, which must give the same as the stored copy. */
function markdownOf(html: string): string {
  const markdown = htmlToMarkdown(fragmentOf(html), { baseUrl });
  expect(htmlToMarkdown(sanitise(fragmentOf(html), { baseUrl }), { baseUrl })).toBe(markdown);
  return markdown;
}

describe('names take no words away', () => {
  test.each([
    [
      'a heading in a button',
      '<h3><button class="toggle">Copyright law</button></h3>',
      '### Copyright law',
    ],
    [
      'a question in a button',
      '<div><button>What is a tide?</button></div><p>A wave.</p>',
      'What is a tide?\n\nA wave.',
    ],
    ['a button in a sentence', '<p>Press <button>Save</button> now.</p>', 'Press Save now.'],
    [
      'a question that begins as a label does',
      '<button>Copy files by hand?</button>',
      'Copy files by hand?',
    ],
    [
      'cells with the class of a label',
      '<table><tr><th>Name</th></tr><tr><td><span class="language-name">Go</span></td></tr></table>',
      '| Name |\n| --- |\n| Go |',
    ],
    [
      'cells with the class of a line number',
      '<table><tr><th>Year</th></tr><tr><td class="line-number">2009</td></tr></table>',
      '| Year |\n| --- |\n| 2009 |',
    ],
    ['words that are not printed', '<p>Only <span class="noprint">here</span>.</p>', 'Only here.'],
    [
      'words with the class of a tool',
      '<p><span class="toolbar-item">A tool</span> at hand</p>',
      'A tool at hand',
    ],
    [
      'a sign that leads to another page',
      '<p>On <a class="anchor" href="https://far.example/">»</a></p>',
      'On [»](https://far.example/)',
    ],
    [
      'words in a key of code',
      '<pre><code>x <button>key_7</button> y</code></pre>',
      '```\nx key_7 y\n```',
    ],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('controls of code stay out', () => {
  test.each([
    ['a button above', '<div><button>Copy</button></div><pre><code>x</code></pre>'],
    [
      'a button beside, in a bar',
      '<div><div><span class="language-name">js</span><button class="b">Run</button></div><pre><code>x</code></pre></div>',
    ],
    ['a label by its class', '<div class="toolbar-item">Copy</div><pre><code>x</code></pre>'],
    [
      'a button without words',
      '<pre><code>x</code></pre><button title="Copy to clipboard"></button>',
    ],
    ['line numbers before it', '<div class="linenos">1</div><pre><code>x</code></pre>'],
    ['what is for screen readers', '<span class="sr-only">Code: </span><pre><code>x</code></pre>'],
  ])('%s', (_name, html) => {
    expect(markdownOf(html)).toBe('```\nx\n```');
  });
});

test('a box is set apart from its words', () => {
  expect(markdownOf('<ul><li><input type="checkbox" checked>Done</li></ul>')).toBe('* [x] Done');
});
