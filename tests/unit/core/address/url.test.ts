import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanUrl,
  isClippableUrl,
  isStoreUrl,
  pageAddress,
  sourceOfReader,
} from '../../../../lib/core/address/url.ts';
import { anyText } from '../../../support/any-text.ts';

describe('an address loses what only tracks its reader', () => {
  test.each([
    ['https://a.example/p?utm_source=x&utm_medium=y', 'https://a.example/p'],
    ['https://a.example/p?UTM_Source=x&id=3', 'https://a.example/p?id=3'],
    ['https://youtu.be/abc?si=XyZ&t=12', 'https://youtu.be/abc?t=12'],
    [
      'https://www.youtube.com/watch?v=abc&list=PL1&feature=shared',
      'https://www.youtube.com/watch?v=abc&list=PL1',
    ],
    ['https://a.example/?fbclid=1&q=b', 'https://a.example/?q=b'],
    ['https://a.example/?a=1&amp;utm_source=x&amp;b=2', 'https://a.example/?a=1&amp;b=2'],
    ['https://a.example/p?_gl=1*abc&_kx=x.y&id=7', 'https://a.example/p?id=7'],
    ['https://youtu.be/DChn7mZuiIA?is=abc&t=90', 'https://youtu.be/DChn7mZuiIA?t=90'],
    ['https://music.youtube.com/watch?v=a&si=b', 'https://music.youtube.com/watch?v=a'],
    ['https://www.threads.com/@a/post/b?xmt=AQ&slof=1', 'https://www.threads.com/@a/post/b'],
    ['https://www.linkedin.com/posts/a-b?rcm=AC&trk=x', 'https://www.linkedin.com/posts/a-b'],
    [
      'https://www.facebook.com/a/posts/1?__cft__[0]=x&__tn__=%2CO&comment_id=3&mibextid=y',
      'https://www.facebook.com/a/posts/1?comment_id=3',
    ],
    ['https://www.facebook.com/a/posts/1?eid=x', 'https://www.facebook.com/a/posts/1'],
    [
      'https://www.facebook.com/event.php?eid=12&ref=a',
      'https://www.facebook.com/event.php?eid=12',
    ],
    [
      'https://www.nytimes.com/2026/01/02/a.html?unlocked_article_code=1.Ab&smid=url-share',
      'https://www.nytimes.com/2026/01/02/a.html?unlocked_article_code=1.Ab',
    ],
    [
      'https://tide.substack.com/p/rings?r=1a&triedRedirect=true',
      'https://tide.substack.com/p/rings',
    ],
    [
      'https://www.google.co.uk/search?q=ring+buffer&sca_esv=1&ei=2&ved=3&sclient=gws-wiz&udm=14',
      'https://www.google.co.uk/search?q=ring+buffer&udm=14',
    ],
    [
      'https://docs.google.com/document/d/1A/edit?usp=sharing',
      'https://docs.google.com/document/d/1A/edit',
    ],
    ['https://shop.example/p?srsltid=Af', 'https://shop.example/p'],
    ['https://www.forbes.com/sites/a/?sh=12ab', 'https://www.forbes.com/sites/a/'],
    [
      'https://www.tiktok.com/@a/video/1?_t=8&_r=1&is_from_webapp=1',
      'https://www.tiktok.com/@a/video/1',
    ],
    [
      'https://www.amazon.de/Rings/dp/B000000000/ref=sr_1_1?crid=A&keywords=r&qid=1&th=1&sr=8-1',
      'https://www.amazon.de/Rings/dp/B000000000?th=1',
    ],
    ['https://medium.com/@a/rings-1?source=x&sk=abc', 'https://medium.com/@a/rings-1?sk=abc'],
    ['https://a.example/p?gclid=1&page=2&msclkid=3', 'https://a.example/p?page=2'],
    ['https://a.example/p?mc_cid=1&mc_eid=2', 'https://a.example/p'],
    ['https://a.example/p?', 'https://a.example/p'],
    ['https://a.example/p?#part', 'https://a.example/p#part'],
    ['https://a.example/p#:~:text=some%20words', 'https://a.example/p'],
    ['https://a.example/p#part:~:text=some', 'https://a.example/p#part'],
    ['https://a.example/p#utm_source=rss', 'https://a.example/p'],
    ['https://a.example/p?utm%5Fsource=x&b=1', 'https://a.example/p?b=1'],
    [
      'https://www.meetup.com/de-de/g/events/1/?eventOrigin=your_events&recId=4',
      'https://www.meetup.com/de-de/g/events/1/',
    ],
  ])('%s', (url, cleaned) => {
    expect(cleanUrl(url)).toBe(cleaned);
  });
});

describe('the rest of an address stays as it was, byte for byte', () => {
  test.each([
    'https://a.example/service-portal?id=service_element&name=Files-Service',
    'https://a.example/a%20b/(c)_(d)?q=a+b&q=%C3%BC&empty=&flag&x=%zz#t=1,2',
    'https://a.example/?t=1&v=2&list=3&page=4&id=5&name=6&q=7&ref=main',
    'https://a.example/p?a=1&&b=2',
    'https://a.example/p#',
    'https://A.example:443/../x',
    'mailto:a@b.example?subject=utm_source',
    'not an address?utm_source=x',
    '',
  ])('%s', (url) => {
    expect(cleanUrl(url)).toBe(url);
  });

  test('a name that cannot be decoded is kept', () => {
    expect(cleanUrl('https://a.example/?%E0%A4%A=1&gclid=2')).toBe('https://a.example/?%E0%A4%A=1');
  });

  test.each([
    'https://a.example/?si=1&is=2&pp=3&feature=4&trk=5&rcm=6&sh=7&r=8&s=9&usp=10&ved=11&ref=12&source=13',
    'https://a.example/?xmt=1&slof=2&smid=3&tag=4&ei=5&t=6&hash=7&keywords=8&__s=9&pk_id=10&via=11',
    'https://vimeo.com/123456?h=0a1b2c',
    'https://drive.google.com/file/d/1A/view?resourcekey=0-b',
    'https://docs.google.com/forms/d/e/1A/viewform?entry.1=Ada',
    'https://www.wsj.com/articles/a?st=abc123',
    'https://www.amazon.com/s?k=rings&rh=n%3A1',
    'https://www.amazon.com/s?keywords=rings',
    'https://www.youtube.com/watch?v=a&lc=Ug&list=PL&index=2&t=1m',
    'https://docs.aws.amazon.com/a?tag=b',
    'https://notamazon.example/dp/ref=x',
    'https://www.bing.com/maps?sp=point.1_2',
  ])('what may open or choose a page is kept: %s', (url) => {
    expect(cleanUrl(url)).toBe(url);
  });

  test.each([
    'https://b.s3.amazonaws.com/a.png?utm_source=x&X-Amz-Algorithm=AWS4&X-Amz-Signature=0a',
    'https://a.example/p?utm_source=x&sig=abc%3D',
    'https://a.example/p?fbclid=1&hmac=0a',
    'https://cdn.example/p?Policy=a&Signature=b&Key-Pair-Id=c&utm_medium=x',
    'https://cdn.example/p?token=a&expires=1&utm_medium=x',
    'https://a.imgix.example/p.png?w=600&utm_source=x&s=0123456789abcdef0123456789abcdef',
  ])('a signed address is kept whole: %s', (url) => {
    expect(cleanUrl(url)).toBe(url);
  });

  test('a host-bound parameter is kept elsewhere', () => {
    expect(cleanUrl('https://a.example/?feature=x&s=1')).toBe('https://a.example/?feature=x&s=1');
    expect(cleanUrl('https://notyoutube.com/?feature=x')).toBe('https://notyoutube.com/?feature=x');
  });
});

test('a fragment belongs to the page only where it is a route', () => {
  expect(pageAddress('https://a.example/p#part')).toBe('https://a.example/p');
  expect(pageAddress('https://a.example/#/docs/x')).toBe('https://a.example/#/docs/x');
  expect(pageAddress('https://a.example/#!/docs')).toBe('https://a.example/#!/docs');
  expect(pageAddress('https://a.example/p')).toBe('https://a.example/p');
});

describe('a view of the browser’s own is the page that it shows', () => {
  test.each([
    [
      'about:reader?url=https%3A%2F%2Fa.example%2Fp%3Fx%3D1%26y%3D%25C3%25BC',
      'https://a.example/p?x=1&y=%C3%BC',
    ],
    [
      'chrome-distiller://0a-1b/?title=Rings&url=https%3A%2F%2Fa.example%2Fp',
      'https://a.example/p',
    ],
    ['read://https_a.example/?url=https%3A%2F%2Fa.example%2Fp', 'https://a.example/p'],
    ['view-source:https://a.example/p?x=1', 'https://a.example/p?x=1'],
    ['about:reader?url=about%3Aconfig', 'about:reader?url=about%3Aconfig'],
    ['about:reader?url=%zz', 'about:reader?url=%zz'],
    ['about:reader', 'about:reader'],
    [
      'https://a.example/?url=https%3A%2F%2Fb.example',
      'https://a.example/?url=https%3A%2F%2Fb.example',
    ],
  ])('%s', (url, shown) => {
    expect(sourceOfReader(url)).toBe(shown);
  });
});

describe('what can be clipped', () => {
  test.each([
    ['https://a.example/', true],
    ['http://localhost:8000/', true],
    ['file:///home/me/paper.pdf', true],
    ['chrome://settings/', false],
    ['about:blank', false],
    ['moz-extension://1-2/popup.html', false],
    ['data:text/html,hi', false],
    ['view-source:https://a.example/', false],
    // No script may read it, but it can be clipped as a link.
    ['https://chromewebstore.google.com/detail/x', true],
    ['', false],
  ])('%s: %s', (url, clippable) => {
    expect(isClippableUrl(url)).toBe(clippable);
  });

  test.each([
    ['https://chromewebstore.google.com/detail/x', true],
    ['https://chrome.google.com/webstore/detail/x', true],
    ['https://addons.mozilla.org/de/firefox/', true],
    ['https://addons.mozilla.org.evil.example/', false],
    ['https://chrome.google.com/other', false],
  ])('%s is a store page: %s', (url, store) => {
    expect(isStoreUrl(url)).toBe(store);
  });
});

/** Parameters that an address may have, none of which tracks, in any spelling. */
const kept = fc.oneof(
  fc.constantFrom(
    'id=7',
    'q=a+b',
    'q=%C3%BC',
    'Q=%c3%bc',
    'empty=',
    'flag',
    '',
    'x=%zz',
    'v=a=b',
    'p=/?',
  ),
  fc
    .stringMatching(/^[a-m]{1,6}=[\w.~!*'()%+;,/:@-]{0,12}$/)
    .filter((pair) => !/^(?:awc|epik)=/.test(pair)),
);
const tracking = fc.constantFrom(
  'utm_source=a',
  'UTM_Medium=%20',
  'gclid',
  'fbclid=',
  'utm%5Fterm=x',
  'mc_eid=1',
);
const host = fc.constantFrom('a.example', 'www.youtube.example', 'B.example:8080', 'ü.example');

describe('of any address', () => {
  test('only the parameters that track go; all other bytes and their order stay', () => {
    fc.assert(
      fc.property(
        host,
        fc.array(fc.record({ pair: fc.oneof(kept, tracking) }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('', '#part', '#/route?x=1', '#t=1,2'),
        (name, parts, fragment) => {
          const pairs = parts.map(({ pair }) => pair);
          const rest = pairs
            .filter((pair) => !/^(?:utm|gclid|fbclid|mc_eid)/i.test(pair))
            .join('&');
          const address = `https://${name}/a/%7Eb?${pairs.join('&')}${fragment}`;
          const wanted = `https://${name}/a/%7Eb${rest === '' ? '' : `?${rest}`}${fragment}`;
          expect(cleanUrl(address)).toBe(wanted);
          expect(cleanUrl(wanted)).toBe(wanted);
        },
      ),
    );
  });

  test('cleaning again changes nothing', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        for (const url of [
          text,
          `https://a.example/${text}`,
          `https://www.google.com/search?${text}`,
        ]) {
          expect(cleanUrl(cleanUrl(url))).toBe(cleanUrl(url));
        }
      }),
    );
  });
});

test.each([
  ['about:reader?url=https%3A%2F%2Fa.example%2Fp%3Fq%3D1%23s', 'https://a.example/p?q=1#s'],
  ['about:reader?url=javascript%3Aalert(1)', 'about:reader?url=javascript%3Aalert(1)'],
  ['about:reader', 'about:reader'],
  ['https://a.example/about:reader?url=x', 'https://a.example/about:reader?url=x'],
])('the reader view of %s is of %s', (url, source) => {
  expect(sourceOfReader(url)).toBe(source);
});
