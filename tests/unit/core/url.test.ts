import { describe, expect, test } from 'vitest';
import { cleanUrl, isClippableUrl, isStoreUrl, pageAddress } from '../../../lib/core/url.ts';

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
    expect(cleanUrl('https://a.example/?%E0%A4%A=1&si=2')).toBe('https://a.example/?%E0%A4%A=1');
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
    // No script may read it; its link is a link.
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
