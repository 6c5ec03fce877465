import { describe, expect, it } from 'vitest';
import { completedByPaper, knownOfPaper, paperKeyOf } from '../../../lib/clips/paper-facts.ts';
import { createLink, createQuote, createSource } from '../../support/items.ts';

const pageUrl = 'https://arxiv.org/abs/2501.01234';
const page = createSource({
  canonicalUrl: pageUrl,
  cleanTitle: 'Tides and queries',
  author: 'Ada Example, Bo Example',
  published: '2025-01-03',
});
const pdfUrl = 'https://arxiv.org/pdf/2501.01234v2';
const pdf = createSource({
  url: pdfUrl,
  canonicalUrl: pageUrl,
  title: '2501.01234v2.pdf',
  cleanTitle: '2501.01234v2.pdf',
  published: '2025-01',
  mediaType: 'application/pdf',
});
const blog = createSource({ canonicalUrl: 'https://blog.example/', author: 'Somebody' });
const known = { title: 'Tides and queries', author: 'Ada Example', published: '2025-01-03' };

describe('what clips of one paper say of it', () => {
  it('is what its page says, where they are of page and PDF', () => {
    expect(knownOfPaper([createQuote({ source: pdf }), createQuote({ source: page })])).toEqual({
      title: 'Tides and queries',
      author: 'Ada Example, Bo Example',
      published: '2025-01-03',
    });
  });

  it('is what the note-taker typed, before all', () => {
    const typed = createQuote({ source: pdf, sourceTitle: 'Tides', sourcePublished: '2024' });
    expect(knownOfPaper([typed, createQuote({ source: page })])).toMatchObject({
      title: 'Tides',
      published: '2024',
      author: 'Ada Example, Bo Example',
    });
  });

  it('is not the name of a file, and not what a page with a link to it says about itself', () => {
    const link = createLink({ source: blog, url: pdfUrl, title: 'this paper' });
    expect(knownOfPaper([createQuote({ source: pdf }), link])).toEqual({
      title: '',
      author: '',
      published: '2025-01',
    });
  });
});

describe('a clip is completed by that', () => {
  it.each([
    [
      'a quote of the PDF, in all that it does not know',
      createQuote({ source: pdf }),
      { sourceTitle: known.title, sourceAuthor: known.author, sourcePublished: known.published },
    ],
    [
      'a quote of the page, in what it does not say itself',
      createQuote({ source: { ...page, author: '', cleanTitle: 'Tides' } }),
      { sourceAuthor: known.author },
    ],
    [
      'a link of the PDF, in its title',
      createLink({ source: pdf, url: pdfUrl, title: pdf.cleanTitle }),
      { title: known.title, sourceAuthor: known.author, sourcePublished: known.published },
    ],
    [
      'a link that was given a title of its own, not in that',
      createLink({ source: pdf, url: pdfUrl, title: 'the tide paper' }),
      { sourceAuthor: known.author, sourcePublished: known.published },
    ],
    [
      'a link from elsewhere, in authors and date',
      createLink({ source: blog, url: pdfUrl, title: 'this paper' }),
      { sourceAuthor: known.author, sourcePublished: known.published },
    ],
    [
      'what the note-taker said, not at all',
      createQuote({ source: pdf, sourceTitle: '', sourceAuthor: 'A. E.', sourcePublished: '' }),
      {},
    ],
    ['a clip of no paper, not at all', createQuote({ source: blog }), {}],
  ])('%s', (_, clip, expected) => {
    expect(completedByPaper(clip, known)).toEqual(expected);
  });

  it('stays as it is where nothing is known', () => {
    const nothing = { title: '', author: '', published: '' };
    expect(completedByPaper(createQuote({ source: pdf }), nothing)).toEqual({});
  });
});

it('links to a paper are clips of it, links from its page to elsewhere are not', () => {
  const key = paperKeyOf(createQuote({ source: pdf }));
  expect(paperKeyOf(createLink({ source: blog, url: pdfUrl }))).toBe(key);
  expect(paperKeyOf(createLink({ source: page, url: 'https://code.example/' }))).toBeUndefined();
  const file = 'https://papers.example/tides.pdf';
  expect(paperKeyOf(createLink({ source: blog, url: `${file}?utm_source=x` }))).toBe(file);
});
