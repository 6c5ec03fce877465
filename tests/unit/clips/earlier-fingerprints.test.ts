import { describe, expect, test } from 'vitest';
import { createLink, createQuote, type Placement } from '../../../lib/clips/create-item.ts';
import { earlierFingerprints } from '../../../lib/clips/fingerprint.ts';
import { cleanUrl, pageAddress } from '../../../lib/core/address/url.ts';
import { sha256Hex } from '../../../lib/core/base/hash.ts';
import type { PageInfo } from '../../../lib/core/source/source.ts';

const placement: Placement = {
  id: 'f4c1a2b3-0000-4000-8000-000000000001',
  wrapUpId: 'f4c1a2b3-0000-4000-8000-000000000002',
  order: 'a0',
  now: '2026-11-27T10:00:00.000Z',
};

const pageAt = (url: string): PageInfo => ({
  url,
  canonicalUrl: pageAddress(cleanUrl(url)),
  title: 'Rings',
  cleanTitle: 'Rings',
  siteName: '',
  author: '',
  published: '',
  description: '',
  language: '',
  mediaType: '',
});

const words = {
  text: 'Every append lands in a ring.',
  markdown: 'Every append lands in a ring.',
  html: '',
  selectors: [],
  heading: '',
  headingId: '',
};

/** Returns it as the first version wrote it: kind, page and thing. */
const stored = (kind: string, page: string, thing: string) =>
  sha256Hex(JSON.stringify([kind, page, thing]));

describe('a quote of a page is found again whose address the first version cleaned otherwise', () => {
  test.each([
    // These were kept then, and are removed now.
    ['https://www.nytimes.com/a.html?smid=x', 'https://www.nytimes.com/a.html?smid=x'],
    ['https://a.example/p?id=7&_kx=x', 'https://a.example/p?id=7&_kx=x'],
    // These were removed then, and are kept now.
    ['https://medium.com/p/rings?sk=abc', 'https://medium.com/p/rings'],
    ['https://a.example/p?si=abc&id=7', 'https://a.example/p?id=7'],
    ['https://a.example/p?pk_id=3#part', 'https://a.example/p'],
  ])('%s', async (visited, page) => {
    const { item } = await createQuote(placement, pageAt(visited), words, 'title');
    const former = await stored('quote', page, words.text);
    expect(item.fingerprint).not.toBe(former);
    expect(await earlierFingerprints(item, '')).toContain(former);
  });
});

test('a link is found again, to its own page and to another one', async () => {
  const visited = 'https://www.nytimes.com/a.html?smid=x';
  const own = await createLink(placement, pageAt(visited), {
    title: 'Rings',
    url: 'https://www.nytimes.com/a.html',
  });
  expect(await earlierFingerprints(own.item, visited)).toContain(
    await stored('link', visited, visited),
  );
  const other = await createLink(placement, pageAt('https://a.example/p'), {
    title: 'Rings',
    url: 'https://medium.com/p/rings?sk=abc',
  });
  expect(await earlierFingerprints(other.item, 'https://medium.com/p/rings?sk=abc')).toContain(
    await stored('link', 'https://a.example/p', 'https://medium.com/p/rings'),
  );
});

test('where the rules agree there is nothing more to look for', async () => {
  const { item } = await createQuote(
    placement,
    pageAt('https://a.example/p?utm_source=x&id=7'),
    words,
    'title',
  );
  expect(await earlierFingerprints(item, '')).toEqual([]);
});
