import { describe, expect, it } from 'vitest';
import { byHand, costs, type Part } from '../../effort/by-hand.ts';

/** Returns what is counted in a post, without the file itself and without missing parts. */
function counted(post: string): Partial<Record<Part, number>> {
  const { file: _, ...counts } = byHand(post).counts;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe('a post by hand', () => {
  it('takes a file that is made, saved, selected and copied', () => {
    expect(byHand('Words.\n')).toMatchObject({ gestures: costs.file, keys: 7 });
  });

  it.each<[string, string, Partial<Record<Part, number>>]>([
    ['an address', 'See [a](https://a.example/).', { address: 1 }],
    [
      'the same once more',
      '[a](https://a.example/) and [b](https://a.example/)',
      { address: 1, repeatedAddress: 1 },
    ],
    ['one with parentheses', '[a](https://a.example/x_(y).pdf) (2024)', { address: 1 }],
    ['a picture', '![](/images/a.png)', { picture: 1 }],
    [
      'a picture that is a link, in a comment',
      '<!--\n\n[![](/a.png)](https://a.example/)\n\n-->',
      { picture: 1, address: 1 },
    ],
    ['a quote', '> Words of\n> theirs.', { quote: 1 }],
    ['a link in a quote', '> See [a](https://a.example/).', { quote: 1, linkInQuote: 1 }],
    [
      'whom a quote is from',
      '> Words of theirs. --\n> [a.example](https://a.example/)',
      { quote: 1, address: 1 },
    ],
    ['no link in code', '```\n[a](https://a.example/)\n```', {}],
  ])('%s', (_, post, counts) => {
    expect(counted(post)).toEqual(counts);
    const expected = Object.entries(counts).reduce(
      (sum, [part, count]) => sum + costs[part as Part] * count,
      costs.file as number,
    );
    expect(byHand(post).gestures).toBe(expected);
  });

  it.each([
    ['front matter and words', '---\ntitle: "A"\n---\n\nWords.\n', 27],
    ['all of a link but its address', 'See [a](https://a.example/).', 10],
    ['no path of a picture', '![](/images/a.png)', 5],
    ['nothing of a quote', '> Words of\n> theirs.', 0],
    ['the marks that its words need', '> See [*a*](https://a.example/) and `b`.', 8],
    ['what names its source', '> Words. -- [a](https://a.example/)', 9],
    ['the marks of a comment', '<!--\n\na\n\n-->', 12],
  ])('types %s', (_, post, keys) => {
    expect(byHand(post).keys).toBe(keys);
  });
});
