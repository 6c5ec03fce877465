import { describe, expect, it } from 'vitest';
import { clipsOfPdf, findingsFor, quotesWithoutPage } from '../../../lib/clips/pdf-findings.ts';
import { createLink, createQuote, createSource } from '../../support/items.ts';

const url = 'https://papers.example/tides.pdf';
const source = createSource({
  url,
  canonicalUrl: url,
  title: 'tides.pdf',
  cleanTitle: 'tides.pdf',
  mediaType: 'application/pdf',
});
const reading = { title: 'Tides', author: 'Ada Example', published: '2025-01-03' };

describe('what a PDF says is filled in', () => {
  it('where nothing is known', () => {
    expect(findingsFor(createQuote({ source }), reading, 3)).toEqual({
      sourceTitle: 'Tides',
      sourceAuthor: 'Ada Example',
      sourcePublished: '2025-01-03',
      page: 3,
    });
  });

  it('but not over what is known: a page, a date of publication, what was typed', () => {
    const dated = createQuote({
      source: { ...source, published: '2024' },
      sourceTitle: 'The tides',
      sourceAuthor: '',
      page: 2,
    });
    expect(findingsFor(dated, reading, 3)).toEqual({});
  });

  it('in a link as its title, unless it was given one', () => {
    const link = createLink({ source, url, title: 'tides.pdf' });
    expect(findingsFor(link, reading, null)).toMatchObject({ title: 'Tides' });
    expect(findingsFor({ ...link, title: 'mine' }, reading, null)).not.toHaveProperty('title');
  });
});

describe('the clips of a PDF', () => {
  const quote = createQuote({ source });
  const placed = createQuote({ source, page: 2 });
  const link = createLink({ source: createSource(), url });
  const other = createQuote();

  it('are those of the same paper, the one that is asked about first', () => {
    expect(clipsOfPdf(placed, [quote, placed, link, other])).toEqual([placed, quote, link]);
  });

  it('of a local file are those of its name', () => {
    const local = { ...source, url: '', canonicalUrl: '' };
    const first = createQuote({ source: local });
    const same = createQuote({ source: local });
    const another = createQuote({ source: { ...local, title: 'ebb.pdf' } });
    expect(clipsOfPdf(first, [first, same, another, quote])).toEqual([first, same]);
  });

  it('whose page is looked for are the quotes without one', () => {
    expect(quotesWithoutPage([quote, placed, link])).toEqual([quote]);
  });
});
