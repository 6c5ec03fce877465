import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkTarget, unwrapUrl } from '../../../../lib/core/address/link-target.ts';
import { anyText } from '../../../support/any-text.ts';

const target = 'https://go.example/spec?a=1&b=%C3%BC+c#types';
const coded = encodeURIComponent(target);
const base64 = btoa('https://go.example/a').replaceAll('=', '');

describe('a link leads where its redirect leads', () => {
  test.each([
    `https://www.google.com/url?q=${coded}&sa=D&source=editors&ust=17&usg=AO`,
    `https://www.google.de/url?sa=t&url=${coded}&ved=2`,
    `https://docs.google.com/url?q=${coded}`,
    `https://www.youtube.com/redirect?event=video_description&redir_token=QU&q=${coded}&v=a`,
    `https://l.facebook.com/l.php?u=${coded}&h=AT`,
    `https://l.instagram.com/?u=${coded}&e=AT`,
    `https://l.threads.com/?u=${coded}&e=AT`,
    `https://out.reddit.com/t3_a?url=${coded}&token=AQ`,
    `https://nam12.safelinks.protection.outlook.com/?url=${coded}&data=05%7C&sdata=x%3D&reserved=0`,
    `https://duckduckgo.com/l/?uddg=${coded}&rut=0a`,
    `https://slack-redir.net/link?url=${coded}&v=3`,
    `https://vk.com/away.php?to=${coded}&cc_key=`,
    `https://steamcommunity.com/linkfilter/?u=${coded}`,
    `https://medium.com/r/?url=${coded}`,
    `https://medium.com/m/global-identity-2?redirectUrl=${coded}`,
    `https://go.bsky.app/redirect?u=${coded}`,
    `https://weibo.cn/sinaurl?u=${coded}`,
    `https://www.jianshu.com/go-wild?ac=2&url=${coded}`,
    `https://linkprotect.cudasvc.com/url?a=${coded}&c=E,1,x&typo=1`,
    `https://www.linkedin.com/redir/redirect?url=${coded}&urlhash=x`,
    `https://t.umblr.com/redirect?z=${coded}&t=x`,
    `https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.google.com/url?q=${coded}`)}&data=x`,
  ])('%s', (address) => {
    expect(linkTarget(address)).toBe(target);
  });

  test.each([
    ['https://www.google.com/url?q=https://go.example/a%2Bb+c&sa=D', 'https://go.example/a+b+c'],
    ['https://www.google.com/url?q=https%3A%2F%2Fgo.example%2Fa%2520b', 'https://go.example/a%20b'],
    ['https://www.google.com/url?q=https://go.example/a#part', 'https://go.example/a#part'],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fgo.example%2F%3Futm_source%3Dx',
      'https://go.example/',
    ],
    ['https://www.google.com/amp/s/go.example/amp/a.html', 'https://go.example/amp/a.html'],
    [
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__go.example_a-5Fb&d=Dw',
      'https://go.example/a_b',
    ],
    ['https://urldefense.com/v3/__https://go.example/a?b=1__;!!Ab!x$', 'https://go.example/a?b=1'],
    [`https://www.bing.com/ck/a?!&&p=0a&u=a1${base64}&ntb=1`, 'https://go.example/a'],
    [
      'https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fgo.example%2fa/RK=2/RS=b',
      'https://go.example/a',
    ],
    [
      'https://disq.us/url?url=https%3A%2F%2Fgo.example%2Fa%3AAbcdefghijklmnopqrstuvwxyz0&cuid=1',
      'https://go.example/a',
    ],
  ])('%s', (address, wanted) => {
    expect(linkTarget(address)).toBe(wanted);
  });
});

describe('what leads on in no form that we know stays as it is', () => {
  test.each([
    'https://lnkd.in/abc123',
    'https://t.co/abc123',
    'https://www.google.com/url?q=/search?q=x',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=%zz',
    'https://www.google.com/url?q=',
    'https://www.google.com/maps?q=https://go.example/',
    'https://www.google.com.evil.example/url?q=https://go.example/',
    'https://a.example/redirect?q=https%3A%2F%2Fgo.example',
    'https://a.example/url?q=https%3A%2F%2Fgo.example',
    'https://www.youtube.com/watch?v=a&q=https%3A%2F%2Fgo.example',
    'https://web.archive.org/web/2024/https://go.example/',
    'https://www.baidu.com/link?url=Ab_c',
    'mailto:ada@go.example?subject=https://www.google.com/url?q=x',
    '/url?q=https://go.example/',
    '#part',
    '',
  ])('%s', (address) => {
    expect(unwrapUrl(address)).toBe(address);
  });

  test('an address that wraps itself ends', () => {
    let address = 'https://go.example/';
    for (let depth = 0; depth < 30; depth++) {
      address = `https://www.google.com/url?q=${encodeURIComponent(address)}`;
      if (address.length > 3_000) break;
    }
    expect(() => unwrapUrl(address)).not.toThrow();
  });
});

test('an address without anything to take away keeps every byte', () => {
  for (const address of [
    'https://a.example/p?',
    'https://a.example/p?#',
    'https://a.example/?#x',
    'https://a.example/p#?',
  ]) {
    expect(linkTarget(address)).toBe(address);
  }
});

test('no text makes it fail, and what is wrapped comes back byte for byte', () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      expect(() => linkTarget(text)).not.toThrow();
      const inner = `https://go.example/${encodeURI(text.toWellFormed())}`;
      expect(unwrapUrl(`https://www.google.com/url?sa=D&q=${encodeURIComponent(inner)}`)).toBe(
        unwrapUrl(inner),
      );
    }),
  );
});
