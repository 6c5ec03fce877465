/**
 * Pages with the structure and the size of real ones, but with generated words: the wrappers,
 * depth, classes, links, notes and spans are like those of encyclopedias, news sites, documentation
 * tools, forums and code hosts. The pages are the same each time.
 */

const stems =
  'tide gauge harbour moon basin reach current lock sluice chart sounding ebb flood neap spring mean level datum record pressure wind surge wave estuary channel buoy pilot station hour height range phase constituent harmonic series sample drift sensor cable float well pipe stilling survey coast island delta river'.split(
    ' ',
  );
const small = 'the of and a in to is was for on as with by that from at which it are an'.split(' ');

/** A generator of numbers in [0, 1): https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

class Writer {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = numbers(seed);
  }
  int(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1));
  }
  chance(part: number): boolean {
    return this.#next() < part;
  }
  pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.#next() * all.length)] as T;
  }
  words(count: number): string {
    const words: string[] = [];
    for (let at = 0; at < count; at++) words.push(this.pick(at % 2 === 0 ? small : stems));
    return words.join(' ');
  }
  title(count: number): string {
    return this.words(count).replace(/^./, (letter) => letter.toUpperCase());
  }
  times(count: number, make: (at: number) => string): string {
    return Array.from({ length: count }, (_, at) => make(at)).join('');
  }
  /** Generates inline content like that of prose. */
  prose(sentences: number, link: (text: string) => string): string {
    return this.times(sentences, () => {
      const parts: string[] = [];
      for (let at = this.int(2, 4); at > 0; at--) {
        const text = this.words(this.int(3, 8));
        const kind = this.int(0, 19);
        if (kind < 5) parts.push(`${this.words(3)} ${link(text)}`);
        else if (kind < 7) parts.push(`<i>${text}</i>`);
        else if (kind < 8) parts.push(`<b>${text}</b>`);
        else if (kind < 9) parts.push(`<code>${this.pick(stems)}_${this.pick(stems)}()</code>`);
        else parts.push(text);
      }
      return `${parts.join(', ')}${this.pick(['.', '.', '.', '; 12–14 %.', ' (*see* [a_b]).', ' &amp; so on.'])} `;
    });
  }
}

/** An encyclopedia's article: references, boxes, tables, navigation at its end. */
function encyclopedia(w: Writer, sections: number): string {
  const link = (text: string) =>
    `<a href="/wiki/${text.replaceAll(' ', '_')}" title="${text}">${text}</a>`;
  let note = 0;
  const notes = () => {
    note++;
    return `<sup id="cite_ref-${note}" class="reference"><a href="#cite_note-${note}"><span class="cite-bracket">[</span>${note}<span class="cite-bracket">]</span></a></sup>`;
  };
  const heading = (level: number, text: string) =>
    `<div class="mw-heading mw-heading${level}"><h${level} id="${text.replaceAll(' ', '_')}">${text}</h${level}><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/w/index.php?title=x&amp;action=edit" title="Edit section: ${text}"><span>edit</span></a><span class="mw-editsection-bracket">]</span></span></div>`;
  const box = `<table class="infobox vcard"><tbody><tr><th colspan="2" class="infobox-above">${w.title(3)}</th></tr><tr><td colspan="2" class="infobox-image"><span class="mw-default-size" typeof="mw:File/Frameless"><a href="/wiki/File:A.jpg" class="mw-file-description"><img src="//upload.example/thumb/a.jpg/250px-a.jpg" decoding="async" width="250" height="167" class="mw-file-element" srcset="//upload.example/thumb/a.jpg/375px-a.jpg 1.5x, //upload.example/thumb/a.jpg/500px-a.jpg 2x" data-file-width="4096" data-file-height="2731"></a></span><div class="infobox-caption">${w.words(8)}</div></td></tr>${w.times(12, () => `<tr><th scope="row" class="infobox-label">${w.title(2)}</th><td class="infobox-data">${link(w.words(3))}, ${w.words(2)}</td></tr>`)}</tbody></table>`;
  const table = () =>
    `<table class="wikitable sortable"><caption>${w.title(5)}</caption><tbody><tr>${w.times(5, () => `<th>${w.title(2)}</th>`)}</tr>${w.times(w.int(8, 25), () => `<tr>${w.times(5, (at) => `<td>${at === 0 ? link(w.words(2)) : w.int(1, 9_999)}</td>`)}</tr>`)}</tbody></table>`;
  const body = w.times(sections, (at) => {
    const parts = [heading(at % 3 === 0 ? 2 : 3, w.title(3))];
    if (w.chance(0.3)) {
      parts.push(
        `<figure class="mw-default-size mw-halign-right" typeof="mw:File/Thumb"><a href="/wiki/File:B.jpg" class="mw-file-description"><img src="//upload.example/thumb/b.jpg/220px-b.jpg" decoding="async" width="220" height="147" class="mw-file-element"></a><figcaption>${w.words(12)}</figcaption></figure>`,
      );
    }
    parts.push(
      w.times(
        w.int(2, 6),
        () => `<p>${w.prose(w.int(3, 8), link)}${notes()}${w.chance(0.4) ? notes() : ''}\n</p>`,
      ),
    );
    if (w.chance(0.25)) parts.push(table());
    if (w.chance(0.3))
      parts.push(
        `<ul>${w.times(w.int(4, 12), () => `<li>${link(w.words(3))} – ${w.words(8)}</li>`)}</ul>`,
      );
    return parts.join('\n');
  });
  const references = `<div class="reflist"><div class="mw-references-wrap mw-references-columns"><ol class="references">${w.times(note, (at) => `<li id="cite_note-${at + 1}"><span class="mw-cite-backlink"><b><a href="#cite_ref-${at + 1}" aria-label="Jump up" title="Jump up">^</a></b></span> <span class="reference-text"><cite class="citation book cs1">${w.title(2)} (${w.int(1900, 2026)}). <a rel="nofollow" class="external text" href="https://books.example/?id=${at}"><i>${w.title(6)}</i></a>. ${w.title(2)}. p. ${w.int(1, 400)}. <a href="/wiki/ISBN" class="mw-redirect">ISBN</a> <bdi>978-0-00-${at}</bdi>.</cite><span title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi" class="Z3988"></span></span>\n</li>`)}</ol></div></div>`;
  const navigation = `<div role="navigation" class="navbox"><table class="nowraplinks mw-collapsible autocollapse navbox-inner"><tbody>${w.times(8, () => `<tr><th scope="row" class="navbox-group">${w.title(2)}</th><td class="navbox-list navbox-odd hlist"><div style="padding:0 0.25em"><ul>${w.times(14, () => `<li>${link(w.words(2))}</li>`)}</ul></div></td></tr>`)}</tbody></table></div>`;
  return `<div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">${w.title(3)}</span></h1><div id="bodyContent" class="vector-body"><div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">${box}<p>${w.prose(6, link)}</p>${body}${heading(2, 'References')}${references}${navigation}</div></div></div></div>`;
}

/**
 * A story on a news site or blog: long wrappers, places for advertisements, share links, comments.
 */
function story(w: Writer, paragraphs: number): string {
  const link = (text: string) =>
    `<a class="css-1x2y3z e1k5d" href="https://tides.example/${w.int(1, 9_999)}/story?ref=body" data-track="inline" rel="noopener">${text}</a>`;
  const body = w.times(paragraphs, (at) => {
    const text = `<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-${at}"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">${w.prose(w.int(2, 5), link)}</p></div></div>`;
    if (at % 6 === 3) {
      return `${text}<div class="ad-slot" id="ad-${at}" data-google-query-id="x"><div class="ad-label css-1dv1kvn"><span>Advertisement</span></div></div>`;
    }
    if (at % 8 === 5) {
      return `${text}<figure class="css-1wq6v4x" aria-label="media"><div class="css-1xdhyk6"><picture><source media="(max-width: 599px)" srcset="https://static.example/a-600.jpg?quality=75"><img alt="${w.words(8)}" class="css-rq4mmj" src="https://static.example/a-1024.jpg?quality=75" srcset="https://static.example/a-600.jpg 600w, https://static.example/a-1024.jpg 1024w" sizes="((min-width: 600px) and (max-width: 1004px)) 84vw, 60vw" decoding="async" loading="lazy"></picture></div><figcaption class="css-1l44abu"><span class="css-jevhma">${w.words(14)}</span><span class="css-cnj6d5"><span>${w.title(2)}</span></span></figcaption></figure>`;
    }
    if (at % 10 === 7)
      return `${text}<h2 class="css-1aoo5yy eoo0vm40" id="link-${at}">${w.title(5)}</h2>`;
    if (at % 12 === 9)
      return `${text}<blockquote class="css-1q1"><p>${w.words(24)}</p></blockquote>`;
    return text;
  });
  const comments = w.times(
    Math.floor(paragraphs / 2),
    () =>
      `<div class="comment"><div class="comment-meta"><a class="author" href="/u/1"><span>${w.title(1)}</span></a> <time datetime="2026-03-01">1 March</time></div><div class="comment-body"><p>${w.words(w.int(12, 50))}</p></div><div class="actions"><button type="button">Reply</button><button type="button">Recommend</button></div></div>`,
  );
  return `<div class="page"><header class="masthead"><nav><ul>${w.times(30, () => `<li class="nav-item"><a href="/s">${w.title(1)}</a></li>`)}</ul></nav></header><main id="site-content"><article id="story" class="css-1vxca1d"><header><h1 class="css-88wicj" id="link-headline">${w.title(8)}</h1><p class="byline">By <span itemprop="name">${w.title(2)}</span></p></header><section name="articleBody" class="meteredContent css-1r7ky0e">${body}</section></article><section id="comments">${comments}</section></main><footer>${w.times(40, () => `<a href="/f">${w.words(2)}</a> `)}</footer></div>`;
}

const syntax = ['k', 'n', 'nf', 'p', 'o', 's1', 'mi', 'c1', 'nb', 'w'];

/** A documentation page: highlighted code, definitions, admonitions, permalinks. */
function documentation(w: Writer, sections: number): string {
  const link = (text: string) =>
    `<a class="reference internal" href="../api/${w.pick(stems)}.html#${w.pick(stems)}"><code class="xref py py-func docutils literal notranslate"><span class="pre">${text.split(' ')[1] ?? 'x'}()</span></code></a>`;
  const code = (lines: number) =>
    `<div class="highlight-python notranslate"><div class="highlight"><pre><span></span>${w.times(lines, () => `${w.times(w.int(3, 9), () => `<span class="${w.pick(syntax)}">${w.pick(stems)}</span>${w.pick([' ', '<span class="p">.</span>', '<span class="o">=</span> '])}`)}\n`)}</pre></div></div>`;
  const body = w.times(sections, (at) => {
    const name = `${w.pick(stems)}-${at}`;
    const parts = [
      `<section id="${name}"><h2>${w.title(3)}<a class="headerlink" href="#${name}" title="Link to this heading">¶</a></h2>`,
      w.times(w.int(1, 4), () => `<p>${w.prose(w.int(2, 4), link)}</p>`),
    ];
    if (w.chance(0.6)) parts.push(code(w.int(4, 25)));
    if (w.chance(0.3))
      parts.push(
        `<div class="admonition note"><p class="admonition-title">Note</p><p>${w.prose(2, link)}</p></div>`,
      );
    if (w.chance(0.4)) {
      parts.push(
        `<dl class="py function"><dt class="sig sig-object py" id="${name}.f"><span class="sig-prename descclassname"><span class="pre">tide.</span></span><span class="sig-name descname"><span class="pre">${w.pick(stems)}</span></span><span class="sig-paren">(</span><em class="sig-param"><span class="n"><span class="pre">height</span></span><span class="o"><span class="pre">=</span></span><span class="default_value"><span class="pre">None</span></span></em><span class="sig-paren">)</span><a class="headerlink" href="#${name}.f">¶</a></dt><dd><p>${w.prose(2, link)}</p><dl class="field-list simple"><dt class="field-odd">Parameters<span class="colon">:</span></dt><dd class="field-odd"><ul class="simple">${w.times(4, () => `<li><p><strong>${w.pick(stems)}</strong> (<em>int</em>) – ${w.words(8)}</p></li>`)}</ul></dd></dl></dd></dl>`,
      );
    }
    parts.push('</section>');
    return parts.join('\n');
  });
  return `<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main"><section id="top"><h1>${w.title(3)}<a class="headerlink" href="#top">¶</a></h1>${body}</section></div></div></div><div class="sphinxsidebar" role="navigation"><ul>${w.times(60, () => `<li class="toctree-l1"><a class="reference internal" href="x.html">${w.title(3)}</a></li>`)}</ul></div></div>`;
}

/** A forum's thread or a code host's issue. */
function thread(w: Writer, posts: number): string {
  const link = (text: string) =>
    `<a href="https://tides.example/${w.int(1, 999)}" rel="nofollow">${text}</a>`;
  return `<main>${w.times(posts, (at) => `<div class="js-timeline-item TimelineItem-body"><div id="issuecomment-${at}" class="timeline-comment-group"><div class="timeline-comment-header clearfix d-flex"><h3 class="f5 text-normal"><strong><a class="author Link--primary text-bold" href="/u${at}">u${at}</a></strong> <span>commented <a href="#issuecomment-${at}" class="Link--secondary"><relative-time datetime="2026-03-01T10:00:00Z">Mar 1, 2026</relative-time></a></span></h3><div class="timeline-comment-actions"><svg aria-hidden="true" height="16" viewBox="0 0 16 16" width="16" class="octicon octicon-kebab-horizontal"><path d="M8 9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z"></path></svg></div></div><div class="edit-comment-hide"><table class="d-block user-select-contain"><tbody class="d-block"><tr class="d-block"><td class="d-block comment-body markdown-body">${w.times(w.int(1, 4), () => `<p dir="auto">${w.prose(w.int(1, 4), link)}</p>`)}${w.chance(0.3) ? `<div class="highlight highlight-source-go notranslate" dir="auto"><pre>${w.times(w.int(3, 12), () => `<span class="pl-k">func</span> <span class="pl-en">${w.pick(stems)}</span>() { <span class="pl-s1">${w.pick(stems)}</span> := <span class="pl-c1">${w.int(1, 99)}</span> }\n`)}</pre></div>` : ''}${w.chance(0.3) ? `<ul dir="auto">${w.times(4, () => `<li>${w.prose(1, link)}</li>`)}</ul>` : ''}</td></tr></tbody></table></div></div></div>`)}</main>`;
}

/** Returns one page of each kind in several sizes. */
export function madePages(): string[] {
  const pages: string[] = [];
  for (let round = 0; round < 6; round++) {
    const size = [1, 2, 3, 4, 6, 8][round] ?? 1;
    pages.push(encyclopedia(new Writer(round * 7 + 1), size * 6));
    pages.push(story(new Writer(round * 7 + 2), size * 12));
    pages.push(documentation(new Writer(round * 7 + 3), size * 6));
    pages.push(thread(new Writer(round * 7 + 4), size * 8));
  }
  return pages;
}

/** A long article of about 226 kB. */
export function longArticle(): string {
  return encyclopedia(new Writer(42), 25);
}
