import { describe, expect, it } from 'vitest';
import { unnamedBelow } from '../../../lib/render/named-above.ts';
import { createLink, createQuote, createSource } from '../../support/items.ts';

const page = 'https://kelp.example/guide/';
const quote = createQuote({ source: createSource({ url: page, canonicalUrl: page }) });

describe('a quote that is put below a text', () => {
  it.each([
    `[Kelp](${page}) trades memory for time:`,
    `Before.\n\nA ring, as [Kelp](${page}#rings) has it, is sized once:\n\n`,
  ])('does not name its source again below %j', (above) => {
    expect(unnamedBelow(quote, above)).toEqual({ attribution: 'none' });
  });

  it.each([
    '',
    'A ring is sized once:',
    `[Kelp](${page}) trades memory for time.\n\nIn its own words:`,
    '[Kelp](https://kelp.example/) trades memory for time:',
    `* [Kelp](${page}), a store`,
    `1. one\n2. [Kelp](${page}), a store`,
  ])('names it below %j', (above) => {
    expect(unnamedBelow(quote, above)).toEqual({});
  });

  it('stays as its note-taker has it', () => {
    const above = `[Kelp](${page}):`;
    expect(unnamedBelow({ ...quote, attribution: 'title' }, above)).toEqual({});
    expect(unnamedBelow({ ...quote, note: 'They say:' }, above)).toEqual({});
    expect(unnamedBelow(createLink({ url: page }), above)).toEqual({});
    expect(unnamedBelow(undefined, above)).toEqual({});
  });
});
