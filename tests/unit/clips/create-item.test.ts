import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { createImage, createLink, createQuote } from '../../../lib/clips/create-item.ts';
import { createMenuPage } from '../../../lib/clips/menu-page.ts';
import { sha256Hex } from '../../../lib/core/base/hash.ts';
import { ItemSchema, OriginalSchema } from '../../../lib/core/post/item.ts';
import { PageInfoSchema } from '../../../lib/core/source/source.ts';
import { isRepositoryUrl } from '../../../lib/sites/repository.ts';
import { instant, pageInfo, uuid, wrapUpId } from '../../support/records.ts';

const place = { id: uuid(1), wrapUpId, order: 'a0', now: instant };
const selection = {
  text: 'Every append lands in a ring.',
  markdown: 'Every append lands in a *ring*.',
  html: '<p>Every append lands in a <em>ring</em>.</p>',
  selectors: [{ type: 'CssSelector' as const, value: 'p' }],
  heading: 'Ring',
  headingId: 'ring',
};

describe('a quote', () => {
  it('keeps words, Markdown, place and what it was made from', async () => {
    const { item, original } = await createQuote(place, pageInfo(), selection, 'title');
    expect(v.is(ItemSchema, item)).toBe(true);
    expect(item).toMatchObject({
      kind: 'quote',
      form: 'quote',
      text: selection.text,
      markdown: selection.markdown,
      editedMarkdown: null,
      attribution: 'title',
      note: '',
      source: { ...pageInfo(), heading: 'Ring', headingId: 'ring', capturedAt: instant },
    });
    expect(v.is(OriginalSchema, original)).toBe(true);
    expect(original).toMatchObject({
      id: uuid(1),
      html: selection.html,
      htmlHash: await sha256Hex(selection.html),
    });
  });

  it('has no original where the page gave no HTML', async () => {
    const made = await createQuote(place, pageInfo(), { ...selection, html: '' }, 'none');
    expect(made.original).toBeUndefined();
  });
});

describe('a link', () => {
  it('is called what the page is called, else its file, else its address', async () => {
    const title = async (given: string, url: string) =>
      (await createLink(place, pageInfo(), { title: given, url })).item.title;
    expect(await title(' Ring buffers ', 'https://a.example/')).toBe('Ring buffers');
    expect(await title('', 'https://a.example/ring%20buffers.pdf')).toBe('ring buffers.pdf');
    expect(await title('', 'https://a.example/')).toBe('https://a.example/');
  });
});

describe('of a PDF opened at a page', () => {
  const url = 'https://papers.example/ring.pdf';
  const pdf = pageInfo({ url: `${url}#page=25`, canonicalUrl: url, mediaType: 'application/pdf' });
  const fragment = {
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
    value: 'page=25',
  };

  it('a quote is at that page', async () => {
    const { item } = await createQuote(place, pdf, selection, 'title');
    expect(item.page).toBe(25);
    expect(item.source.selectors).toEqual([...selection.selectors, fragment]);
    expect(v.is(ItemSchema, item)).toBe(true);
  });

  it('a link keeps the page beside its address', async () => {
    const { item } = await createLink(place, pdf, { title: 'Rings', url: pdf.url });
    expect(item).toMatchObject({ url, page: 25, source: { selectors: [fragment] } });
    const elsewhere = await createLink(place, pageInfo(), { title: 'Rings', url: `${url}#page=3` });
    expect(elsewhere.item).toMatchObject({ url, page: 3, source: { selectors: [] } });
  });

  it('a fragment of a page that is no PDF is left alone', async () => {
    const address = 'https://docs.example/guide#page=3';
    const { item } = await createLink(place, pageInfo({ url: address }), {
      title: '',
      url: address,
    });
    expect(item.url).toBe(address);
    expect(item.page).toBeUndefined();
  });
});

test('a paper is the same thing by its abstract page and by its PDF', async () => {
  const canonicalUrl = 'https://arxiv.org/abs/2501.01234';
  const mediaType = 'application/pdf';
  const print = async (url: string, more = {}) =>
    (await createLink(place, pageInfo({ url, canonicalUrl: url, ...more }), { title: '', url }))
      .item.fingerprint;
  const one = await print(canonicalUrl);
  expect(await print('https://arxiv.org/pdf/2501.01234v3', { canonicalUrl, mediaType })).toBe(one);
  // The page says which PDF belongs to it.
  const pdfUrl = 'https://papers.example/tides.pdf';
  const other = await print('https://papers.example/tides/', { pdfUrl });
  expect(await print(`${pdfUrl}#page=2`, { canonicalUrl: pdfUrl, mediaType })).toBe(other);
  expect(other).not.toBe(one);
});

describe('a picture', () => {
  it('is a clip even where its bytes could not be had', async () => {
    const picture = { alt: 'A ring', url: 'https://a.example/r.png', linkUrl: '' };
    const { item } = await createImage(place, pageInfo(), picture, {
      fileName: 'r.png',
      assetId: '',
    });
    expect(v.is(ItemSchema, item)).toBe(true);
  });
});

describe('a page known by the menu alone', () => {
  it('has its address without tracking, and its title', () => {
    const page = createMenuPage({
      pageUrl: 'https://papers.example/ring.pdf?utm_source=x#page=3',
      tabTitle: 'Rings all the way',
    });
    expect(page).toMatchObject({
      url: 'https://papers.example/ring.pdf?utm_source=x#page=3',
      canonicalUrl: 'https://papers.example/ring.pdf',
      cleanTitle: 'Rings all the way',
      mediaType: 'application/pdf',
    });
    expect(v.is(PageInfoSchema, page)).toBe(true);
  });

  it('is called by its file where it has no title', () => {
    expect(createMenuPage({ pageUrl: 'https://papers.example/ring%20buffers.pdf' }).title).toBe(
      'ring buffers.pdf',
    );
  });

  it('is called by its title without what Firefox’s PDF viewer adds', () => {
    const pageUrl = 'https://papers.example/ring.pdf';
    const title = (tabTitle: string) => createMenuPage({ pageUrl, tabTitle }).title;
    expect(title('Rings all the way - ring.pdf')).toBe('Rings all the way');
    expect(title('Rings - all the way')).toBe('Rings - all the way');
  });

  it('is a PDF where the viewer’s title says so, and a paper where the address does', () => {
    const page = createMenuPage({
      pageUrl: 'https://arxiv.org/pdf/2501.01234v2',
      tabTitle: 'Tides and queries - 2501.01234v2.pdf',
    });
    expect(page).toMatchObject({
      canonicalUrl: 'https://arxiv.org/abs/2501.01234',
      title: 'Tides and queries',
      published: '2025-01',
      mediaType: 'application/pdf',
    });
    const download = { pageUrl: 'https://papers.example/get?id=3', tabTitle: 'tides.pdf' };
    expect(createMenuPage(download).mediaType).toBe('application/pdf');
    // Only the viewer that keeps scripts out reveals it here.
    const silent = { pageUrl: 'https://papers.example/get?id=3', tabTitle: 'Tides - get' };
    expect(createMenuPage(silent)).toMatchObject({ mediaType: '', title: 'Tides - get' });
    expect(createMenuPage(silent, true)).toMatchObject({
      mediaType: 'application/pdf',
      title: 'Tides',
    });
  });

  it.each([
    ['https://papers.example/2024/tides.pdf#page=2', 'papers.example/2024/tides.pdf', 'tides.pdf'],
    ['https://papers.example/get?id=7', 'papers.example/get?id=7', 'get'],
    ['file:///home/ada/river%20tides.pdf', '/home/ada/river tides.pdf', 'river tides.pdf'],
    ['file:///home/ada/river%20tides.pdf', 'home/ada/river%20tides.pdf', 'river tides.pdf'],
    ['https://papers.example/tides.pdf', 'Tides and/or queries', 'Tides and/or queries'],
  ])('is not called by its address: %s, %s', (pageUrl, tabTitle, title) => {
    expect(createMenuPage({ pageUrl, tabTitle }).title).toBe(title);
  });

  it('is known by its name alone where it is a local file', () => {
    const page = createMenuPage({ pageUrl: 'file:///home/ada/secret/ring.pdf' });
    expect(page).toMatchObject({ url: '', canonicalUrl: '', title: 'ring.pdf' });
    expect(JSON.stringify(page)).not.toContain('ada');
  });

  it('is the frame where the menu was opened in one', () => {
    const page = createMenuPage({
      pageUrl: 'https://a.example/',
      frameUrl: 'https://embed.example/doc',
    });
    expect(page.url).toBe('https://embed.example/doc');
  });
});

it.each([
  ['https://github.com/tidepool-db/tidepool', true],
  ['https://codeberg.org/tidepool/tidepool/', true],
  ['https://github.com/tidepool-db/tidepool/issues/3', false],
  ['https://www.npmjs.com/package/@tide/pool', true],
  ['https://pkg.go.dev/codeberg.org/tide/pool', true],
  ['https://github.com/tidepool-db', false],
  ['https://github.com/topics/database', false],
  ['https://github.com.evil.example/a/b', false],
])('%s is a repository or a package: %s', (url, expected) => {
  expect(isRepositoryUrl(url)).toBe(expected);
});
