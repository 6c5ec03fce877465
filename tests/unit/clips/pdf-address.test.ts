import { describe, expect, test } from 'vitest';
import { isPdfTitle, looksLikePdf, withoutPdfFile } from '../../../lib/clips/pdf-address.ts';

describe('an address says that it is a PDF’s', () => {
  test.each([
    ['https://papers.example/2024/tides.pdf', true],
    ['https://papers.example/2024/TIDES.PDF?download=1#page=3', true],
    ['file:///home/ada/tides.pdf', true],
    ['https://arxiv.org/pdf/2501.01234', true],
    ['https://arxiv.org/pdf/2501.01234v2#page=4', true],
    ['https://openreview.net/pdf?id=aB3-_xYz12', true],
    ['https://dl.acm.org/doi/pdf/10.1145/1234567.7654321', true],
    ['https://hal.science/hal-01234567v2/document', true],
    ['https://arxiv.org/abs/2501.01234', false],
    ['https://openreview.net/forum?id=aB3-_xYz12', false],
    ['https://dl.acm.org/doi/epdf/10.1145/1234567.7654321', false],
    ['https://docs.example/pdf/about', false],
    ['https://docs.example/document', false],
    ['https://docs.example/?file=tides.pdf', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(looksLikePdf(address)).toBe(expected);
  });
});

test.each([
  ['Tides and queries - 2501.01234v2.pdf', 'Tides and queries'],
  ['Tides - a study - tides.pdf', 'Tides - a study'],
  ['tides.pdf', 'tides.pdf'],
  ['Tides and queries', 'Tides and queries'],
  ['', ''],
])('the title of Firefox’s viewer, %s, without the file: %s', (title, expected) => {
  expect(withoutPdfFile(title)).toBe(expected);
});

test('a tab that is called by a PDF’s file is a PDF’s', () => {
  expect(isPdfTitle('Tides - tides.pdf')).toBe(true);
  expect(isPdfTitle('tides.pdf at main · ada/papers')).toBe(false);
});
