import { describe, expect, test } from 'vitest';
import { readPageInfo } from '../../../lib/page/page-info.ts';
import { visit } from './support.ts';

const infoAt = (url: string, head: string, body = '') => readPageInfo(visit(url, head, body));

const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

describe('an article says who wrote it and when', () => {
  test.each([
    [
      'JSON-LD',
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'Person', '@id': '#ada', name: 'Ada Example' },
          { '@type': 'WebSite', name: 'Tidepool' },
          {
            '@type': ['Article', 'BlogPosting'],
            headline: 'Rings',
            author: { '@id': '#ada' },
            datePublished: '2025-10-30T23:30:00+02:00',
          },
        ],
      }),
      ['Ada Example', '2025-10-30'],
    ],
    [
      'JSON-LD with several authors, as texts',
      jsonLd([{ '@type': 'NewsArticle', author: ['Ada Example', { name: 'Bo Example' }] }]),
      ['Ada Example, Bo Example', ''],
    ],
    [
      'OpenGraph',
      '<meta property="article:published_time" content="2025-10-30T10:00:00Z"><meta name="author" content="Ada Example">',
      ['Ada Example', '2025-10-30'],
    ],
    [
      'an address is no author',
      '<meta property="article:author" content="https://social.example/ada">',
      ['', ''],
    ],
    [
      'citations',
      '<meta name="citation_title" content="Write Budgets"><meta name="citation_author" content="Example, Ada"><meta name="citation_author" content="Bo Example"><meta name="citation_publication_date" content="2025/10">',
      ['Ada Example, Bo Example', '2025-10'],
    ],
    [
      'Dublin Core',
      '<meta name="DC.creator" content="Ada Example"><meta name="DC.date" content="2025">',
      ['Ada Example', '2025'],
    ],
  ])('%s', (_name, head, [author, published]) => {
    expect(infoAt('https://a.example/rings', head)).toMatchObject({ author, published });
  });

  test('a page about a paper says where its PDF is', () => {
    const pdf = (content: string) =>
      infoAt('https://a.example/rings/', `<meta name="citation_pdf_url" content="${content}">`)
        .pdfUrl;
    expect(pdf('../rings.pdf')).toBe('https://a.example/rings.pdf');
    expect(pdf('javascript:alert(1)')).toBeUndefined();
    expect(pdf('')).toBeUndefined();
  });

  test('microdata', () => {
    const body =
      '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author" itemscope><b itemprop="name">Ada Example</b></span><time itemprop="datePublished" datetime="2025-10-30">yesterday</time></div>';
    expect(infoAt('https://a.example/rings', '', body)).toMatchObject({
      author: 'Ada Example',
      published: '2025-10-30',
    });
  });
});

describe('the canonical address is believed only where it can be this page', () => {
  test.each([
    ['cleaned', '/rings?v=2&utm_source=x', '/rings?v=2', '/rings?v=2'],
    ['the home page', '/rings', '/', '/rings'],
    ['another page (left behind by a soft navigation)', '/rings', '/segments', '/rings'],
    ['another video', '/watch?v=new', '/watch?v=old', '/watch?v=new'],
    ['it drops what chooses the page', '/portal?id=a&name=b', '/portal', '/portal?id=a&name=b'],
    ['it drops what does not', '/rings?highlight=x', '/rings', '/rings'],
    [
      'the latest version of the same page',
      '/v1.4/rings/use',
      '/latest/rings/use',
      '/latest/rings/use',
    ],
    ['the same page with its title', '/q/12', '/q/12/rings', '/q/12/rings'],
    ['the same but for a slash: as visited', '/o/r/', '/o/r', '/o/r/'],
    ['the parent', '/guide/rings', '/guide', '/guide/rings'],
    ['a place on the page', '/rings#part', '/rings', '/rings'],
    ['a route in the fragment', '/#/rings', '/', '/#/rings'],
  ])('%s', (_name, path, canonical, expected) => {
    const info = infoAt(
      `https://a.example${path}`,
      `<link rel="canonical" href="https://a.example${canonical}">`,
    );
    expect(info.canonicalUrl).toBe(`https://a.example${expected}`);
    expect(info.url).toBe(`https://a.example${path}`);
  });

  test('another host is not believed', () => {
    const info = infoAt('https://a.example/r', '<link rel=canonical href="https://b.example/r">');
    expect(info.canonicalUrl).toBe('https://a.example/r');
  });

  test('details left behind by a soft navigation are not taken for this page’s', () => {
    const head =
      '<title>New page</title><link rel="canonical" href="/old"><meta property="og:description" content="old"><meta property="og:title" content="Old page"><meta name="author" content="Old Author">' +
      jsonLd({ '@type': 'Article', url: 'https://a.example/old', author: 'Old Author' });
    expect(infoAt('https://a.example/new', head)).toMatchObject({
      cleanTitle: 'New page',
      description: '',
      author: '',
    });
  });
});

describe('who wrote an article and when, where its text alone says so', () => {
  test.each([
    [
      'microformats',
      '<article class="h-entry"><h1>Rings</h1><p class="p-author h-card"><a class="p-name u-url" href="/">Ada Example</a></p><time class="dt-published" datetime="2025-10-28T09:00">x</time></article>',
      ['Ada Example', '2025-10-28'],
    ],
    [
      'a link to the author and the article’s first time',
      '<article><h1>Rings</h1><header>By <a rel="author" href="/ada">Ada Example</a>, <time datetime="2025-10-28">x</time></header><p>Updated <time datetime="2026-01-01">x</time></p></article>',
      ['Ada Example', '2025-10-28'],
    ],
    [
      'not the comments below',
      '<article><h1>Rings</h1></article><div class="comments"><article><a rel="author">Bo</a><time datetime="2025-12-01">x</time></article></div>',
      ['', ''],
    ],
    [
      'not one of many',
      '<main><article><a rel="author">Ada</a><time datetime="2025-10-28">x</time></article><article><a rel="author">Bo</a></article></main>',
      ['', ''],
    ],
    [
      'not who is quoted',
      '<article><blockquote><a rel="author">Bo</a></blockquote></article>',
      ['', ''],
    ],
  ])('%s', (_name, body, [author, published]) => {
    expect(infoAt('https://a.example/rings', '', body)).toMatchObject({ author, published });
  });
});

describe('hostile pages', () => {
  test.each([
    ['broken', '{"@type": "Article", "author": '],
    ['deep', '['.repeat(200_000)],
    ['wide', JSON.stringify(Array(60_000).fill({ a: 1 }))],
    [
      'dangerous names',
      '{"__proto__": {"polluted": 1}, "constructor": 1, "@type": "Article", "author": {"__proto__": 1}}',
    ],
    ['wrong types', '{"@type": 5, "author": [null, 5, [[]]], "datePublished": {}, "@graph": "x"}'],
    ['refers to itself', '{"@id": "a", "author": {"@id": "a"}, "@type": "Article"}'],
  ])('JSON-LD that is %s', (_name, text) => {
    const info = infoAt('https://a.example/r', `<title>Rings</title>${jsonLd(text)}`);
    expect(info.cleanTitle).toBe('Rings');
    expect(typeof info.author).toBe('string');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a megabyte of white space in its data or titles keeps nobody waiting', () => {
    const gap = ' '.repeat(1_000_000);
    const head = (data: string) =>
      `<title>Rings${gap}-${gap}x</title><meta name="description" content="${gap}">${jsonLd(data)}`;
    const whole = `{"@type":"Article","headline":"a${gap}b","author":{"name":"Ada${gap}"}}`;
    const info = (data: string) => infoAt('https://a.example/r', head(data));
    expect(info(whole).author).toBe('Ada');
    expect(info(`{"@type":"Article","author":"Ada",${gap}`).cleanTitle).toBe('Rings - x');
  });

  test('JSON-LD in a comment or CDATA is read', () => {
    for (const wrapped of [
      '<!-- {"@type":"Article","author":"Ada"} -->',
      '//<![CDATA[\n{"@type":"Article","author":"Ada"}\n//]]>',
    ]) {
      expect(infoAt('https://a.example/r', jsonLd(wrapped)).author).toBe('Ada');
    }
  });

  test('elements named like properties change nothing', () => {
    const body =
      '<form name="title"></form><img name="URL"><form name="baseURI"><input name="tagName"></form><embed name="querySelectorAll"><img name="body"><form name="documentElement"></form><object name="contentType"></object>';
    expect(infoAt('https://a.example/rings', '<title>Rings</title>', body)).toMatchObject({
      title: 'Rings',
      url: 'https://a.example/rings',
      language: '',
      mediaType: 'text/html',
    });
  });

  test('every line is one line and within its limit', () => {
    const long = 'x'.repeat(50_000);
    const head = `<title>a\n---\n"b": ${long}</title><meta name="description" content="a\n${long}"><meta name="author" content="${long}">`;
    const info = infoAt('https://a.example/r', head);
    expect(info.title).toMatch(/^a --- "b": x/);
    expect(info.title.length).toBe(1_000);
    expect(info.description.length).toBeLessThanOrEqual(500);
    expect(info.description).not.toContain('\n');
    expect(info.author.length).toBe(1_000);
  });

  test('an address that is too long loses its query, not its middle', () => {
    const url = `https://a.example/r?x=${'y'.repeat(20_000)}`;
    expect(infoAt(url, '').url).toBe('https://a.example/r');
  });
});

describe('a page that went on without loading has its own author and date, or none', () => {
  const before = `<meta name="author" content="Ada Example"><meta property="article:published_time" content="2025-01-02">${jsonLd({ '@type': 'Article', author: { name: 'Ada Example' }, url: 'https://a.example/' })}`;

  test('by a route in the fragment', () => {
    expect(infoAt('https://a.example/#/posts/2', before)).toMatchObject({
      author: '',
      published: '',
    });
  });

  test('whose head names the route', () => {
    const head = `<link rel="canonical" href="https://a.example/#/posts/2">${before}`;
    expect(infoAt('https://a.example/#/posts/2', head).author).toBe('Ada Example');
  });

  test('and one at a place of the page keeps what its head says', () => {
    expect(infoAt('https://a.example/#part', before)).toMatchObject({ author: 'Ada Example' });
  });
});
