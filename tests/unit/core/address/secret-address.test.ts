import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsSecret, withoutSecrets } from '../../../../lib/core/address/secret-address.ts';
import { anyText } from '../../../support/any-text.ts';

const hex = '9f86d081884c7d659a2feaa0c55ad015';
const base62 = 'tGzv3JOkF0XG5Qx2TlKWIA7bR';
const jwt =
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describe('what looks like a password in an address is noticed, and cut off', () => {
  it.each([
    ['https://ada:s3cr3t@a.example/x', 'https://a.example/x'],
    ['https://ada:@@a.example/x?y=1', 'https://a.example/x?y=1'],
    [`https://a.example/x?token=${hex}`, 'https://a.example/x'],
    [`https://a.example/x?a=1&token=${base62}&b=2#top`, 'https://a.example/x?a=1&b=2#top'],
    [`https://a.example/x?key=${base62}`, 'https://a.example/x'],
    [`https://a.example/x?auth=${base62}`, 'https://a.example/x'],
    ['https://a.example/x?access_token=abc12345', 'https://a.example/x'],
    ['https://a.example/x?accessToken=abc12345', 'https://a.example/x'],
    [
      `https://a.example/cb#access_token=${base62}&token_type=bearer`,
      'https://a.example/cb#token_type=bearer',
    ],
    [`https://a.example/x?state=1#id_token=${jwt}`, 'https://a.example/x?state=1'],
    [`https://a.example/x?q=${jwt}`, 'https://a.example/x'],
    [`https://a.example/x?jwt=${jwt}`, 'https://a.example/x'],
    ['https://a.example/x;jsessionid=0A1B2C3D4E5F?y=1', 'https://a.example/x?y=1'],
    [`https://a.example/x?PHPSESSID=${hex}`, 'https://a.example/x'],
    [`https://a.example/x?session=${hex}`, 'https://a.example/x'],
    ['https://a.example/x?password=hunter22', 'https://a.example/x'],
    [
      `https://b.s3.amazonaws.com/o.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260101&X-Amz-Signature=${hex}`,
      'https://b.s3.amazonaws.com/o.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256',
    ],
    [
      `https://acc.blob.core.windows.net/c/o.png?sv=2022&sig=${hex}%3D`,
      'https://acc.blob.core.windows.net/c/o.png?sv=2022',
    ],
    [`https://a.example/x?x=ghp_${'a1B2'.repeat(9)}`, 'https://a.example/x'],
    [`https://a.example/x?a=1&amp;token=${hex}`, 'https://a.example/x?a=1'],
  ])('%s', (url, cut) => {
    expect(holdsSecret(url)).toBe(true);
    expect(withoutSecrets(url)).toBe(cut);
  });

  it.each(['https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'])(
    'as a whole, where it is the address itself: %s',
    (url) => {
      expect(holdsSecret(url)).toBe(true);
      expect(withoutSecrets(url)).toBe(url);
    },
  );
});

describe('an honest address is let alone', () => {
  it.each([
    'https://a.example/',
    'https://docs.example/reference?key=C%23',
    'https://docs.example/reference?key=getting-started-with-tokens',
    'https://docs.example/x?key=section-2-of-chapter-13',
    'https://docs.example/x?key=550e8400-e29b-41d4-a716-446655440000',
    'https://docs.example/x?token=HowToUseTokensInAngular17Apps',
    'https://docs.example/x?token=next',
    'https://docs.example/x?t=1h23m45s',
    'https://docs.example/x?t=2026-11-26T10:00:00.000Z',
    'https://docs.example/api?signature=method',
    'https://docs.example/login?password=forgotten',
    'https://docs.example/x?policy=open',
    'https://docs.example/x?session=monday-keynote',
    'https://docs.example/x?code=404',
    'https://conf.example/talks?session=2026-11-26-rust-in-the-tidepool',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s',
    'https://github.com/tidepool-db/tidepool/blob/8f14e45fceea167a5a36dedd4bea2543/src/ring.rs#L10-L20',
    'https://a.example/x?sid=12',
    'https://news.example/article?sid=03/03/14/0258247',
    'https://docs.google.com/spreadsheet/ccc?key=0Aie5my_LJZzOdFB3SnAtZHFZcENic3hrMmxHdWkzeXc',
    'https://images.example/ring?ixlib=rb-0.3.5&q=80&s=f65cd2b66fad383a51152ce6dbecbb09',
    'https://a.example/x?q=how+to+keep+an+api_key=secret',
    'https://medium.com/@ada/tides-4f2a?sk=3f9a1c2b4d5e6f708192a3b4c5d6e7f8',
    'https://ada@a.example/x',
    'https://a.example/users:list@2',
    'mailto:ada@example.org?token=9f86d081884c7d659a2feaa0c55ad015',
    'not an address ?token=9f86d081884c7d659a2feaa0c55ad015',
    '',
  ])('%s', (url) => {
    expect(holdsSecret(url)).toBe(false);
    expect(withoutSecrets(url)).toBe(url);
  });
});

it('cutting leads no further than once, and never throws', () => {
  fc.assert(
    fc.property(anyText(60), anyText(60), (words, query) => {
      const path = words.replace(/[?#]/g, '');
      const cut = withoutSecrets(`https://a.example/${path}?token=${hex}&${query}`);
      expect(withoutSecrets(cut)).toBe(cut);
      expect(cut).not.toContain(`token=${hex}`);
    }),
  );
});
