import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import { containInline, plainInline } from '../../../../lib/render/contain-inline.ts';
import { renderAttribution, renderSourceLink } from '../../../../lib/render/items/attribution.ts';
import { createQuote, createSource } from '../../../support/items.ts';

const url = 'https://docs.example/append/';
const source = createSource({ url, canonicalUrl: url });
const quoteWith = (attributionLabel: string, labelIsMarkdown = true) =>
  createQuote({ source, attribution: 'custom', attributionLabel, labelIsMarkdown });
const attributionOf = (label: string, isMarkdown = true) =>
  renderAttribution(quoteWith(label, isMarkdown), defaultProfile);

describe('a text of one’s own for the source', () => {
  it.each([
    ['the docs', `[the docs](${url})`],
    ['the *docs*', `[the *docs*](${url})`],
    ['Ada in [her talk](https://t.example/)', 'Ada in [her talk](https://t.example/)'],
    ['Ada, {link}', `Ada, [docs.example/append/](${url})`],
    ['`ring.go`', `[\`ring.go\`](${url})`],
    ['a [b', `[a \\[b](${url})`],
    ['half *bold', `[half \\*bold](${url})`],
    ['a `b', `[a \\\`b](${url})`],
    ['x <!-- y', `[x \\<!-- y](${url})`],
    ['  ', `[docs.example/append/](${url})`],
    ['snake_case', `[snake_case](${url})`],
    ['see https://t.example/ there', 'see https://t.example/ there'],
  ])('is Markdown: %j', (label, rendered) => {
    expect(attributionOf(label)).toBe(rendered);
  });

  it('is plain text where an older version stored it', () => {
    expect(attributionOf('the *docs*', false)).toBe(`[the \\*docs\\*](${url})`);
  });

  it('names the source in the lead-in by its words', () => {
    expect(renderSourceLink(quoteWith('the *docs* of `x`'), defaultProfile)).toBe(
      `[the docs of x](${url})`,
    );
  });
});

describe('inline Markdown', () => {
  it.each(['a *b* **c** `d` [e](u) ![f](u) <b>g</b> <https://x.example/>', 'a \\* b \\[', '2 * 3'])(
    'is left as it is where all marks are answered: %j',
    (text) => {
      expect(containInline(text)).toBe(text);
    },
  );

  it('says what a reader reads', () => {
    expect(plainInline('a *b* **c** `d` [e](u) \\*')).toBe('a b c d e *');
  });
});
