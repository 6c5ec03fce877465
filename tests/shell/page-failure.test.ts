import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageFailure } from '../../lib/browser/page-failure.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

beforeEach(() => shell.reset());

const icon = (name: string) => `chrome://global/skin/icons/${name}.svg`;

/** The tabs as Firefox (153) shows them; it says "Missing host permission for the tab" for each. */
describe('why Firefox lets no script into a page', () => {
  it.each([
    [
      'a PDF',
      { url: 'https://a.example/tides.pdf', title: 'Tides - tides.pdf', favIconUrl: icon('pdf') },
      'pdf-needs-menu',
    ],
    [
      'a PDF by no such address',
      { url: 'https://a.example/get?id=1', title: 'Tides - get', favIconUrl: icon('pdf') },
      'pdf-needs-menu',
    ],
    [
      'a PDF without a title',
      { url: 'https://a.example/bare', title: 'bare', favIconUrl: icon('pdf') },
      'pdf-needs-menu',
    ],
    [
      'a PDF whose icon is on its way',
      { url: 'https://a.example/get?id=1', title: 'Tides - get' },
      'pdf-needs-menu',
    ],
    [
      'a local PDF',
      { url: 'file:///home/me/tides.pdf', title: 'tides.pdf', favIconUrl: icon('pdf') },
      'pdf-needs-menu',
    ],
    [
      'a page that did not load',
      { url: 'https://gone.example/x', title: 'Problem loading page', favIconUrl: icon('info') },
      'page-not-loaded',
    ],
    [
      'a PDF that did not load',
      {
        url: 'https://gone.example/tides.pdf',
        title: 'Problem loading page',
        favIconUrl: icon('info'),
      },
      'page-not-loaded',
    ],
    [
      'a site with a certificate of its own',
      {
        url: 'https://own.example/',
        title: 'Warning: Potential Security Risk Ahead',
        favIconUrl: icon('warning'),
      },
      'page-not-loaded',
    ],
    [
      'a restricted site',
      {
        url: 'https://support.mozilla.org/kb',
        title: 'Firefox Help',
        favIconUrl: 'https://support.mozilla.org/favicon.ico',
      },
      'page-not-clippable',
    ],
    [
      'a restricted site without an icon',
      { url: 'https://support.mozilla.org/kb', title: 'Firefox Help' },
      'page-not-clippable',
    ],
    ['a store', { url: 'https://addons.mozilla.org/de/', title: 'Add-ons' }, 'store-page'],
    [
      'the reader view',
      {
        url: 'about:reader?url=https%3A%2F%2Fa.example%2F',
        title: 'Article',
        isInReaderMode: true,
      },
      'reader-needs-menu',
    ],
    [
      'a page’s source',
      { url: 'view-source:https://a.example/', title: 'https://a.example/' },
      'page-not-clippable',
    ],
    ['a page that nobody opened to us', {}, 'page-not-granted'],
  ])('%s', async (_, tab, code) => {
    shell.tabs.set(7, tab);
    const thrown = new Error('Missing host permission for the tab');
    expect(await pageFailure(7, thrown)).toMatchObject({ code });
  });
});
