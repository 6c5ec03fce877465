import { describe, expect, it } from 'vitest';
import { Tally } from '../../effort/tally.ts';
import { filesIn, read } from '../../support/source-files.ts';

it('counts gestures for what they are done for, and a long choice twice', async () => {
  const tally = new Tally();
  tally.gesture('selection');
  await tally.during('words', async () => tally.choice(7));
  tally.choice(8);
  expect(tally.figures).toMatchObject({
    gestures: 4,
    byGesture: { selection: 1, choice: 3 },
    byPurpose: { clip: 3, words: 1 },
  });
});

it('knows an address that was clipped, whatever the place in its page', () => {
  const tally = new Tally();
  tally.address('https://a.example/x#top');
  tally.clipped('https://a.example/x');
  tally.address('https://a.example/x#top');
  expect(tally.figures).toMatchObject({ addresses: 2, clippedAddresses: 1 });
});

it('knows what an address is called in the list of links, by the name that it had first', () => {
  const tally = new Tally();
  tally.clipped('https://a.example/y');
  tally.clipped('https://a.example/x', 'X');
  tally.offered('https://a.example/x', 'The X');
  expect(tally.nameOf('https://a.example/x')).toBe('X');
  expect(tally.nameOf('https://a.example/y')).toBeUndefined();
});

describe('what would not be counted', () => {
  const does =
    /\.(?:click|tap|hover|focus|drag\w*|select|press|type|goto|send|fill|upload\w*)\(|\.(?:mouse|keyboard)\b/g;
  const runs = /\.(?:evaluate\w*|\$\$?eval)\(/g;
  const found = (path: string, what: RegExp) => {
    const source = read(path).replace(/\bhands\.\w+\(/g, '');
    return Array.from(source.matchAll(what), ([match]) => `${path}: ${match}`);
  };
  const files = filesIn('tests/effort').filter((path) => path.endsWith('.ts'));
  const [hands, sight] = ['tests/effort/hands.ts', 'tests/effort/sight.ts'];

  it('is done by nobody but the hands', () => {
    expect(files.filter((path) => path !== hands).flatMap((path) => found(path, does))).toEqual([]);
  });

  it('is run in no page, but to see what is there', () => {
    const others = files.filter((path) => path !== hands && path !== sight);
    expect(others.flatMap((path) => found(path, runs))).toEqual([]);
  });
});
