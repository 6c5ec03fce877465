import { describe, expect, test } from 'vitest';
import { capture, captureFixture, readFixture, show } from './fixture.ts';

describe('a package is named as one installs it, and says what it is', () => {
  test.each([
    ['npm/package.html', '@tide/pool', 'A time-series store.', 'npm'],
    ['pypi/project.html', 'tide-pool', 'A time-series store for tides', 'PyPI'],
    ['crates/crate.html', 'tide-pool', 'A time-series store', 'crates.io'],
    ['crates/new.html', 'tide-pool', 'A time-series store', 'crates.io'],
    ['docs-rs/crate.html', 'tide-pool', 'A time-series store', 'docs.rs'],
    [
      'go-packages/package.html',
      'codeberg.org/tide/pool/ring',
      'Package ring keeps the newest samples in a ring.',
      'pkg.go.dev',
    ],
  ])('%s', (path, cleanTitle, description, siteName) => {
    expect(captureFixture(path).page).toMatchObject({ cleanTitle, description, siteName });
  });

  test('a version in the address is the place', () => {
    expect(captureFixture('pypi/project.html').page.place).toMatchObject({
      kind: 'release',
      url: 'https://pypi.org/project/tide-pool/1.2.0/',
      label: 'tide-pool 1.2.0',
    });
    expect(captureFixture('npm/package.html').page.place).toBeUndefined();
  });

  test('what is in a package has its own name', () => {
    const { page } = captureFixture('docs-rs/item.html');
    expect(page).toMatchObject({ cleanTitle: 'Ring in tide_pool::ring', siteName: 'docs.rs' });
    expect(page.place).toBeUndefined();
  });
});

describe('a paper is one, whatever its page', () => {
  test('the abstract', () => {
    expect(captureFixture('arxiv/abs.html').page).toMatchObject({
      canonicalUrl: 'https://arxiv.org/abs/2501.01234',
      cleanTitle: 'Write Budgets for Rings',
      author: 'Ada Example, Bo Example',
      published: '2025-01-02',
      description: 'We bound what a ring writes.',
      siteName: 'arXiv',
    });
  });

  test('the HTML edition, which says nothing in its head', () => {
    expect(captureFixture('arxiv/html-edition.html').page).toMatchObject({
      url: 'https://arxiv.org/html/2501.01234v2#S2',
      canonicalUrl: 'https://arxiv.org/abs/2501.01234',
      cleanTitle: 'Write Budgets for Rings',
      author: 'Ada Example, Bo Example',
      published: '2025-01',
      description: 'We bound what a ring writes.',
    });
  });

  test('the full text at its publisher', () => {
    expect(captureFixture('paper-archive/acm.html').page).toMatchObject({
      canonicalUrl: 'https://dl.acm.org/doi/10.1145/1234567.1234568',
      cleanTitle: 'Write Budgets for Rings',
      published: '2025-11-03',
    });
  });
});

describe('words in a thread are their author’s, at the address of what they said', () => {
  test.each([
    [
      'hacker-news/thread.html',
      ['comment', 'https://news.ycombinator.com/item?id=45000003', 'cleo', '2025-10-29'],
    ],
    ['lobsters/thread.html', ['comment', 'https://lobste.rs/c/xyz789', 'bo', '2025-10-28']],
    ['lobsters/old.html', ['comment', 'https://lobste.rs/c/xyz789', 'bo', '2019-10-28']],
    [
      'reddit/thread.html',
      [
        'comment',
        'https://www.reddit.com/r/tide/comments/1abc2d/comment/k2/',
        'cleo',
        '2025-10-29',
      ],
    ],
    [
      'reddit/old.html',
      [
        'comment',
        'https://www.reddit.com/r/tide/comments/1abc2d/rings_all_the_way_down/k2/',
        'cleo',
        '2025-10-29',
      ],
    ],
    [
      'stack-exchange/question.html',
      ['answer', 'https://stackoverflow.com/a/7002', 'bo', '2025-10-29'],
    ],
    [
      'mastodon/thread.html',
      ['post', 'https://social.example/@bo@other.example/115000000000000009', 'Bo', '2025-10-29'],
    ],
    ['mastodon/version-3.html', ['post', 'https://other.example/@bo/998', 'Bo', '2021-10-29']],
    [
      'mastodon/server.html',
      ['post', 'https://old-social.example/@ada/105', 'Ada Example', '2021-10-28'],
    ],
    [
      'bluesky/thread.html',
      ['post', 'https://bsky.app/profile/bo.example/post/3kxyz', 'Bo', '2025-10-29'],
    ],
  ])('%s', (path, [kind, url, author, published]) => {
    expect(captureFixture(path).page.place).toMatchObject({ kind, url, author, published });
  });
});

test('who has left is not named', () => {
  const { body, ...rest } = readFixture('reddit/thread.html');
  show('reddit/thread.html', {
    ...rest,
    body: body.replace('author="cleo"', 'author="[deleted]"'),
  });
  expect(capture('clip').page.place).toMatchObject({ kind: 'comment', author: '' });
});

describe('a thread as a whole', () => {
  test.each([
    [
      'hacker-news/thread.html',
      {
        canonicalUrl: 'https://news.ycombinator.com/item?id=45000001',
        cleanTitle: 'Rings all the way down',
        author: 'ada',
        published: '2025-10-28',
      },
    ],
    ['lobsters/thread.html', { cleanTitle: 'Rings all the way down', author: 'ada' }],
    [
      'reddit/thread.html',
      {
        canonicalUrl: 'https://www.reddit.com/r/tide/comments/1abc2d/rings_all_the_way_down/',
        cleanTitle: 'Rings all the way down',
        author: 'ada',
        published: '2025-10-28',
        siteName: 'Reddit r/tide',
      },
    ],
    [
      'reddit/old.html',
      {
        canonicalUrl: 'https://www.reddit.com/r/tide/comments/1abc2d/rings_all_the_way_down/',
        cleanTitle: 'Rings all the way down',
        author: 'ada',
      },
    ],
    [
      'stack-exchange/question.html',
      { cleanTitle: 'How large is a ring?', author: 'ada', published: '2025-10-28' },
    ],
    ['mastodon/thread.html', { author: 'Ada Example', published: '2025-10-28' }],
    [
      'bluesky/thread.html',
      {
        author: 'Ada Example',
        siteName: 'Bluesky',
        cleanTitle: 'Ada Example: "Rings all the way down."',
      },
    ],
  ])('%s', (path, page) => {
    expect(captureFixture(path).page).toMatchObject(page);
  });
});

describe('pages that were, and pages as they are', () => {
  test('an article has a permanent link to the words that were read', () => {
    expect(captureFixture('wikipedia/article.html').page).toMatchObject({
      canonicalUrl: 'https://en.wikipedia.org/wiki/Ring_buffer',
      cleanTitle: 'Ring buffer',
      siteName: 'Wikipedia',
      author: '',
      description: 'Data structure',
      place: {
        kind: 'revision',
        url: 'https://en.wikipedia.org/w/index.php?title=Ring_buffer&oldid=1200000001#Uses',
        number: 1200000001,
      },
    });
    expect(captureFixture('wikipedia/permalink.html').page.place?.url).toBe(
      'https://de.wikipedia.org/w/index.php?title=Ringpuffer_(Informatik)&oldid=240000002',
    );
  });

  test('an archived page knows its original', () => {
    expect(captureFixture('web-archive/page.html').page).toMatchObject({
      url: 'https://web.archive.org/web/20240115123456/https://tide.example/rings?utm_source=x#top',
      canonicalUrl: 'https://tide.example/rings',
      cleanTitle: 'Rings all the way down',
      author: 'Ada Example',
      siteName: 'Tidepool',
      place: { kind: 'revision', published: '2024-01-15' },
    });
  });
});
