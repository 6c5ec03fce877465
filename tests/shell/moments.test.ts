import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { eventually } from '../support/eventually.ts';
import { mediaFrame, medium } from '../support/fake-camera.ts';
import { pageInfo, uuid } from '../support/records.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

const db = openDatabase();
const stores = createStores(db);
const page = pageInfo({ url: 'https://vimeo.com/123456' });
const tab = { id: 7, url: page.url, title: page.title };
const capture = {
  frame: { top: true, focused: true },
  page,
  hasSelection: false,
  selectionPreview: '',
  hasEvent: false,
};

beforeEach(async () => {
  shell.reset();
  for (const table of db.tables) await table.clear();
  shell.tabs.set(7, tab);
  shell.page = {
    captures: [capture],
    media: [mediaFrame(page.url, medium({ currentSeconds: 61.5 }))],
  };
  background.main();
});

const items = async (): Promise<Item[]> => {
  const active = await stores.settings.activeWrapUpId();
  return active === undefined ? [] : stores.items.list(active);
};
const send = (name: string, payload: object, tabId = 7) =>
  new Promise<unknown>((resolve) => {
    const sender = { id: 'wrapup-id', origin: 'https://vimeo.com', tab: { id: tabId }, frameId: 0 };
    void fakeBrowser.runtime.onMessage.trigger(
      { wrapup: 1, name, payload },
      sender as never,
      resolve,
    );
  });
const refused = { ok: false, error: { code: 'message-refused' } };

describe('Alt+Shift+M', () => {
  const pressed = async () => {
    shell.commanded.fire('clip-moment', tab);
    await eventually(() => expect(shell.confirmations).toHaveLength(1));
    return (shell.confirmations[0] as { itemId: string }).itemId;
  };

  it('clips the moment, the time first, and confirms it with its time', async () => {
    await pressed();
    expect(shell.injected[0]).toBe('/capture-moment.js');
    expect(await items()).toMatchObject([
      { kind: 'moment', startSeconds: 61, mediaUrl: 'https://vimeo.com/123456' },
    ]);
    expect(shell.confirmations).toMatchObject([{ moment: { startSeconds: 61, checkTime: false } }]);
  });

  it('moves it as the confirmation asks, twice asked as once', async () => {
    const itemId = await pressed();
    for (let times = 0; times < 2; times++) {
      expect(await send('moment.nudge', { itemId, startSeconds: 56 })).toMatchObject({ ok: true });
    }
    expect(await items()).toMatchObject([{ startSeconds: 56 }]);
    expect(await send('moment.nudge', { itemId, startSeconds: 1 }, 8)).toMatchObject(refused);
    expect(await send('moment.nudge', { itemId, startSeconds: -1 })).toMatchObject({
      error: { code: 'message-invalid' },
    });
  });

  it('where nothing plays says so', async () => {
    shell.page = { captures: [capture], media: [mediaFrame(page.url)] };
    shell.commanded.fire('clip-moment', tab);
    await eventually(() =>
      expect(shell.confirmations).toMatchObject([
        { state: 'failed', failure: { code: 'recording-not-found' } },
      ]),
    );
    expect(await items()).toEqual([]);
  });
});

describe('a region', () => {
  const region = {
    box: { x: 1, y: 2, width: 30, height: 40 },
    viewport: { width: 100, height: 90 },
  };

  it('is drawn in the page after the menu’s entry was chosen', async () => {
    shell.menuClicked.fire({ menuItemId: 'clip-region', pageUrl: page.url }, tab);
    await eventually(() => expect(shell.injected).toContain('/draw-region.js'));
  });

  it('that nobody asked for takes no picture', async () => {
    expect(await send('region.take', { requestId: uuid(1), ...region })).toMatchObject(refused);
    shell.menuClicked.fire({ menuItemId: 'clip-region', pageUrl: page.url }, tab);
    await eventually(() => expect(shell.injected).toContain('/draw-region.js'));
    expect(await send('region.take', { requestId: uuid(1), ...region })).toMatchObject(refused);
    expect(await items()).toEqual([]);
  });
});
