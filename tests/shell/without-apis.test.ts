import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import background from '../../entrypoints/background/index.ts';
import { openSidePanel } from '../../lib/browser/side-panel.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { eventually } from '../support/eventually.ts';
import { pageInfo } from '../support/records.ts';
import { shell } from '../support/shell-browser.ts';

// Simulates Firefox for Android, according to MDN's compatibility tables: no keys, menus, windows,
// sidebar or badge.
vi.mock('wxt/browser', async () => {
  const { shellBrowser } = await import('../support/shell-browser.ts');
  const {
    commands: _commands,
    contextMenus: _menus,
    windows: _windows,
    sidePanel: _panel,
    ...rest
  } = shellBrowser;
  return { browser: { ...rest, action: { setPopup: rest.action.setPopup } } };
});

it('the background starts where the browser has no keys, menus, windows or badge, and clips', async () => {
  const stores = createStores(openDatabase());
  const page = pageInfo();
  shell.reset();
  shell.tabs.set(7, { url: page.url, title: page.title });
  shell.page = {
    captures: [
      {
        ...{ frame: { top: true, focused: true }, page, hasSelection: false },
        ...{ selectionPreview: '', hasEvent: false },
      },
    ],
  };
  background.main();
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false } as never);
  const answer = await new Promise((resolve) => {
    const origin = new URL(fakeBrowser.runtime.getURL('/' as never)).origin;
    const payload = { requestId: crypto.randomUUID(), tabId: 7, what: 'page' };
    void fakeBrowser.runtime.onMessage.trigger(
      { wrapup: 1, name: 'clip.capture', payload },
      { id: 'wrapup-id', origin } as never,
      resolve,
    );
  });
  expect(answer).toMatchObject({ ok: true });
  await eventually(async () => {
    const active = (await stores.settings.activeWrapUpId()) ?? '';
    expect(await stores.items.list(active)).toMatchObject([{ kind: 'link' }]);
  });
  expect(await openSidePanel(1)).toBe(true);
});
