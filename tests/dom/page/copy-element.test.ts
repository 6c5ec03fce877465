import { describe, expect, test } from 'vitest';
import { copyElement } from '../../../lib/page/copy-element.ts';
import { showPage } from './support.ts';

const copyOf = (body: string, selector: string): Element => {
  const element = showPage(body).querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return copyElement(element, document.implementation.createHTMLDocument());
};

describe('a short link whose page shows where it leads is a link to there', () => {
  test.each([
    [
      '<a href="https://t.co/a1"><span aria-hidden="true">https://</span>tide.example/rin<span aria-hidden="true">gs?id=7</span><span aria-hidden="true">…</span></a>',
      'https://tide.example/rings?id=7',
    ],
    [
      '<a href="https://t.co/a1" data-expanded-url="https://tide.example/rings">tide.example/ri…</a>',
      'https://tide.example/rings',
    ],
    [
      '<a href="https://t.co/a1" title="https://tide.example/rings">tide.example</a>',
      'https://tide.example/rings',
    ],
    ['<a href="https://t.co/a1">tide.example/rin…</a>', 'https://t.co/a1'],
    ['<a href="https://t.co/a1">our talk</a>', 'https://t.co/a1'],
    ['<a href="https://a.example/">https://b.example/</a>', 'https://a.example/'],
  ])('%s', (body, href) => {
    expect(copyOf(body, 'a').getAttribute('href')).toBe(href);
  });
});

describe('a picture that a script loads is where it is without one', () => {
  const placeholder = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
  test.each([
    [
      `<img src="${placeholder}"><noscript><img src="/ring.jpg?a=1&amp;b=2" alt=""></noscript>`,
      '/ring.jpg?a=1&b=2',
    ],
    [
      `<span><img src="${placeholder}"></span>\n<noscript><picture><img alt="" src='/ring.jpg'></noscript>`,
      '/ring.jpg',
    ],
    ['<img src="/tiny/ring.jpg?w=20"><noscript><img src="/ring.jpg"></noscript>', '/ring.jpg'],
    ['<img src="/ring.jpg"><noscript><img src="/other.jpg"></noscript>', null],
    [`<img src="${placeholder}"><noscript><img src="${placeholder}"></noscript>`, null],
  ])('%s', (body, source) => {
    expect(copyOf(body, 'img').getAttribute('data-src')).toBe(source);
  });
});
