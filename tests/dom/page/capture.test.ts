import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { limits } from '../../../lib/core/base/limits.ts';
import { type Capture, CaptureSchema } from '../../../lib/core/capture/capture.ts';
import { capturePage, type PageRequest } from '../../../lib/page/capture-page.ts';
import { captureSelection, readSelection } from '../../../lib/page/capture-selection.ts';
import { cloneSpan } from '../../../lib/page/clone-span.ts';
import { Deadline, TooLargeError } from '../../../lib/page/deadline.ts';
import { findSelection } from '../../../lib/page/find-selection.ts';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { plainText } from '../../../lib/page/plain-text.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { selectMarked, showPage, visit } from './support.ts';

/** Sends requests like the background does: the answer has passed through JSON. */
function ask(request: PageRequest | { want: 'clip' }): Capture {
  const top = { top: true };
  const answer =
    request.want === 'clip'
      ? captureSelection(document, top)
      : capturePage(document, request, top, '2026-03-01');
  return v.parse(CaptureSchema, JSON.parse(JSON.stringify(answer)));
}

describe('a selection is clipped in full', () => {
  test('words, Markdown, HTML, place', () => {
    visit('https://a.example/guide/rings', '<title>Rings</title>');
    showPage(
      '<h2 id="use">Use</h2><p>Take [[the <a href="ring">ring</a>, then <code>go</code>]].</p>',
    );
    selectMarked();
    const answer = ask({ want: 'clip' });
    expect(answer.hasSelection).toBe(true);
    expect(answer.selectionPreview).toBe('the ring, then go');
    expect(answer.selection).toMatchObject({
      text: 'the ring, then go',
      markdown: 'the [ring](https://a.example/guide/ring), then `go`',
      heading: 'Use',
      headingId: 'use',
    });
    expect(answer.selection?.html).toContain('href="https://a.example/guide/ring"');
  });

  test('nothing of the page changes', () => {
    showPage('<p>a [[b</p><img src="/x.png"><ul><li>c</li><li>d]]</li></ul>');
    selectMarked();
    const before = document.documentElement.outerHTML;
    ask({ want: 'clip' });
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('right-to-left, Chinese and emoji text survives', () => {
    const text = 'مرحبا بالعالم 你好，世界 👩‍💻🏳️‍🌈';
    showPage(`<p>[[${text}]]</p>`);
    selectMarked();
    expect(ask({ want: 'clip' }).selection?.text).toBe(text);
  });

  test('words in a text area', () => {
    showPage('<textarea>one two three</textarea>');
    const area = document.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(4, 7);
    expect(ask({ want: 'clip' }).selection?.text).toBe('two');
  });

  test('a password never', () => {
    showPage('<input type="password" value="secret">');
    const field = document.querySelector('input');
    field?.focus();
    field?.select();
    const answer = ask({ want: 'clip' });
    expect(answer.hasSelection).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('nothing selected is no error', () => {
    showPage('<p>a</p>');
    const answer = ask({ want: 'clip' });
    expect(answer).toMatchObject({ hasSelection: false });
    expect(answer.error).toBeUndefined();
    expect(answer.selection).toBeUndefined();
  });

  test('a selection of white space is none', () => {
    for (const body of ['<p>[[  \n ]]</p>', '<pre><code>a[[ ]]b</code></pre>']) {
      showPage(body);
      selectMarked();
      expect(ask({ want: 'clip' }).selection).toBeUndefined();
    }
  });

  test('a picture alone is something', () => {
    visit('https://a.example/', '', '<div><p>a</p><p id="b"><img src="/x.png" alt="X"></p></div>');
    document.getSelection()?.selectAllChildren(document.querySelector('#b') as Element);
    expect(ask({ want: 'clip' }).selection).toMatchObject({
      text: '![X](https://a.example/x.png)',
      markdown: '![X](https://a.example/x.png)',
    });
  });

  test('a selection beyond the limit says so, and its words are not taken', () => {
    showPage('<p id="long"></p>');
    const paragraph = document.querySelector('#long') as Element;
    paragraph.textContent = 'word '.repeat(limits.quoteText / 5 + 10);
    document.getSelection()?.selectAllChildren(paragraph);
    const answer = ask({ want: 'clip' });
    expect(answer.error).toBe('selection-too-long');
    expect(answer.selection).toBeUndefined();
  });
});

describe('single-page applications', () => {
  test('address and title are those of the moment', () => {
    visit('https://app.example/a', '<title>A</title>');
    ask({ want: 'inspect' });
    history.pushState({}, '', '/b?id=2');
    document.title = 'B';
    expect(ask({ want: 'inspect' }).page).toMatchObject({
      url: 'https://app.example/b?id=2',
      canonicalUrl: 'https://app.example/b?id=2',
      title: 'B',
    });
  });
});

describe('a picture', () => {
  test('has its alt text and the link around it', () => {
    visit('https://a.example/p/', '', '<a href="/big"><img src="x.png" alt="Segment  layout"></a>');
    expect(ask({ want: 'picture', srcUrl: 'https://a.example/p/x.png' }).picture).toMatchObject({
      alt: 'Segment layout',
      url: 'https://a.example/p/x.png',
      linkUrl: 'https://a.example/big',
      box: null,
    });
  });

  test('is found by an address in its srcset', () => {
    visit(
      'https://a.example/',
      '',
      '<picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="/a.png" alt="A"></picture>',
    );
    expect(ask({ want: 'picture', srcUrl: 'https://a.example/b.webp' }).picture?.alt).toBe('A');
  });

  test('takes the caption where it has no alt text', () => {
    visit(
      'https://a.example/',
      '',
      '<figure><img src="/a.png"><figcaption>The  layout</figcaption></figure>',
    );
    expect(ask({ want: 'picture', srcUrl: 'https://a.example/a.png' }).picture?.alt).toBe(
      'The layout',
    );
  });

  test('that is not found keeps its address', () => {
    visit('https://a.example/', '', '<p></p>');
    expect(ask({ want: 'picture', srcUrl: 'https://b.example/x.png' }).picture).toMatchObject({
      alt: '',
      url: 'https://b.example/x.png',
    });
  });

  test('a script is no link', () => {
    visit('https://a.example/', '', '<a href="javascript:alert(1)"><img src="/a.png"></a>');
    expect(ask({ want: 'picture', srcUrl: 'https://a.example/a.png' }).picture?.linkUrl).toBe('');
  });
});

describe('a link', () => {
  test.each([
    ['its words', '<a href="/x">the\n <b>ring</b></a>', 'the ring'],
    ['its picture', '<a href="/x"><img src="a" alt="Logo"></a>', 'Logo'],
    ['its label', '<a href="/x" aria-label="Read more"></a>', 'Read more'],
    ['the first with words', '<a href="/x"> </a><a href="/x">ring</a>', 'ring'],
    ['none', '<p></p>', ''],
  ])('gives %s', (_name, body, text) => {
    visit('https://a.example/', '', body);
    expect(ask({ want: 'link', linkUrl: 'https://a.example/x' }).linkText).toBe(text);
  });
});

describe('the section that is meant', () => {
  const body = '<h1>Guide</h1><h2 id="use">Use<a href="#use">¶</a></h2><p>x</p>';

  test.each([
    ['of the page’s address', 'https://a.example/#use', { want: 'clip' }, 'Use'],
    ['of no address without a fragment', 'https://a.example/', { want: 'clip' }, undefined],
    [
      'of a link to it',
      'https://a.example/?x#top',
      { want: 'link', linkUrl: 'https://a.example/?x#use' },
      'Use',
    ],
    [
      'not of a link to another page',
      'https://a.example/#use',
      { want: 'link', linkUrl: 'https://a.example/b#use' },
      undefined,
    ],
  ] as const)('is that %s', (_name, url, request, heading) => {
    visit(url, '', body);
    expect(ask(request).section?.heading).toBe(heading);
  });
});

describe('a selection that is too much', () => {
  test('of more nodes than a call takes arguments is clipped', () => {
    showPage('<p></p>');
    const paragraph = document.querySelector('p');
    for (let at = 0; at < 130_000; at++) paragraph?.append(`${at} `);
    document.getSelection()?.selectAllChildren(document.body);
    expect(readSelection(document)).toMatchObject({ outcome: 'selected' });
  });

  test('gives its words and says so, where its parts cannot be read', () => {
    showPage('<p>[[one <b>two]]</b></p>');
    selectMarked();
    vi.spyOn(Range.prototype, 'setStart').mockImplementation(() => {
      throw new Error('broken');
    });
    const answer = ask({ want: 'clip' });
    vi.restoreAllMocks();
    expect(answer).toMatchObject({ hasSelection: true, error: 'selection-unformatted' });
    expect(answer.plainText).toBe('one two');
    expect(answer.selection).toBeUndefined();
  });

  test('gives its words alone where they are asked for', () => {
    showPage('<p>[[one <b>two</b>]]</p>');
    selectMarked();
    const answer = captureSelection(document, { top: true }, [], { isPlain: true });
    expect(answer).toMatchObject({ hasSelection: true, plainText: 'one two' });
  });

  test('says that it is too long, where even its words are', () => {
    showPage('<p>a</p>');
    const text = document.querySelector('p')?.firstChild as Text;
    text.data = 'tide '.repeat(2_000_000);
    document.getSelection()?.selectAllChildren(document.body);
    expect(ask({ want: 'clip' })).toMatchObject({
      hasSelection: true,
      error: 'selection-too-long',
    });
  });

  test('is not read for longer than a user waits', () => {
    showPage(`<p>${'<b>a</b> '.repeat(2_000)}</p>`);
    document.getSelection()?.selectAllChildren(document.body);
    const deadline = new Deadline(-1);
    const inert = document.implementation.createHTMLDocument('');
    const span = {
      start: { node: document.body, offset: 0 },
      end: { node: document.body, offset: 1 },
    };
    expect(() => cloneSpan(span, inert, { deadline })).toThrow(TooLargeError);
    showPage(`<p style="white-space: pre; font-family: serif">${'a\n'.repeat(2_000)}</p>`);
    expect(() => cloneSpan(span, inert, { deadline })).toThrow(TooLargeError);
    showPage(`<p>${'<b>a</b> '.repeat(2_000)}</p>`);
    expect(() => sanitise(document.body, { deadline })).toThrow(TooLargeError);
    expect(() => htmlToMarkdown(document.body, { deadline })).toThrow(TooLargeError);
  });
});

describe('a page that breaks what we use', () => {
  test('elements named like the properties of the document and of forms', () => {
    visit('https://a.example/');
    showPage(
      '<form name="getSelection"></form><img name="body"><form name="activeElement"></form><form name="createRange"></form><form name="querySelectorAll"></form><form><input name="childNodes"><input name="getAttribute"><input name="parentNode"><p>one two</p><input name="firstChild"></form><p>three</p>',
    );
    const [first, second] = document.getElementsByTagName('p');
    const range = new Range();
    range.setStart(first?.firstChild as Text, 4);
    range.setEnd(second?.firstChild as Text, 5);
    Document.prototype.getSelection.call(document)?.addRange(range);
    expect(ask({ want: 'clip' }).selection?.text).toBe('two\n\nthree');
  });

  test('what cannot be read is an answer, not an exception', () => {
    showPage('<p>[[a]]</p>');
    selectMarked();
    const broken = Object.create(document) as Document;
    expect(captureSelection(broken, { top: true }).error).toBe('capture-failed');
    const request = { want: 'inspect' } as const;
    expect(capturePage(broken, request, { top: true }, '').hasSelection).toBe(false);
  });
});

describe('the words alone', () => {
  const wordsOf = (body: string) => {
    showPage(body);
    selectMarked();
    const found = findSelection(document);
    if (found?.kind !== 'spans') throw new Error('Nothing is selected');
    return plainText({ kind: 'spans', spans: found.spans }, new Deadline(10_000));
  };

  test('come as the browser says them, when there is no time for a walk', () => {
    showPage(`<p>${'<b>a</b>'.repeat(100)}</p>`);
    document.getSelection()?.selectAllChildren(document.body);
    const found = findSelection(document);
    expect(found && plainText(found, new Deadline(-1))).toBe('a'.repeat(100));
  });

  test('come by a walk that can be ended, from a page of many letters', () => {
    showPage('<p>a</p>');
    (document.querySelector('p')?.firstChild as Text).data = 'tide '.repeat(1_000_000);
    document.getSelection()?.selectAllChildren(document.body);
    const said = vi.spyOn(Selection.prototype, 'toString');
    const found = findSelection(document);
    expect(found && plainText(found, new Deadline(10_000)).length).toBeGreaterThan(
      limits.quoteText,
    );
    expect(said).not.toHaveBeenCalled();
  });

  test.each([
    ['blocks are lines', '<p>a[[b <i>c</i></p><div>d<br>e</div>f]]g', 'b c\n\nd\ne\nf'],
    ['cells and items do not run together', '<ul><li>[[a</li><li>b</li></ul>c]]', 'a\n\nb\n\nc'],
    [
      'what is hidden is left out',
      '[[a<b hidden>x</b><style>y</style> <i style="display:none">z</i>b]]',
      'a b',
    ],
  ])('%s', (_name, body, text) => {
    expect(wordsOf(body)).toBe(text);
  });

  test('come from shadow trees', () => {
    showPage('<x-a></x-a>');
    const root = (document.querySelector('x-a') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>one</p><p>two</p>';
    const [first, last] = [root.firstChild as Node, root.lastChild as Node];
    const spans = [{ start: { node: first, offset: 0 }, end: { node: last, offset: 1 } }];
    expect(plainText({ kind: 'spans', spans }, new Deadline(10_000))).toBe('one\n\ntwo');
  });
});
