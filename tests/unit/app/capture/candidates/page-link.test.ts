import { describe, expect, test } from 'vitest';
import { pageLink } from '../../../../../lib/app/capture/candidates/page-link.ts';
import type { PageInfo, Place } from '../../../../../lib/core/source/source.ts';
import { pageInfo } from '../../../../support/records.ts';

const link = (
  page: Partial<PageInfo>,
  { section = '', permanentLinks = false }: { section?: string; permanentLinks?: boolean } = {},
) => pageLink({ page: pageInfo(page), section, permanentLinks });

const at = (url: string, canonicalUrl = url, more: Partial<PageInfo> = {}) => ({
  url,
  canonicalUrl,
  cleanTitle: 'Rings',
  ...more,
});

const placeOf = (changes: Partial<Place>): Place => ({
  kind: 'comment',
  url: 'https://a.example/#c1',
  author: '',
  published: '',
  number: null,
  label: '',
  ...changes,
});

describe('the address of a page’s link', () => {
  test.each([
    ['as visited', at('https://a.example/x?id=3&name=y', 'https://a.example/x'), undefined],
    [
      'in the site’s own form where its adapter knows the page',
      at('https://en.m.wikipedia.org/wiki/Ring?useskin=x', 'https://en.wikipedia.org/wiki/Ring', {
        adapter: 'wikipedia/1',
      }),
      'https://en.wikipedia.org/wiki/Ring',
    ],
    [
      'with the section that was visited',
      at('https://github.com/Tide/Pool?tab=readme#use', 'https://github.com/tide/pool', {
        adapter: 'github/1',
      }),
      'https://github.com/tide/pool#use',
    ],
    [
      'the file, not the page about it',
      at('https://arxiv.org/pdf/2501.01234', 'https://arxiv.org/abs/2501.01234', {
        adapter: 'arxiv/1',
      }),
      'https://arxiv.org/pdf/2501.01234',
    ],
    [
      'the archive’s, not the original’s',
      at(
        'https://web.archive.org/web/2024/https://tide.example/rings',
        'https://tide.example/rings',
        {
          adapter: 'web-archive/1',
        },
      ),
      undefined,
    ],
    [
      'the comment’s',
      at('https://github.com/tide/pool/pull/5/files?x#r7', 'https://github.com/tide/pool/pull/5', {
        place: placeOf({ url: 'https://github.com/tide/pool/pull/5#r7' }),
      }),
      'https://github.com/tide/pool/pull/5#r7',
    ],
  ])('%s', (_name, page, expected) => {
    expect(link(page).url).toBe(expected ?? page.url);
  });
});

describe('the name of a link and the text beside it', () => {
  test('lines of code', () => {
    const place = placeOf({ kind: 'code', label: 'tide/pool/ring.go#L3-L9' });
    expect(
      link(at('https://github.com/tide/pool/blob/main/ring.go', undefined, { place })),
    ).toEqual({
      title: 'tide/pool/ring.go#L3-L9',
      url: place.url,
      note: '',
    });
  });

  test('a comment: the thread, and who says it', () => {
    const place = placeOf({ author: 'bo*example' });
    expect(link(at('https://a.example/', undefined, { place }))).toMatchObject({
      title: 'Rings',
      note: '{link}, bo\\*example',
    });
  });

  test('a post alone: no more than its title', () => {
    const place = placeOf({ kind: 'post', author: 'bo' });
    expect(link(at('https://a.example/', undefined, { place })).note).toBe('');
  });

  test('a version of a package, with what it is', () => {
    const url = 'https://pypi.org/project/tide-pool/1.2.0/';
    const place = placeOf({ kind: 'release', url, label: 'tide-pool 1.2.0' });
    const page = at(url, undefined, { place, description: 'A time-series store.' });
    expect(link(page)).toEqual({
      title: 'tide-pool 1.2.0',
      url,
      note: '{link}, A time-series store',
    });
  });

  test.each([
    'https://github.com/tide/pool',
    'https://github.com/tide/pool/tree/main',
    'https://gitlab.com/tide/pool/-/tree/main',
    'https://codeberg.org/tide/pool/src/branch/main',
    'https://bitbucket.org/tide/pool/src/main/',
    'https://git.sr.ht/~tide/pool',
    'https://www.npmjs.com/package/@tide/pool',
  ])('a repository or package says what it is: %s', (url) => {
    expect(link(at(url, undefined, { description: 'a *store* for `tides`' })).note).toBe(
      '{link}, a \\*store\\* for \\`tides\\`',
    );
    expect(link(at(url, undefined, { description: '' })).note).toBe('');
  });

  test('what advertises is left out', () => {
    expect(link(at('https://a.example/', undefined, { description: 'Buy now' })).note).toBe('');
  });

  test.each([
    ['a section', 'https://a.example/#use', 'Use', 'Rings, section Use'],
    ['the page’s own heading', 'https://a.example/#rings', 'Rings', 'Rings'],
    ['no section', 'https://a.example/', '', 'Rings'],
  ])('%s', (_name, url, section, title) => {
    expect(link(at(url), { section }).title).toBe(title);
  });
});

describe('where the site keeps the version that was read', () => {
  const url = 'https://web.archive.org/web/2024/https://tide.example/rings';
  const archived = at(url, 'https://tide.example/rings', {
    place: placeOf({ kind: 'revision', url }),
  });
  const article = at(
    'https://en.wikipedia.org/wiki/Ring#Uses',
    'https://en.wikipedia.org/wiki/Ring',
    {
      adapter: 'wikipedia/1',
      place: placeOf({
        kind: 'revision',
        url: 'https://en.wikipedia.org/w/index.php?title=Ring&oldid=12#Uses',
      }),
    },
  );

  test('the link leads there if that is wished for', () => {
    expect(link(article, { permanentLinks: true }).url).toBe(article.place?.url);
    expect(link(article).url).toBe('https://en.wikipedia.org/wiki/Ring#Uses');
    expect(link(article, { section: 'Uses', permanentLinks: true }).title).toBe(
      'Rings, section Uses',
    );
  });

  test('a copy in an archive is linked as visited either way', () => {
    expect(link(archived).url).toBe(url);
    expect(link(archived, { permanentLinks: true }).url).toBe(url);
  });
});
