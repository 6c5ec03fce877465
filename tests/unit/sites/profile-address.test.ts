import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProfileAddress, sameProfile } from '../../../lib/sites/profile-address.ts';
import { profileSites } from '../../../lib/sites/registry/addresses/profiles.ts';
import { anyText } from '../../support/any-text.ts';

describe('a profile has one address', () => {
  test.each([
    [
      'https://de.linkedin.com/in/mira-tide/en?trk=people',
      'https://www.linkedin.com/in/mira-tide/',
    ],
    ['https://www.linkedin.com/in/mira-tide', 'https://www.linkedin.com/in/mira-tide/'],
    [
      'https://www.linkedin.com/in/b%C3%A4rbel-7b/overlay/contact-info/',
      'https://www.linkedin.com/in/b%C3%A4rbel-7b/',
    ],
    ['https://www.xing.com/profile/Mira_Tide/cv?sc_o=x', 'https://www.xing.com/profile/Mira_Tide'],
    ['https://github.com/miratide?tab=repositories', 'https://github.com/miratide'],
    ['https://tides.example/@mira', 'https://tides.example/@mira'],
    ['https://tides.example/@mira@Pool.example/', 'https://pool.example/@mira'],
    ['https://tides.example/users/mira', 'https://tides.example/@mira'],
    ['https://bsky.app/profile/mira.tides.example', 'https://bsky.app/profile/mira.tides.example'],
    ['https://mobile.twitter.com/miratide?s=20', 'https://x.com/miratide'],
    ['https://speakerdeck.com/miratide/', 'https://speakerdeck.com/miratide'],
    ['https://sessionize.com/mira-tide', 'https://sessionize.com/mira-tide/'],
    ['https://orcid.org/0000-0001-2345-678X', 'https://orcid.org/0000-0001-2345-678X'],
    [
      'https://scholar.google.com/citations?hl=de&user=aBcD_-123AAJ',
      'https://scholar.google.com/citations?user=aBcD_-123AAJ',
    ],
    ['https://stackoverflow.com/users/12/mira?tab=profile', 'https://stackoverflow.com/users/12'],
    ['https://codeberg.org/miratide?tab=stars', 'https://codeberg.org/miratide'],
    ['https://medium.com/@mira.tide?source=x', 'https://medium.com/@mira.tide'],
    ['https://www.youtube.com/@tidetalks/videos', 'https://www.youtube.com/@tidetalks'],
  ])('%s', (address, canonicalUrl) => {
    expect(parseProfileAddress(address)?.canonicalUrl).toBe(canonicalUrl);
    expect(parseProfileAddress(canonicalUrl)?.canonicalUrl).toBe(canonicalUrl);
    expect(sameProfile(address, canonicalUrl)).toBe(true);
  });
});

describe('other pages are nobody', () => {
  test.each([
    'https://www.linkedin.com/company/tides/',
    'https://www.linkedin.com/feed/',
    'https://notlinkedin.com/in/mira-tide',
    'https://linkedin.com.evil.example/in/mira-tide',
    'https://github.com/topics',
    'https://github.com/tides/rings',
    'https://speakerdeck.com/miratide/rings-and-tides',
    'https://sessionize.com/speakers-directory',
    'https://bsky.app/profile/mira.example/post/3k',
    'https://tides.example/@mira/112233',
    'https://tides.example/users/12',
    'https://tides.example/mira',
    'https://jsr.io/@tides',
    'https://www.xing.com/profile/.,',
    'https://gitlab.com/%2e%2e',
    'https://x.com/home',
    'https://scholar.google.com/citations?view_op=x',
    'javascript:"https://github.com/mira"',
    '',
  ])('%s', (address) => {
    expect(parseProfileAddress(address)).toBeUndefined();
  });
});

test('two addresses are one person only on one site', () => {
  expect(sameProfile('https://github.com/MiraTide', 'https://github.com/miratide')).toBe(true);
  expect(sameProfile('https://github.com/mira', 'https://gitlab.com/mira')).toBe(false);
  expect(sameProfile('https://a.example/@mira', 'https://b.example/@mira')).toBe(false);
  expect(sameProfile('', '')).toBe(false);
});

describe('the table of sites', () => {
  test('has every host once', () => {
    const hosts = profileSites.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test('no address makes it fail, and a canonical address is its own', () => {
    const hosts = [...profileSites.flatMap((site) => site.hosts), 'tides.example'];
    const part = fc.oneof(
      anyText(20),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('in', 'profile', '@mira', 'users', 'citations', '@a@b.example'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...hosts),
        fc.array(part, { maxLength: 4 }),
        part,
        (host, path, user) => {
          const profile = parseProfileAddress(`https://${host}/${path.join('/')}?user=${user}`);
          if (!profile) return;
          expect(parseProfileAddress(profile.canonicalUrl)).toEqual(profile);
        },
      ),
    );
  });
});
