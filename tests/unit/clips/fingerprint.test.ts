import { expect, it } from 'vitest';
import { fingerprint } from '../../../lib/clips/fingerprint.ts';
import { sha256Hex } from '../../../lib/core/base/hash.ts';

const page = {
  url: 'https://a.example/x?utm_source=m#p',
  canonicalUrl: 'https://a.example/x',
  title: 'X',
};

it('is a sha-256 (FIPS 180-2, example B.1)', async () => {
  expect(await sha256Hex('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('is the same for the same words, however they are spaced', async () => {
  const one = await fingerprint('quote', page, 'Every append\n  lands in a ring\u00ad.');
  expect(await fingerprint('quote', page, ' Every append lands in a\u00a0ring. ')).toBe(one);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
});

it('does not mind at which heading of the page one was', async () => {
  const elsewhere = { ...page, canonicalUrl: 'https://a.example/x#part-2' };
  expect(await fingerprint('quote', elsewhere, 'w')).toBe(await fingerprint('quote', page, 'w'));
});

it('differs for other words, another kind, another page', async () => {
  const all = await Promise.all([
    fingerprint('quote', page, 'words'),
    fingerprint('quote', page, 'Words'),
    fingerprint('link', page, 'words'),
    fingerprint('quote', { ...page, canonicalUrl: 'https://a.example/y' }, 'words'),
    fingerprint('quote', { url: '', canonicalUrl: '', title: 'local.pdf' }, 'words'),
  ]);
  expect(new Set(all).size).toBe(all.length);
});

it('is the same for a paper’s abstract page and its PDF', async () => {
  const abstract = {
    url: 'https://arxiv.org/abs/2501.01234',
    canonicalUrl: 'https://arxiv.org/abs/2501.01234',
    title: 'Tides',
  };
  const pdf = {
    url: 'https://arxiv.org/pdf/2501.01234v2#page=3',
    canonicalUrl: 'https://arxiv.org/pdf/2501.01234v2',
    title: '2501.01234v2.pdf',
    mediaType: 'application/pdf',
  };
  const one = await fingerprint('quote', abstract, 'words');
  expect(await fingerprint('quote', pdf, 'words')).toBe(one);
});
