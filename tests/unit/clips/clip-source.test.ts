import { describe, expect, test } from 'vitest';
import {
  hasPages,
  isOfPaper,
  linkAddress,
  paperDate,
  sourceAddress,
  sourceTitle,
} from '../../../lib/clips/clip-source.ts';
import { createLink, createQuote, createSource } from '../../support/items.ts';

const pdfUrl = 'https://papers.example/2024/tides.pdf';
const pdf = createSource({
  url: `${pdfUrl}#page=2`,
  canonicalUrl: pdfUrl,
  mediaType: 'application/pdf',
});
const arxivPdf = createSource({
  url: 'https://arxiv.org/pdf/2501.01234v2',
  canonicalUrl: 'https://arxiv.org/abs/2501.01234',
  mediaType: 'application/pdf',
});
const arxivPage = createSource({
  canonicalUrl: 'https://arxiv.org/abs/2501.01234',
  published: '2025-01-03',
});
const blog = createSource({ canonicalUrl: 'https://blog.example/', published: '2026-03-01' });

describe('a quote leads to', () => {
  test.each([
    ['the page of the PDF', createQuote({ source: pdf, page: 12 }), `${pdfUrl}#page=12`],
    ['the PDF, where the page is taken away', createQuote({ source: pdf, page: null }), pdfUrl],
    [
      'the PDF it was clipped from, not its abstract',
      createQuote({ source: arxivPdf, page: 3 }),
      'https://arxiv.org/pdf/2501.01234v2#page=3',
    ],
    [
      'the abstract it was clipped from',
      createQuote({ source: arxivPage }),
      'https://arxiv.org/abs/2501.01234',
    ],
    [
      'nowhere, of a local file',
      createQuote({ source: { ...pdf, url: '', canonicalUrl: '' }, page: 3 }),
      '',
    ],
  ])('%s', (_, clip, expected) => {
    expect(sourceAddress(clip)).toBe(expected);
  });
});

test('a link leads to its page of the PDF', () => {
  expect(linkAddress(createLink({ url: pdfUrl, page: 4 }))).toBe(`${pdfUrl}#page=4`);
  expect(linkAddress(createLink({ url: pdfUrl }))).toBe(pdfUrl);
});

test('what the note-taker says of the source goes before what it said itself', () => {
  expect(sourceTitle(createQuote({ source: pdf, sourceTitle: 'Tides' }))).toBe('Tides');
  expect(sourceTitle(createQuote({ source: pdf, sourceTitle: null }))).toBe('Introduction');
});

describe('a date is shown with', () => {
  test.each([
    [
      'a quote of a dated PDF',
      createQuote({ source: { ...pdf, published: '2024-03' } }),
      '2024-03',
    ],
    ['a quote of a paper’s page', createQuote({ source: arxivPage }), '2025-01-03'],
    ['a PDF whose archive’s id tells', createQuote({ source: arxivPdf }), '2025-01'],
    [
      'what the note-taker typed',
      createQuote({ source: arxivPdf, sourcePublished: '2023' }),
      '2023',
    ],
    ['nothing, where he took it away', createQuote({ source: arxivPdf, sourcePublished: '' }), ''],
    ['no article, however dated', createQuote({ source: blog }), ''],
    [
      'a link to a paper on another page, by its id',
      createLink({ source: blog, url: 'https://arxiv.org/abs/2412.00001' }),
      '2024-12',
    ],
    ['no link on a dated page to some PDF', createLink({ source: blog, url: pdfUrl }), ''],
    [
      'no link from a paper to elsewhere',
      createLink({ source: arxivPage, url: 'https://code.example/' }),
      '',
    ],
    [
      'a paper’s page, clipped as a link',
      createLink({ source: arxivPage, url: 'https://arxiv.org/abs/2501.01234v2' }),
      '2025-01-03',
    ],
    [
      'a local PDF',
      createLink({ source: { ...pdf, url: '', canonicalUrl: '', published: '2019' }, url: '' }),
      '2019',
    ],
  ])('%s', (_, clip, expected) => {
    expect(paperDate(clip)).toBe(expected);
  });
});

test('clips of papers are those from a PDF, from a paper’s page, or that lead to one', () => {
  expect(isOfPaper(createLink({ source: blog, url: pdfUrl }))).toBe(true);
  expect(isOfPaper(createQuote({ source: blog }))).toBe(false);
});

test('only what is from a PDF or leads to one has pages', () => {
  expect(hasPages(createQuote({ source: pdf }))).toBe(true);
  expect(hasPages(createQuote({ source: arxivPage }))).toBe(false);
  expect(hasPages(createLink({ source: blog, url: pdfUrl }))).toBe(true);
  expect(hasPages(createLink({ source: pdf, url: 'https://code.example/' }))).toBe(false);
});
