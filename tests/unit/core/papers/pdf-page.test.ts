import { describe, expect, test } from 'vitest';
import {
  pageFragment,
  pdfPageOf,
  pdfPageUrl,
  withPdfPage,
} from '../../../../lib/core/papers/pdf-page.ts';

describe('a PDF opens at a page', () => {
  test.each([
    ['https://a.example/p.pdf', 25, 'https://a.example/p.pdf#page=25'],
    ['https://a.example/p.pdf#page=3&zoom=100', 25, 'https://a.example/p.pdf#page=25'],
    ['https://a.example/p.pdf?x=1#', 1, 'https://a.example/p.pdf?x=1#page=1'],
    ['https://a.example/p.pdf', 0, 'https://a.example/p.pdf'],
    ['https://a.example/p.pdf', 1.5, 'https://a.example/p.pdf'],
    ['https://a.example/p.pdf#page=2', Number.NaN, 'https://a.example/p.pdf#page=2'],
    // A local file has no address to open.
    ['', 2, ''],
  ])('%s at %d', (address, page, expected) => {
    expect(pdfPageUrl(address, page)).toBe(expected);
  });

  test('a selector names the page without #', () => {
    expect(pageFragment(12)).toBe('page=12');
    expect(pageFragment(-1)).toBe('');
  });

  test.each([
    ['https://a.example/p.pdf#page=25', 25],
    ['https://a.example/p.pdf#zoom=100&page=7', 7],
    ['https://a.example/p.pdf#page=0', undefined],
    ['https://a.example/p.pdf#page=99999999', undefined],
    ['https://a.example/p.pdf#subpage=2', undefined],
    ['https://a.example/p.pdf?page=2', undefined],
    ['', undefined],
  ])('%s asks for %s', (address, page) => {
    expect(pdfPageOf(address)).toBe(page);
  });
});

test('a place in a PDF is a fragment selector; another page takes its place', () => {
  const words = { type: 'TextQuoteSelector', exact: 'w', prefix: '', suffix: '' } as const;
  const heading = { type: 'FragmentSelector', value: 'ring' } as const;
  const at = (page: number) => ({
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
    value: `page=${page}`,
  });
  const first = withPdfPage([words, heading], 3);
  expect(first).toEqual([words, heading, at(3)]);
  expect(withPdfPage(first, 25)).toEqual([words, heading, at(25)]);
  expect(withPdfPage(first, null)).toEqual([words, heading]);
});
