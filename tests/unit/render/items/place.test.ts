import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../../lib/core/post/item.ts';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import type { Place, Source } from '../../../../lib/core/source/source.ts';
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
const wide = { ...defaultProfile, columns: { ...defaultProfile.columns, quote: 0 } };
const rendered = (
  fields: Partial<Source>,
  attribution: Attribution = 'host-path',
  profile: Partial<Profile> = {},
) =>
  renderQuote(
    quote(2, {
      text: 'It stops.',
      markdown: 'It stops.',
      attribution,
      attributionLabel: attribution === 'custom' ? 'the issue' : '',
      source: source({ url: page, canonicalUrl: page, ...fields }),
    }),
    { ...wide, ...profile },
  ).markdown;
const attributed = (changes: Partial<Place>) => rendered({ place: { ...place, ...changes } });

describe('a quote’s attribution', () => {
  it('leads to the comment that says it', () => {
    expect(attributed({})).toBe(
      '> It stops. -- bo-example, [github.com/tide/pool/issues/4](https://github.com/tide/pool/issues/4#issuecomment-7)',
    );
  });

  it('names nobody where the profile says so, and where the note-taker said all', () => {
    const link = `[github.com/tide/pool/issues/4](${place.url})`;
    expect(rendered({ place }, 'host-path', { authors: 'none' })).toBe(`> It stops. -- ${link}`);
    expect(rendered({ place }, 'custom')).toBe(`> It stops. -- [the issue](${place.url})`);
    expect(rendered({ place }, 'none')).toBe('> It stops.');
  });

  it('names an article’s author where the profile says so', () => {
    const article = { author: 'Ada *Example*' };
    expect(rendered(article)).not.toContain('Ada');
    expect(rendered(article, 'host-path', { authors: 'all' })).toContain(
      '-- Ada \\*Example\\*, [github.com/',
    );
  });

  it('does not name the author of the page for what another says on it', () => {
    const other = { author: 'Ada', place: { ...place, author: '' } };
    expect(rendered(other, 'host-path', { authors: 'all' })).not.toContain('Ada');
  });

  it('is called by the page, not by a commit', () => {
    const permalink = 'https://github.com/tide/pool/blob/1a2b3c4d/ring.go#L3';
    expect(attributed({ kind: 'code', url: permalink })).toContain(
      `[github.com/tide/pool/issues/4](${permalink})`,
    );
  });

  it('says which lines', () => {
    const permalink = 'https://github.com/tide/pool/blob/1a2b3c4d/ring.go#L3-L9';
    const code: Place = {
      ...{ ...place, kind: 'code', url: permalink, author: '' },
      label: 'tide/pool/ring.go#L3-L9',
    };
    const canonicalUrl = 'https://github.com/tide/pool/blob/main/ring.go';
    expect(rendered({ canonicalUrl, place: code })).toContain(
      `-- [github.com/tide/pool/blob/main/ring.go#L3-L9](${permalink})`,
    );
    expect(rendered({ canonicalUrl, place: code }, 'title')).toContain(
      `-- [tide/pool/ring.go#L3-L9](${permalink})`,
    );
  });

  it('is called by a post’s own page', () => {
    const post: Place = { ...place, kind: 'post', url: 'https://social.example/@bo/9' };
    expect(rendered({ place: post })).toContain(
      '-- bo-example, [social.example/@bo/9](https://social.example/@bo/9)',
    );
  });

  it('leads to the version that was read where the profile says so', () => {
    const revision: Place = { ...place, kind: 'revision', url: 'https://a.example/?oldid=1' };
    expect(rendered({ place: revision }, 'host-path', { permanentLinks: true })).toContain(
      '-- [github.com/tide/pool/issues/4](https://a.example/?oldid=1)',
    );
  });

  it('leads to an old version that was visited as one', () => {
    const url = 'https://en.wikipedia.org/w/index.php?title=Ring&oldid=12';
    const revision: Place = { ...place, kind: 'revision', url, number: 12 };
    const canonicalUrl = 'https://en.wikipedia.org/wiki/Ring';
    expect(rendered({ url, canonicalUrl, place: revision })).toContain(
      `-- [en.wikipedia.org/wiki/Ring](${url})`,
    );
    expect(rendered({ url: canonicalUrl, canonicalUrl, place: revision })).toContain(
      `-- [en.wikipedia.org/wiki/Ring](${canonicalUrl})`,
    );
  });

  it('is the section that the words are in', () => {
    const docs = 'https://docs.tide.example/config';
    const section = { canonicalUrl: docs, heading: 'Services', headingId: 'services' };
    expect(rendered(section, 'section')).toBe(
      '> It stops. -- [section Services](https://docs.tide.example/config#services)',
    );
    expect(rendered({ ...section, headingId: 'für 100%' }, 'section')).toContain(
      '(https://docs.tide.example/config#f%C3%BCr%20100%25)',
    );
    expect(rendered({ ...section, headingId: '' }, 'section')).toContain(
      '[section Services](https://docs.tide.example/config)',
    );
    expect(rendered({ ...section, heading: '', headingId: '' }, 'section')).toContain(
      '[docs.tide.example/config](https://docs.tide.example/config)',
    );
    expect(rendered({ ...section, heading: 'Section 4' }, 'section')).toContain('[Section 4](');
  });

  it('leads to the page as it is, not as it was', () => {
    expect(attributed({ kind: 'revision', url: 'https://a.example/?oldid=1' })).toContain(
      '(https://github.com/tide/pool/issues/4)',
    );
  });
});
