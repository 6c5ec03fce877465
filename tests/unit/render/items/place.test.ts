import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../../lib/core/profile.ts';
import type { Place } from '../../../../lib/core/source.ts';
import { renderQuote } from '../../../../lib/render/items/quote.ts';
import { quote, source } from '../../../support/records.ts';

const page = 'https://github.com/tide/pool/issues/4';
const place: Place = {
  kind: 'comment',
  url: `${page}#issuecomment-7`,
  author: 'bo-example',
  published: '2025-10-30',
  number: 4,
  label: 'tide/pool#4',
};
const attributed = (changes: Partial<Place>) =>
  renderQuote(
    quote(2, {
      text: 'It stops.',
      markdown: 'It stops.',
      attribution: 'host-path',
      source: source({ url: page, canonicalUrl: page, place: { ...place, ...changes } }),
    }),
    defaultProfile,
  ).markdown;

describe('a quote’s attribution', () => {
  it('leads to the comment that says it', () => {
    expect(attributed({})).toContain(
      '[github.com/tide/pool/issues/4](https://github.com/tide/pool/issues/4#issuecomment-7)',
    );
  });

  it('is called by the page, not by a commit', () => {
    const permalink = 'https://github.com/tide/pool/blob/1a2b3c4d/ring.go#L3';
    expect(attributed({ kind: 'code', url: permalink })).toContain(
      `[github.com/tide/pool/issues/4](${permalink})`,
    );
  });

  it('leads to the page as it is, not as it was', () => {
    expect(attributed({ kind: 'revision', url: 'https://a.example/?oldid=1' })).toContain(
      '(https://github.com/tide/pool/issues/4)',
    );
  });
});
