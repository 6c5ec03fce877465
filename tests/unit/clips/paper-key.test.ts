import { expect, test } from 'vitest';
import { paperKey } from '../../../lib/clips/paper-key.ts';

const at = (url: string, more: Partial<Parameters<typeof paperKey>[0]> = {}) =>
  paperKey({ url, canonicalUrl: url, mediaType: 'text/html', ...more });
const pdf = { mediaType: 'application/pdf' };

test('the abstract page, the PDF and every version of a paper in an archive are one', () => {
  const key = at('https://arxiv.org/abs/2501.01234');
  expect(key).toBe('arxiv:2501.01234');
  expect(at('https://arxiv.org/pdf/2501.01234v3#page=7', pdf)).toBe(key);
  expect(at('https://doi.org/10.48550/arXiv.2501.01234')).toBe(key);
  expect(at('https://arxiv.org/abs/2501.01235')).not.toBe(key);
});

test('elsewhere, a page that names its PDF is of one paper with it', () => {
  const address = 'https://papers.example/2024/tides.pdf';
  expect(at('https://papers.example/tides/', { pdfUrl: address })).toBe(address);
  expect(at(`${address}?utm_source=x#page=2`, pdf)).toBe(address);
});

test('a PDF of an archive is known where only the page’s word for it names the archive', () => {
  const pdfUrl = 'https://arxiv.org/pdf/2501.01234v1';
  expect(at('https://tides.example/our-paper/', { pdfUrl })).toBe('arxiv:2501.01234');
});

test('a page that says nothing of a paper is none; a local file has no key', () => {
  expect(at('https://blog.example/tides/')).toBeUndefined();
  expect(at('', pdf)).toBeUndefined();
});
