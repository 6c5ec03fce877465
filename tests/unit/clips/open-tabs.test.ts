import { describe, expect, it } from 'vitest';
import { clippedKeys, listTabs } from '../../../lib/clips/open-tabs.ts';
import { createLink, createQuote, createSource } from '../../support/items.ts';

const none = new Set<string>();

describe('the tabs of a window', () => {
  it('are listed in their order, with title and host', () => {
    const tabs = [
      { url: 'https://a.example/page', title: 'A page | A' },
      { url: 'https://b.example/', title: '' },
    ];
    expect(listTabs(tabs, none).tabs).toMatchObject([
      { title: 'A page', host: 'a.example', isClipped: false, page: { url: tabs[0]?.url } },
      { host: 'b.example', isClipped: false },
    ]);
  });

  it('are left out where they are the browser’s own, an extension’s, or open twice', () => {
    const urls = [
      'https://a.example/',
      'https://a.example',
      'https://a.example/?utm_source=x',
      'about:blank',
      'chrome://settings/',
      'moz-extension://0/popup.html',
      'chrome-extension://abc/popup.html',
      'https://addons.mozilla.org/firefox/',
      'file:///home/ada/notes.pdf',
      '',
    ];
    const { tabs, leftOut } = listTabs(
      urls.map((url) => ({ url, title: url })),
      none,
    );
    expect(tabs.map(({ page }) => page.url)).toEqual(['https://a.example/']);
    expect(leftOut).toBe(9);
    expect(listTabs([{}], none)).toEqual({ tabs: [], leftOut: 1 });
  });

  it('are known where something of them is clipped, in the tray, too', () => {
    const items = [
      createLink({ url: 'https://a.example/', tray: 'waiting' }),
      createQuote({ source: createSource({ canonicalUrl: 'https://b.example/q' }) }),
    ];
    const tabs = ['https://a.example/', 'https://b.example/q', 'https://c.example/'];
    const listed = listTabs(
      tabs.map((url) => ({ url })),
      new Set(items.flatMap(clippedKeys)),
    );
    expect(listed.tabs.map(({ isClipped }) => isClipped)).toEqual([true, true, false]);
  });
});
