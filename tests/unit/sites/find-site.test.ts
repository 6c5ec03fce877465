import { describe, expect, test } from 'vitest';
import { adapterScripts, matchesSite } from '../../../lib/core/address/site.ts';
import { adapterScriptFor, sitesFor } from '../../../lib/sites/find-site.ts';
import { sites } from '../../../lib/sites/registry/addresses/sites.ts';

const hostsOf = (hosts: readonly string[]) =>
  hosts.flatMap((host) => (host.startsWith('.') ? [host.slice(1), `x${host}`] : [host]));
const at = (host: string) => new URL(`https://${host}/`);
const idsAt = (url: string) => sitesFor(new URL(url)).map(({ id }) => id);

describe.each(sites.map((site) => [site.id, site] as const))('the site %s', (id, site) => {
  test('has an id of its own, in kebab-case, and a script that there is', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(sites.filter((other) => other.id === id)).toHaveLength(1);
    expect(adapterScripts).toContain(site.script);
  });

  test('is the only one for its hosts, and for no host that only looks like one', () => {
    for (const host of hostsOf(site.hosts)) {
      const named = { ...site, path: /^/ };
      expect(
        sites
          .filter(
            (other) => other.hosts.length > 0 && matchesSite({ ...other, path: /^/ }, at(host)),
          )
          .map((other) => other.id),
      ).toEqual([id]);
      expect(matchesSite(named, at(`${host}.evil.example`))).toBe(false);
      expect(matchesSite(named, at(`not${host.replace(/^x\./, 'x-')}`))).toBe(false);
      expect(matchesSite(named, at(`${host.replaceAll('.', '-')}.evil.example`))).toBe(false);
    }
  });

  test('goes by the path where it names no host', () => {
    expect(site.hosts.length > 0 || site.path !== undefined).toBe(true);
  });
});

describe('an address has one site at most', () => {
  test.each([
    ['https://github.com/tide/pool', 'github', 'adapter-code'],
    ['https://www.github.com/tide/pool', 'github', 'adapter-code'],
    ['https://gist.github.com/ada/0123', 'github', 'adapter-code'],
    ['https://gitlab.com/tide/pool/-/issues/4', 'gitlab', 'adapter-code'],
    ['https://git.tide.example/tide/pool/-/issues/4', 'gitlab-elsewhere', 'adapter-code'],
    ['https://codeberg.org/tide/pool/src/branch/main/ring.go', 'forgejo', 'adapter-code'],
    [
      'https://git.tide.example/tide/pool/src/branch/main/ring.go',
      'forgejo-elsewhere',
      'adapter-code',
    ],
    ['https://bitbucket.org/tide/pool', 'bitbucket', 'adapter-code'],
    ['https://git.sr.ht/~tide/pool', 'sourcehut', 'adapter-code'],
    ['https://pkg.go.dev/tide.example/pool', 'go-packages', 'adapter-packages'],
    ['https://www.npmjs.com/package/tide', 'npm', 'adapter-packages'],
    ['https://pypi.org/project/tide/', 'pypi', 'adapter-packages'],
    ['https://crates.io/crates/tide', 'crates', 'adapter-packages'],
    ['https://docs.rs/tide/latest/tide/', 'docs-rs', 'adapter-packages'],
    ['https://arxiv.org/abs/2501.01234', 'arxiv', 'adapter-papers'],
    ['https://dl.acm.org/doi/10.1145/1234.5678', 'paper-archive', 'adapter-papers'],
    ['https://www.meetup.com/de-de/rustlings/events/1234567/', 'meetup', 'adapter-events'],
    ['https://lu.ma/rustlings12', 'luma', 'adapter-events'],
    ['https://www.eventbrite.de/e/rustlings-tickets-1234567890', 'eventbrite', 'adapter-events'],
    ['https://pretix.eu/rustlings/12/', 'pretix', 'adapter-events'],
    ['https://gettogether.community/events/12/rustlings/', 'gettogether', 'adapter-events'],
    [
      'https://mobilizon.tide.example/events/0b7c1a52-57d6-4c0f-8b1e-2f3a4b5c6d7e',
      'mobilizon',
      'adapter-events',
    ],
    ['https://de.linkedin.com/in/ada-example', 'linkedin', 'adapter-people'],
    ['https://www.xing.com/profile/Ada_Example', 'xing', 'adapter-people'],
    ['https://speakerdeck.com/ada', 'speakerdeck', 'adapter-people'],
    ['https://sessionize.com/ada-example/', 'sessionize', 'adapter-people'],
    ['https://news.ycombinator.com/item?id=1', 'hacker-news', 'adapter-threads'],
    ['https://lobste.rs/s/abc123/rings', 'lobsters', 'adapter-threads'],
    ['https://old.reddit.com/r/tide/comments/abc/rings/', 'reddit', 'adapter-threads'],
    ['https://stackoverflow.com/questions/1/rings', 'stack-exchange', 'adapter-threads'],
    ['https://unix.stackexchange.com/questions/1/rings', 'stack-exchange', 'adapter-threads'],
    ['https://bsky.app/profile/ada.example/post/3k', 'bluesky', 'adapter-threads'],
    ['https://social.example/@ada/1234', 'mastodon', 'adapter-threads'],
    ['https://social.example/@ada@other.example', 'mastodon', 'adapter-threads'],
    ['https://en.m.wikipedia.org/wiki/Ring_buffer', 'wikipedia', 'adapter-references'],
    [
      'https://web.archive.org/web/2024/https://github.com/tide/pool',
      'web-archive',
      'adapter-references',
    ],
  ])('%s is %s', (url, id, script) => {
    expect(idsAt(url)).toEqual([id]);
    expect(adapterScriptFor(url)).toBe(script);
  });

  test.each([
    'https://a.example/',
    'https://a.example/tide/pool/issues/4',
    'https://www.youtube.com/@tide',
    'https://medium.com/@ada',
    'https://www.npmjs.com.evil.example/package/x',
    'https://github.com.evil.example/tide/pool',
    'https://evil.example/?u=https://github.com/tide/pool',
    'https://github.com@evil.example/tide/pool',
    'ftp://github.com/tide/pool',
    'javascript:alert(1)//github.com/',
    'file:///home/ada/@ada/1',
    'about:blank',
    '',
  ])('%s has none', (url) => {
    expect(adapterScriptFor(url)).toBeUndefined();
  });

  test('a named host is never read by an adapter that goes by paths alone', () => {
    expect(idsAt('https://github.com/@ada')).toEqual(['github']);
    expect(idsAt('https://github.com/tide/pool/-/x')).toEqual(['github']);
  });
});
