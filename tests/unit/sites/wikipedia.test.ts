import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWikiPage, wikiPermanentUrl } from '../../../lib/sites/wikipedia/address.ts';

describe('a wiki page has a permanent link', () => {
  test.each([
    [
      'https://en.wikipedia.org/wiki/Tide_pool',
      'https://en.wikipedia.org/w/index.php?title=Tide_pool&oldid=123',
    ],
    [
      'https://de.m.wikipedia.org/wiki/Ebbe_(Meer)#Arten',
      'https://de.wikipedia.org/w/index.php?title=Ebbe_(Meer)&oldid=123#Arten',
    ],
    [
      'https://en.wikipedia.org/w/index.php?title=Tide_pool&oldid=99&diff=prev',
      'https://en.wikipedia.org/w/index.php?title=Tide_pool&oldid=123',
    ],
    [
      'https://zh.wikipedia.org/zh-tw/%E6%BD%AE%E6%B1%90',
      'https://zh.wikipedia.org/w/index.php?title=%E6%BD%AE%E6%B1%90&oldid=123',
    ],
    [
      'https://en.wikipedia.org/wiki/R%26D/C%2B%2B?useskin=x',
      'https://en.wikipedia.org/w/index.php?title=R%26D/C%2B%2B&oldid=123',
    ],
  ])('%s', (address, expected) => {
    expect(wikiPermanentUrl(address, 123)).toBe(expected);
    expect(parseWikiPage(expected)?.revision).toBe(123);
  });

  test('a title with a per cent sign is decoded once', () => {
    const address = 'https://en.wikipedia.org/wiki/100%2525_tide';
    expect(parseWikiPage(wikiPermanentUrl(address, 5) ?? '')?.title).toBe('100%25 tide');
  });

  test.each([
    ['https://en.wikipedia.org/', 1],
    ['https://en.wikipedia.org/wiki/', 1],
    ['https://notwikipedia.org/wiki/Tide', 1],
    ['https://en.wikipedia.org/wiki/Tide', 0],
    ['https://en.wikipedia.org/wiki/Tide', 1.5],
    ['https://en.wikipedia.org/wiki/Tide', Number.NaN],
    ['', 1],
  ])('%s at %d has none', (address, revision) => {
    expect(wikiPermanentUrl(address, revision)).toBeUndefined();
  });

  test('a title stays the same over the permanent link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const page = parseWikiPage(`https://en.wikipedia.org/wiki/${encodeURIComponent(text)}`);
        if (!page) return;
        const link = wikiPermanentUrl(
          `https://en.wikipedia.org/wiki/${encodeURIComponent(text)}`,
          5,
        );
        expect(parseWikiPage(link ?? '')?.title).toBe(page.title);
      }),
    );
  });
});
