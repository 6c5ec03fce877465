import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../lib/page/html-to-markdown.ts';
import { sanitise } from '../../../lib/page/sanitise.ts';
import { fragmentOf } from '../../support/html-tree.ts';
import { renderGfm } from '../../support/render-gfm.ts';

const baseUrl = 'https://docs.example/guide/start/';

function clean(html: string): string {
  const holder = document.createElement('div');
  holder.append(sanitise(fragmentOf(html), { baseUrl }));
  return holder.innerHTML;
}

describe('what is kept', () => {
  test.each([
    [
      '<p lang="de" dir="rtl" class="x" id="y" style="color:red">Wort</p>',
      '<p lang="de" dir="rtl">Wort</p>',
    ],
    [
      '<a href="../x?a=1&amp;b=2#c" title="t" target="_blank">x</a>',
      '<a href="https://docs.example/guide/x?a=1&amp;b=2#c" title="t">x</a>',
    ],
    ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
    ['<ol start="3"><li value="5">x</li></ol>', '<ol start="3"><li value="5">x</li></ol>'],
    [
      '<table><tbody><tr><td colspan="2" bgcolor="red">x</td></tr></tbody></table>',
      '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    ],
    [
      '<img src="a.png" alt="A" width="20" onerror="x()">',
      '<img src="https://docs.example/guide/start/a.png" alt="A" width="20">',
    ],
    [
      '<div class="highlight-source-go"><pre>a\n<span class="k">b</span></pre></div>',
      '<div><pre><code class="language-go">a\nb\n</code></pre></div>',
    ],
    ['<custom-box><p>x</p></custom-box>', '<p>x</p>'],
    ['<form action="/x"><p>x</p></form>', '<div><p>x</p></div>'],
    [
      '<math><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></math>',
      '<math alttext="x_1"></math>',
    ],
    ['<input type="checkbox" checked name="x">', '<input type="checkbox" disabled="" checked="">'],
    [
      '<img src="data:image/png;base64,AAAA" alt="x">',
      '<img src="data:image/png;base64,AAAA" alt="x">',
    ],
  ])('%s', (given, wanted) => {
    expect(clean(given)).toBe(wanted);
  });
});

describe('what is dropped', () => {
  test.each([
    ['a<script>b</script><style>c</style><template>d</template><noscript>e</noscript>', 'a'],
    ['<iframe src="https://x.example"></iframe><object data="x"></object><embed src="x">', ''],
    ['<button>Copy</button><select><option>x</option></select><textarea>y</textarea>', ''],
    ['<input type="text" value="x"><input type="image" src="x">', ''],
    [
      '<img src="https://t.example/p.gif" width="1" height="1"><img src="https://t.example/q" style="width:0px;height:0px">',
      '',
    ],
    ['<img src="data:image/svg+xml;base64,AAAA" alt="x">', 'x'],
    [`<img src="data:image/png;base64,${'A'.repeat(300_000)}" alt="x">`, 'x'],
    ['<svg><script>x</script><a href="javascript:x">y</a></svg>', ''],
    ['<span hidden>x</span><span style="display:none">y</span><span class="sr-only">z</span>', ''],
    ['<h2>Title<a class="headerlink" href="#t">¶</a></h2>', '<h2>Title</h2>'],
    ['<h2>Title <a href="#t">#</a></h2>', '<h2>Title </h2>'],
    ['x<!-- comment --><?php y ?>', 'x'],
  ])('%s', (given, wanted) => {
    expect(clean(given)).toBe(wanted);
  });
});

/** Attacks of the kinds in public collections, but written anew. */
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" onload="alert(2)">',
  '<svg onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>click</text></a></svg>',
  '<svg><use href="data:image/svg+xml;base64,PHN2Zz4="></use></svg>',
  '<body onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="  javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="blob:https://x.example/1">x</a>',
  '<a href="filesystem:https://x.example/1">x</a>',
  '<a href="view-source:javascript:alert(1)">x</a>',
  '<area href="javascript:alert(1)" shape="default">',
  '<form action="javascript:alert(1)"><input type=submit></form>',
  '<form><button formaction="javascript:alert(1)">x</button></form>',
  '<form><input name="attributes"><input name="parentNode"><input name="firstChild"><img src=x onerror=alert(1)></form>',
  '<form><input name="nextSibling"></form><p onclick="alert(1)">x</p>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<video src=x onerror=alert(1) poster=javascript:alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="javascript:alert(1)//">',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<style>@import "javascript:alert(1)";</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<p style="behavior:url(x)" onmouseover="alert(1)">x</p>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<math alttext="</math><img src=x onerror=alert(1)>"><mi>x</mi></math>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<textarea></textarea><img src=x onerror=alert(1)>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<pre><code class="language-x&quot; onclick=&quot;alert(1)">x</code></pre>',
  '<a href="https://x.example/" onclick="alert(1)" ping="https://t.example">x</a>',
  '<a href="https://x.example/&quot; onclick=&quot;alert(1)">x</a>',
  '<img alt="&quot;><script>alert(1)</script>" src="https://x.example/a.png">',
  '<img src="javascript:alert(1)"><img srcset="javascript:alert(1) 1x"><img data-src="javascript:alert(1)">',
  '<img src="https://x.example/a.png" title="](javascript:alert(1))">',
  '<p>[x](javascript:alert(1)) <b>![x](javascript:alert(1))</b></p>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>',
  '<p>[x]: javascript:alert(1)</p><p>&lt;javascript:alert(1)&gt;</p>',
  '<code>`&lt;script&gt;alert(1)&lt;/script&gt;`</code>',
  '<pre>```\n&lt;script&gt;alert(1)&lt;/script&gt;\n```</pre>',
  '<table><tr><td colspan=2 onclick=alert(1)><a href="javascript:alert(1)">x</a>&lt;script&gt;</td></tr></table>',
  '<q cite="javascript:alert(1)">x</q><blockquote cite="javascript:alert(1)">x</blockquote>',
  '<a href="//x.example/a" style="position:fixed">x</a>',
  '<button popovertarget=x onclick=alert(1)>x</button><div popover id=x onbeforetoggle=alert(1)>x</div>',
  '<p is="x-y" contenteditable slot="z">x</p>',
];

const elements =
  'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li main mark math nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr';
const attributes =
  'href title src alt width height lang dir start reversed type value colspan rowspan align scope datetime cite open span alttext display class disabled checked role';

function expectHarmless(html: string): void {
  const known = elements.split(' ');
  const allowed = attributes.split(' ');
  for (const element of fragmentOf(html).querySelectorAll('*')) {
    expect(known).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      expect(allowed).toContain(name);
      if (['href', 'src', 'cite'].includes(name)) {
        expect(value).toMatch(/^(?:https?:|mailto:|data:image\/(?:png|jpeg|gif|webp);base64,)/);
      }
      if (name === 'class') expect(value).toMatch(/^(?:language-\S+|emoji)$/);
      if (element.localName === 'input') expect(element.getAttribute('type')).toBe('checkbox');
    }
  }
}

describe('nothing that runs survives in the stored HTML', () => {
  test.each(attacks)('%s', (attack) => {
    const stored = clean(attack);
    expectHarmless(stored);
    // Stored content is parsed again, perhaps in another context.
    expect(fragmentOf(stored).querySelectorAll('*').length).toBe(
      fragmentOf(clean(stored)).querySelectorAll('*').length,
    );
    expectHarmless(`<table><tbody><tr><td>${stored}</td></tr></tbody></table>`);
  });
});

describe('nothing that runs survives in the Markdown', () => {
  test.each(attacks)('%s', (attack) => {
    expectHarmless(renderGfm(htmlToMarkdown(fragmentOf(attack), { baseUrl })));
  });
});

/**
 * Adds handlers to every element, a script address to every third link, an attack after every fifth
 * element.
 */
function poisoned(html: string): DocumentFragment {
  const page = fragmentOf(html);
  [...page.querySelectorAll('*')].forEach((element, index) => {
    element.setAttribute('onclick', 'alert(1)');
    element.setAttribute('onerror', 'alert(1)');
    if (!element.hasAttribute('style'))
      element.setAttribute('style', 'background:url(javascript:alert(1))');
    for (const name of ['href', 'src', 'data-src', 'srcset']) {
      if (index % 3 === 0 && element.hasAttribute(name))
        element.setAttribute(name, 'javascript:alert(1)');
    }
    if (index % 5 === 0) element.append(fragmentOf(attacks[index % attacks.length] ?? ''));
  });
  return page;
}

describe('nothing that runs survives of a poisoned page', () => {
  const folder = resolve(process.cwd(), 'tests/fixtures/pages');
  test.each(readdirSync(folder).filter((file) => file.endsWith('.html')))('%s', (file) => {
    const html = readFileSync(`${folder}/${file}`, 'utf8');
    const holder = document.createElement('div');
    holder.append(sanitise(poisoned(html), { baseUrl }));
    expectHarmless(holder.innerHTML);
    expectHarmless(renderGfm(htmlToMarkdown(poisoned(html), { baseUrl })));
  });
});

test('a deeply nested page is stored flat', () => {
  const root = document.createElement('div');
  let inner: HTMLElement = root;
  for (let depth = 0; depth < 2_000; depth++) {
    const next = document.createElement(depth % 2 ? 'span' : 'div');
    inner.append(next);
    inner = next;
  }
  inner.append('words');
  const copy = sanitise(root);
  expect(copy.textContent).toBe('words');
  let depth = 0;
  for (let node = copy.firstChild; node; node = node.firstChild) depth++;
  expect(depth).toBeLessThanOrEqual(201);
});

test('the page is only read', () => {
  const page = fragmentOf('<form><p class="x">a <a href="/b">b</a></p><img src="c.png"></form>');
  const before = page.cloneNode(true);
  sanitise(page, { baseUrl });
  htmlToMarkdown(page, { baseUrl });
  expect(page.isEqualNode(before)).toBe(true);
});
