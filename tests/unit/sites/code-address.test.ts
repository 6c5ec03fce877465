import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeHostsFor,
  codeLabel,
  isPermalink,
  linesFragment,
  parseCodeAddress,
  permalinkUrl,
} from '../../../lib/sites/code-address.ts';
import { codeHosts } from '../../../lib/sites/registry/addresses/code.ts';
import { anyText } from '../../support/any-text.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('a place on a code host is known, with a short name', () => {
  test.each([
    ['https://github.com/tides/rings', 'repository', 'tides/rings'],
    ['https://github.com/tides/rings/', 'repository', 'tides/rings'],
    ['https://github.com/tides/rings.git', 'repository', 'tides/rings'],
    ['https://github.com/tides/rings?tab=readme-ov-file#usage', 'repository', 'tides/rings'],
    ['https://github.com/tides/rings/issues/12', 'issue', 'tides/rings#12'],
    ['https://github.com/tides/rings/issues/12#issuecomment-345', 'issue', 'tides/rings#12'],
    ['https://github.com/tides/rings/pull/7/files#diff-1', 'pull', 'tides/rings#7'],
    ['https://github.com/tides/rings/discussions/3', 'discussion', 'tides/rings#3'],
    ['https://github.com/tides/rings/releases/tag/v1.2.0', 'release', 'tides/rings v1.2.0'],
    [
      'https://github.com/tides/rings/releases/tag/cmd%2Fv1.2.0',
      'release',
      'tides/rings cmd/v1.2.0',
    ],
    [`https://github.com/tides/rings/commit/${commit}`, 'commit', 'tides/rings@0123456'],
    ['https://github.com/tides/rings/tree/main/cmd', 'folder', 'tides/rings/cmd'],
    ['https://github.com/tides/rings/tree/main', 'folder', 'tides/rings'],
    [
      'https://github.com/tides/rings/blob/main/ring.go#L10-L20',
      'file',
      'tides/rings/ring.go#L10-L20',
    ],
    [
      'https://github.com/tides/rings/blob/main/a%20b/ring.go#L7',
      'file',
      'tides/rings/a b/ring.go#L7',
    ],
    [
      'https://raw.githubusercontent.com/tides/rings/refs/heads/main/ring.go',
      'file',
      'tides/rings/ring.go',
    ],
    ['https://gitlab.com/tides/west/rings', 'repository', 'tides/west/rings'],
    ['https://gitlab.com/tides/west/rings/-/issues/12#note_345', 'issue', 'tides/west/rings#12'],
    ['https://gitlab.com/tides/rings/-/merge_requests/7/diffs', 'pull', 'tides/rings!7'],
    ['https://gitlab.com/tides/rings/-/work_items/7', 'issue', 'tides/rings#7'],
    ['https://gitlab.com/tides/rings/-/releases/v1.2.0', 'release', 'tides/rings v1.2.0'],
    [
      'https://gitlab.com/tides/rings/-/blob/main/ring.go#L10-20',
      'file',
      'tides/rings/ring.go#L10-L20',
    ],
    ['https://gitlab.tides.example/west/rings', 'repository', 'west/rings'],
    ['https://code.tides.example/west/rings/-/tree/main/cmd', 'folder', 'west/rings/cmd'],
    ['https://codeberg.org/tides/rings', 'repository', 'tides/rings'],
    ['https://codeberg.org/tides/rings/issues/12#issuecomment-345', 'issue', 'tides/rings#12'],
    ['https://codeberg.org/tides/rings/pulls/7', 'pull', 'tides/rings#7'],
    ['https://codeberg.org/tides/rings/releases/tag/v1.2.0', 'release', 'tides/rings v1.2.0'],
    [
      'https://codeberg.org/tides/rings/src/branch/main/ring.go#L10-L20',
      'file',
      'tides/rings/ring.go#L10-L20',
    ],
    ['https://codeberg.org/tides/rings/src/branch/main/cmd', 'folder', 'tides/rings/cmd'],
    ['https://git.tides.example/west/rings/src/tag/v1/Makefile', 'file', 'west/rings/Makefile'],
    [
      'https://bitbucket.org/tides/rings/src/main/ring.go#lines-10:20',
      'file',
      'tides/rings/ring.go#L10-L20',
    ],
    ['https://bitbucket.org/tides/rings/src/main/cmd/', 'folder', 'tides/rings/cmd'],
    ['https://bitbucket.org/tides/rings/pull-requests/7#comment-345', 'pull', 'tides/rings#7'],
    ['https://bitbucket.org/tides/rings/commits/tag/v1.2.0', 'release', 'tides/rings v1.2.0'],
    ['https://git.sr.ht/~tides/rings', 'repository', '~tides/rings'],
    [
      'https://git.sr.ht/~tides/rings/tree/master/item/ring.go#L10-20',
      'file',
      '~tides/rings/ring.go#L10-L20',
    ],
    ['https://git.sr.ht/~tides/rings/refs/1.2.0', 'release', '~tides/rings 1.2.0'],
    ['https://todo.sr.ht/~tides/rings/12#event-345', 'issue', '~tides/rings#12'],
  ])('%s is a %s', (address, kind, label) => {
    const place = parseCodeAddress(address);
    expect(place?.kind).toBe(kind);
    expect(place && codeLabel(place)).toBe(label);
  });
});

test('a comment is told by its fragment', () => {
  expect(parseCodeAddress('https://github.com/tides/rings/pull/7#discussion_r345')).toMatchObject({
    number: 7,
    comment: 'discussion_r345',
  });
  expect(
    parseCodeAddress('https://github.com/tides/rings/discussions/3#discussioncomment-9'),
  ).toMatchObject({
    kind: 'discussion',
    comment: 'discussioncomment-9',
  });
  expect(parseCodeAddress('https://github.com/tides/rings/issues/7#top')).toMatchObject({
    comment: '',
  });
});

describe('lines have a permanent link in the form of their host', () => {
  test.each([
    [
      'https://github.com/tides/rings/blob/main/a%20b/ring.go#L10C2-L20C5',
      `https://github.com/tides/rings/blob/${commit}/a%20b/ring.go#L10-L20`,
    ],
    [
      'https://raw.githubusercontent.com/tides/rings/main/ring.go',
      `https://github.com/tides/rings/blob/${commit}/ring.go`,
    ],
    [
      'https://github.com/tides/rings/blob/main/README.md?plain=1#L3',
      `https://github.com/tides/rings/blob/${commit}/README.md?plain=1#L3`,
    ],
    [
      'https://gitlab.com/a/b/rings/-/blob/main/ring.go#L10-20',
      `https://gitlab.com/a/b/rings/-/blob/${commit}/ring.go#L10-20`,
    ],
    [
      'https://codeberg.org/tides/rings/src/branch/main/ring.go#L20-L10',
      `https://codeberg.org/tides/rings/src/commit/${commit}/ring.go#L10-L20`,
    ],
    [
      'https://bitbucket.org/tides/rings/src/main/ring.go#lines-10:20',
      `https://bitbucket.org/tides/rings/src/${commit}/ring.go#lines-10:20`,
    ],
    [
      'https://git.sr.ht/~tides/rings/tree/master/item/ring.go#L10',
      `https://git.sr.ht/~tides/rings/tree/${commit}/item/ring.go#L10`,
    ],
  ])('%s', (address, permalink) => {
    const place = parseCodeAddress(address);
    expect(place && isPermalink(place)).toBe(false);
    expect(place && permalinkUrl(place, commit)).toBe(permalink);
    const again = parseCodeAddress(permalink);
    expect(again && isPermalink(again)).toBe(true);
    expect(again && permalinkUrl(again, commit)).toBe(permalink);
  });

  test('only at a full commit id, and only a file', () => {
    const file = parseCodeAddress('https://github.com/tides/rings/blob/main/ring.go');
    const repository = parseCodeAddress('https://github.com/tides/rings');
    expect(file && permalinkUrl(file, 'main')).toBeUndefined();
    expect(file && permalinkUrl(file, `${commit}/../x`)).toBeUndefined();
    expect(repository && permalinkUrl(repository, commit)).toBeUndefined();
  });

  test.each([
    ['https://github.com/tides/pool/blob/main/ring.go#L3-L9', '#L3-L9'],
    ['https://gitlab.com/tides/pool/-/blob/main/ring.go#L3-L9', '#L3-9'],
    ['https://codeberg.org/tides/pool/src/branch/main/ring.go#L3-L9', '#L3-L9'],
    ['https://bitbucket.org/tides/pool/src/main/ring.go#lines-3:9', '#lines-3:9'],
    ['https://github.com/tides/pool/blob/main/ring.go', ''],
    ['https://github.com/tides/pool', ''],
  ])('the lines of %s are %s', (address, fragment) => {
    const place = parseCodeAddress(address);
    expect(place && linesFragment(place)).toBe(fragment);
  });
});

describe('other pages are not taken for one', () => {
  test.each([
    'https://github.com/',
    'https://github.com/tides',
    'https://github.com/orgs/tides/repositories',
    'https://github.com/topics/rings',
    'https://github.com/tides/rings/issues',
    'https://github.com/tides/rings/issues/new',
    'https://github.com/tides/rings/wiki/Home',
    'https://github.com/tides/..%2f',
    'https://github.com.evil.example/tides/rings',
    'https://notgithub.com/tides/rings',
    'https://gitlab.com/explore/projects',
    'https://gitlab.com/-/profile',
    'https://blog.example/2025/rings',
    'https://git.sr.ht/tides/rings',
    'https://codeberg.org/explore/repos',
    'javascript:"https://github.com/tides/rings"',
    'git@github.com:tides/rings.git',
    '',
  ])('%s', (address) => {
    expect(parseCodeAddress(address)).toBeUndefined();
  });
});

describe('the registry', () => {
  test('has every host once', () => {
    const hosts = codeHosts.flatMap((host) => host.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(new Set(codeHosts.map((host) => host.id)).size).toBe(codeHosts.length);
  });

  test('has at most one host for an address, and none fails', () => {
    const hosts = [
      ...codeHosts.flatMap((host) => host.hosts),
      'gitlab.tides.example',
      'git.tides.example',
    ];
    const part = fc.oneof(
      anyText(20),
      fc.constantFrom(
        '-',
        'src',
        'branch',
        'blob',
        'tree',
        'item',
        'issues',
        '7',
        'tides',
        '~tides',
        '__proto__',
        'constructor',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...hosts),
        fc.array(part, { maxLength: 7 }),
        part,
        (host, path, hash) => {
          const address = `https://${host}/${path.join('/')}#${hash}`;
          const url = URL.parse(address);
          const parts = url?.pathname.split('/').filter(Boolean) ?? [];
          const parsing = url
            ? codeHostsFor(url.hostname).filter((each) => each.parse(url, parts))
            : [];
          expect(parsing.length).toBeLessThanOrEqual(1);
          const place = parseCodeAddress(address);
          if (!place) return;
          expect(codeLabel(place)).not.toBe('');
          expect(parseCodeAddress(place.repositoryUrl)?.repository ?? place.repository).toBe(
            place.repository,
          );
          const permalink = permalinkUrl(place, commit);
          if (permalink !== undefined) expect(URL.canParse(permalink)).toBe(true);
        },
      ),
    );
  });
});
