import { afterEach, describe, expect, test } from 'vitest';
import { readSelection } from '../../../lib/page/capture-selection.ts';
import { visit } from './support.ts';

const address = 'https://forms.example/page';

/** What a selection of all of this gives. */
// jsdom uses a monospace font for all text.
const serif = '<style>html { font-family: serif }</style>';

function clipped(body: string, head = serif) {
  const doc = visit(address, head, `<main>${body}</main>`);
  doc.getSelection()?.selectAllChildren(doc.querySelector('main') as Element);
  const read = readSelection(doc);
  if (read.outcome !== 'selected') throw new Error(read.outcome);
  return read.selection;
}
const markdown = (body: string, head = serif) => clipped(body, head).markdown;

afterEach(() => document.body.replaceChildren());

describe('code that is no pre', () => {
  const style = 'font-family: Menlo, monospace; white-space: pre';

  test('is what shows in letters of one width, its white space kept', () => {
    expect(
      markdown(
        `<p>Try:</p><div class="language-python" style="${style}"><span>def</span> area(r):\n    return 3 * r</div><p>Done.</p>`,
      ),
    ).toBe('Try:\n\n```python\ndef area(r):\n    return 3 * r\n```\n\nDone.');
  });

  test('has the lines that are blocks or breaks in it (what VS Code copies)', () => {
    expect(
      markdown(
        `<div style="${style}"><div><span>def</span> f(x):</div><div>    pass</div><br><div>f(1)</div></div>`,
      ),
    ).toBe('```\ndef f(x):\n    pass\n\nf(1)\n```');
  });

  test('is a block where a code element is one', () => {
    expect(
      markdown(
        `<p>Run:</p><code class="language-sh" style="display: block; ${style}">make \\\n  all</code>`,
      ),
    ).toBe('Run:\n\n```sh\nmake \\\n  all\n```');
  });

  test.each([
    ['words in a line', `<p>a <span style="${style}">b  c</span> d</p>`],
    ['text in other letters', '<div style="white-space: pre">a</div>'],
    ['text that wraps as any', '<div style="font-family: monospace">a</div>'],
    ['more than code', `<div style="${style}"><h2>a</h2><ul><li>b</li></ul></div>`],
  ])('is not %s', (_, body) => {
    expect(markdown(body)).not.toContain('```');
  });

  test('is not the text of a page that is set in such letters as a whole', () => {
    const head = '<style>body { font-family: monospace }</style>';
    const body =
      '<div style="font-family: monospace; white-space: pre-wrap">Dear all,\nhello.</div>';
    expect(markdown(body, head)).toBe('Dear all,\\\nhello.');
  });
});

describe('a table that is none by its elements', () => {
  const table = '| Option | Default |\n| --- | --- |\n| depth | 3 |';

  test('by its roles, whatever is around its rows', () => {
    expect(
      markdown(
        '<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">Option</span><span role="columnheader">Default</span></div></div><div role="rowgroup"><div class="virtual"><div role="row"><span role="cell">depth</span><span role="gridcell">3</span></div></div></div></div>',
      ),
    ).toBe(table);
  });

  test('by its display, its first row in bold letters', () => {
    const row = (one: string, other: string, style = '') =>
      `<div style="display: table-row"><div style="display: table-cell; ${style}">${one}</div><div style="display: table-cell; ${style}">${other}</div></div>`;
    expect(
      markdown(
        `<p></p><div style="display: table">${row('Option', 'Default', 'font-weight: 700')}${row('depth', '3')}</div>`,
      ),
    ).toBe(table);
  });

  test('a table whose first row is in bold letters has it for its header', () => {
    expect(
      markdown(
        '<table><tr><td><b>Option</b></td><td><b>Default</b></td></tr><tr><td>depth</td><td>3</td></tr></table>',
      ),
    ).toMatch(/^\| \*\*Option\*\* \| \*\*Default\*\* \|\n\| --- \| --- \|\n\| depth \| 3 \|$/);
  });

  test('what is laid out like a table alone is none', () => {
    expect(
      markdown(
        '<div style="display: table"><div style="display: table-row"><div style="display: table-cell">left</div><div style="display: table-cell">right</div></div></div>',
      ),
    ).not.toContain('|');
  });
});

describe('things without text', () => {
  test('an embedded recording is a link to it, at its time', () => {
    expect(
      markdown(
        '<p>Watch:</p><iframe src="https://www.youtube-nocookie.com/embed/DChn7mZuiIA?start=90" title="How tides work"></iframe>',
      ),
    ).toBe('Watch:\n\n[How tides work (1:30)](https://youtu.be/DChn7mZuiIA?t=90)');
  });

  test('a title that every player has is no name of a recording', () => {
    expect(
      markdown(
        '<iframe src="https://www.youtube.com/embed/DChn7mZuiIA" title="YouTube video player"></iframe>',
      ),
    ).toBe('[youtu.be/DChn7mZuiIA](https://youtu.be/DChn7mZuiIA)');
  });

  test('a picture that becomes a player is a link to its recording', () => {
    expect(
      markdown(
        '<lite-youtube videoid="DChn7mZuiIA" title="Ring"><a href="x">Play</a></lite-youtube>',
      ),
    ).toBe('[Ring](https://youtu.be/DChn7mZuiIA)');
  });

  test('the numbers of lines beside an editor are left out, other numbers are not', () => {
    expect(
      markdown(
        '<p>a</p><div class="margin-view"><div class="line-numbers">12</div></div><table><tr><th>Line</th></tr><tr><td class="line-number">7</td></tr></table>',
      ),
    ).toBe('a\n\n| Line |\n| --- |\n| 7 |');
  });

  test('a video is a link to its file', () => {
    expect(
      markdown('<p>See:</p><video controls><source src="/talks/ring%20one.webm"></video>'),
    ).toBe('See:\n\n[ring one.webm](https://forms.example/talks/ring%20one.webm)');
  });

  test('a named drawing is its name, an icon of a link is not', () => {
    expect(
      markdown(
        '<p>Sync: <svg role="img" aria-label="Yes"></svg></p><p><a href="/d">Docs <svg><title>external</title></svg></a> <svg aria-hidden="true"><title>dot</title></svg></p>',
      ),
    ).toBe('Sync: Yes\n\n[Docs](https://forms.example/d)');
  });

  test.each([
    [
      'a link has no words but its',
      '<p><a href="/x"><svg aria-label="Feed"></svg></a></p>',
      '[Feed](https://forms.example/x)',
    ],
    [
      'it leads to its own heading',
      '<h2>Setup<a href="#setup"><svg aria-label="Link"></svg></a></h2><p>a</p>',
      '## Setup\n\na',
    ],
    ['it is in a button', '<p>a <button><svg aria-label="Like"></svg></button></p>', 'a'],
  ])('an icon’s name: %s', (_, body, expected) => {
    expect(markdown(body)).toBe(expected);
  });

  test.each([['position: absolute'], ['color: rgba(0, 0, 0, 0)'], ['opacity: 0']])(
    'a field that an editor lays over its lines is no text: %s',
    (style) => {
      const field = `<textarea readonly spellcheck="false" style="font-family: monospace; ${style}">let a</textarea>`;
      expect(markdown(`${field}<pre>let a</pre>`)).toBe('```\nlet a\n```');
    },
  );

  test.each([
    [
      'remarks without an end before a diagram',
      `<p>a</p><div class="mermaid" data-source="${'%% '.repeat(2_000)}x"><svg></svg></div>`,
    ],
    [
      'a title of nothing but dashes',
      `<p>a</p><iframe src="https://youtu.be/DChn7mZuiIA" title="${'-'.repeat(100_000)}x"></iframe>`,
    ],
    [
      'calls that never end in a field',
      `<p>a</p><textarea readonly>${'a('.repeat(50_000)}</textarea>`,
    ],
    [
      'a bar of elements in one another above code',
      `<p>a</p><pre>${'<div>'.repeat(400)}x${'</div>'.repeat(400)}<code>b</code></pre>`,
    ],
  ])('what a hostile page has comes to an end: %s', (_, body) => {
    expect(markdown(body)).toMatch(/^a/);
  });

  test('a video that only moves behind the page is left out', () => {
    expect(markdown('<p>a</p><video src="/waves.mp4" autoplay muted loop></video>')).toBe('a');
  });

  test.each([
    ['in an attribute', '<div class="mermaid" data-source="graph LR; A--&gt;B"><svg></svg></div>'],
    [
      'in a hidden block in it (GitHub)',
      '<section data-type="mermaid"><div data-plain="graph LR; A--&gt;B"><div style="display: none"><pre lang="mermaid">graph LR; A--&gt;B</pre></div><iframe src="about:blank"></iframe></div></section>',
    ],
    [
      'in a script in it',
      '<div class="mermaid"><script type="text/x-mermaid">graph LR; A--&gt;B</script><svg></svg></div>',
    ],
  ])('a diagram is its source, which the page has %s', (_, body) => {
    const source = markdown(`<p>Flow:</p>${body}<p>End.</p>`).replace('&gt;', '>');
    expect(source).toBe('Flow:\n\n```mermaid\ngraph LR; A-->B\n```\n\nEnd.');
  });

  test('code in a field is code, a comment that is being typed is nobody’s text', () => {
    expect(
      markdown(
        '<p>Live:</p><textarea style="font-family: monospace" spellcheck="false">a = 1\nb = 2</textarea><textarea>my comment</textarea><p>End.</p>',
      ),
    ).toBe('Live:\n\n```\na = 1\nb = 2\n```\n\nEnd.');
  });

  test('the labels of tabs are left out, of which one panel shows', () => {
    const tabs = (style: string) =>
      `<p>Make it:</p><ul><li><a role="tab" href="#win">Windows</a></li><li><a role="tab" href="#mac">macOS</a></li></ul><div id="win"><p>py</p></div><div id="mac" style="${style}"><p>python</p></div>`;
    expect(markdown(tabs('display: none'))).toBe('Make it:\n\npy');
    expect(markdown(tabs(''))).toContain('macOS');
  });

  test('a password in code is never read', () => {
    const { markdown: read, html } = clipped(
      '<pre><code>login <input type="password" value="secret"> <input value="ann"></code></pre>',
    );
    expect(read).toContain('ann');
    expect(read + html).not.toContain('secret');
  });
});
