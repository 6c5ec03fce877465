import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background/index.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { eventually } from '../support/eventually.ts';
import { pageInfo } from '../support/records.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

const db = openDatabase();
const stores = createStores(db);
const tabs = Array.from({ length: 20 }, (_, n) => n + 1);
const perTab = 10;

const capture = (text: string) => ({
  frame: { top: true, focused: true },
  page: pageInfo({ url: `https://docs.tidepool.example/${encodeURIComponent(text)}` }),
  hasSelection: true,
  selectionPreview: text,
  hasEvent: false,
  selection: { text, markdown: text, html: '', selectors: [], heading: '', headingId: '' },
});
const press = (id: number) => shell.commanded.fire('clip-here', { id });
const isFromPage = (item: Item): item is Extract<Item, { kind: 'quote' }> => item.kind === 'quote';

/** Returns the words of all stored clips, including deleted ones. */
async function clipped(): Promise<string[]> {
  const all: Item[] = await db.table('items').toArray();
  return all.filter(isFromPage).map(({ text }) => text);
}

beforeEach(async () => {
  shell.reset();
  for (const table of db.tables) await table.clear();
  for (const id of tabs) shell.tabs.set(id, { url: 'https://docs.tidepool.example/', title: 'T' });
  background.main();
});

describe('twenty tabs', () => {
  it('are read side by side: none waits until another has answered', async () => {
    const reading = new Set<number>();
    let answer = (): void => {};
    const answering = new Promise<void>((resolve) => {
      answer = resolve;
    });
    shell.captureOf = async (tabId) => {
      reading.add(tabId);
      await answering;
      return capture(`Words of tab ${tabId}`);
    };
    for (const id of tabs) press(id);
    await eventually(() => expect(reading.size).toBe(tabs.length));
    expect(await clipped()).toEqual([]);
    answer();
    await eventually(async () => expect(await clipped()).toHaveLength(tabs.length));
  });

  it('are read while another never answers', async () => {
    const stuck = 99;
    shell.tabs.set(stuck, { url: 'https://stuck.example/', title: 'S' });
    shell.captureOf = async (tabId) =>
      tabId === stuck ? new Promise(() => {}) : capture(`Words of tab ${tabId}`);
    for (const id of [stuck, ...tabs]) press(id);
    await eventually(async () => expect(await clipped()).toHaveLength(tabs.length));
  });

  it('lose nothing and double nothing, clipped again and again; each reads what was there then', async () => {
    const read = new Map<number, number>();
    shell.captureOf = async (tabId) => {
      const turn = (read.get(tabId) ?? 0) + 1;
      read.set(tabId, turn);
      return capture(`Words ${turn} of tab ${tabId}`);
    };
    for (let turn = 0; turn < perTab; turn++) for (const id of tabs) press(id);
    const expected = tabs.flatMap((id) =>
      Array.from({ length: perTab }, (_, turn) => `Words ${turn + 1} of tab ${id}`),
    );
    await eventually(async () => expect(await clipped()).toHaveLength(expected.length));
    expect((await clipped()).sort()).toEqual(expected.sort());
    const active = (await stores.settings.activeWrapUpId()) ?? '';
    const orders = (await stores.items.list(active)).map(({ order }) => order);
    expect(new Set(orders).size).toBe(expected.length);
  });
});
