import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import { renderItem } from '../../../../lib/render/items/render-item.ts';
import { createLink, createQuote, createSource } from '../../../support/items.ts';

const style = (published: Profile['published']): Profile => ({
  ...defaultProfile,
  columns: { quote: 0, prose: 0, bullet: 0, note: 0 },
  published,
});
const url = 'https://papers.example/2026/tides.pdf';
const source = createSource({
  canonicalUrl: url,
  title: 'tides.pdf',
  cleanTitle: 'tides.pdf',
  mediaType: 'application/pdf',
  published: '2026-01-15',
});
const render = (item: Parameters<typeof renderItem>[0], published: Profile['published'] = 'year') =>
  renderItem(item, style(published));

describe('a link to a paper', () => {
  const link = { source, url, title: 'Tides [and] queries' };

  it.each([
    ['year', ' (2026)'],
    ['month-year', ' (01/2026)'],
    ['none', ''],
  ] as const)('has its date behind it: %s', (published, label) => {
    expect(render(createLink(link), published)).toBe(`* [Tides [and] queries](${url})${label}`);
  });

  it.each([
    [', what it is', `* [Tides [and] queries](${url}) (2026), what it is`],
    ['tells how', `* [Tides [and] queries](${url}) (2026) tells how`],
    ['see {link} first', `* see [Tides [and] queries](${url}) (2026) first`],
    [
      '(03/2024) as its title page says',
      `* [Tides [and] queries](${url}) (03/2024) as its title page says`,
    ],
    ['see {link} (2024)', `* see [Tides [and] queries](${url}) (2024)`],
  ])('around the words “%s”', (note, expected) => {
    expect(render(createLink({ ...link, note }))).toBe(expected);
  });

  it('leads to the page that is wanted', () => {
    expect(render(createLink({ ...link, page: 25 }))).toBe(
      `* [Tides [and] queries](${url}#page=25) (2026)`,
    );
  });

  it('has no date that nobody could read as one', () => {
    expect(render(createLink({ ...link, sourcePublished: 'last spring' }))).toBe(
      `* [Tides [and] queries](${url})`,
    );
  });

  it('on the note-taker’s own disk is named and leads nowhere', () => {
    const local = { ...source, url: '', canonicalUrl: '' };
    expect(render(createLink({ source: local, url: '', title: 'Tides', page: 3 }))).toBe(
      '* Tides (2026)',
    );
  });
});

describe('a quote from a paper', () => {
  const quote = { markdown: 'x', source, page: 25 };

  it.each([
    ['host-path', ` -- [papers.example/2026/tides.pdf](${url}#page=25) (2026)`],
    ['title', ` -- [Tides and queries](${url}#page=25) (2026)`],
    ['custom', ` -- [a study](${url}#page=25) (2026)`],
    ['none', ''],
  ] as const)('attributed by %s', (attribution, ending) => {
    expect(
      render(
        createQuote({
          ...quote,
          attribution,
          attributionLabel: 'a study',
          sourceTitle: 'Tides and queries',
        }),
      ),
    ).toBe(`> x${ending}`);
  });

  it('has the date in its lead-in where that alone names the source', () => {
    const note = '{link} says:';
    expect(render(createQuote({ ...quote, note, attribution: 'none' }))).toBe(
      `[tides.pdf](${url}#page=25) (2026) says:\n\n> x`,
    );
    expect(render(createQuote({ ...quote, note }))).toBe(
      `[tides.pdf](${url}#page=25) says:\n\n> x -- [papers.example/2026/tides.pdf](${url}#page=25) (2026)`,
    );
  });

  it('from a local file is attributed to its name, at no page', () => {
    const local = { ...source, url: '', canonicalUrl: '', published: '' };
    expect(render(createQuote({ ...quote, source: local }))).toBe('> x -- tides.pdf');
  });

  it('of an article has no date', () => {
    const article = createSource({ canonicalUrl: 'https://a.example/b', published: '2026-01-15' });
    expect(render(createQuote({ markdown: 'x', source: article }))).toBe(
      '> x -- [a.example/b](https://a.example/b)',
    );
  });
});
