import '../components/fake-browser.ts';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { readLinkTargets } from '../../../lib/client/link-source.ts';
import { database } from '../../../lib/client/services.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { createLink, createNote, createQuote } from '../../support/items.ts';
import { part, wrapUp, wrapUpId } from '../../support/records.ts';

vi.mock('wxt/browser', async () => {
  const { browser } = await vi.importActual<{ browser: object }>('wxt/browser');
  const storage = { local: { get: async () => ({}), set: async () => undefined } };
  const runtime = { id: 'test', getManifest: () => ({ version: '0.1.0' }) };
  return { browser: Object.assign(browser, { runtime, storage }) };
});

const url = 'https://github.com/tidepool-db/tidepool';
const link = createLink({ title: 'tidepool', url, wrapUpId });
const text = `It is [a store](${url}).`;

beforeEach(async () => {
  await database.items.clear();
  await database.wrapUps.put({ ...wrapUp(), live: 1 });
});

const isUsed = async (item: Item, isInTray = false) => {
  await database.items.bulkPut([
    { ...link, live: 1 },
    { ...item, wrapUpId, ...(isInTray ? { live: 2, tray: 'waiting' } : { live: 1 }) } as never,
  ]);
  return (await readLinkTargets(wrapUpId)).find((target) => target.url === url)?.used;
};

it.each([
  ['a note', createNote({ note: text })],
  ['a part written by hand', part(5, { byHand: true, note: text })],
  ['a quote as it was captured', createQuote({ markdown: text })],
])('tells that %s links to a clip', async (_, item) => {
  expect(await isUsed(item)).toBe(true);
});

it.each([
  ['a part that follows the template', part(5, { byHand: false, note: text })],
  ['hidden text', createNote({ note: text, hidden: true })],
])('does not take the words of %s for the post’s', async (_, item) => {
  expect(await isUsed(item)).toBe(false);
});

it('does not take the words of the tray for the post’s', async () => {
  expect(await isUsed(createNote({ note: text }), true)).toBe(false);
});
