import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { clipTabs } from '../../lib/app/clip-tabs.ts';
import { addressKey } from '../../lib/clips/link-targets.ts';
import { listTabs } from '../../lib/clips/open-tabs.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { findClipped } from '../../lib/store/item-slices.ts';
import { queryItems } from '../../lib/store/item-store.ts';
import { createStores } from '../../lib/store/stores.ts';
import { createLink } from '../support/items.ts';
import { instant, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('clip-tabs');
const stores = createStores(db);
const clock = { now: () => instant, offsetMinutes: () => 60 };
const pages = (...urls: string[]) =>
  listTabs(
    urls.map((url) => ({ url, title: `Page of ${url}` })),
    new Set(),
  ).tabs.map(({ page }) => page);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  await stores.settings.setActiveWrapUpId(wrapUpId);
});

const tray = () => queryItems(db, wrapUpId, 2).toArray();

it('puts tabs into the tray, in their order, not seen yet, as one step', async () => {
  const clipped = await clipTabs(
    { stores, clock },
    pages('https://a.example/', 'https://b.example/x'),
  );
  expect(clipped).toMatchObject({ ok: true, value: { before: 0, items: [{}, {}] } });
  expect(await stores.items.list(wrapUpId), 'the post').toEqual([]);
  expect(await tray()).toMatchObject([
    { kind: 'link', url: 'https://a.example/', tray: 'waiting', seenAt: null },
    { kind: 'link', url: 'https://b.example/x', tray: 'waiting', seenAt: null },
  ]);
  expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
  expect(await tray()).toEqual([]);
});

it('clips nothing twice for a wrap-up, and says how many were there', async () => {
  await clipTabs({ stores, clock }, pages('https://a.example/'));
  const again = pages('https://a.example/?utm_source=x', 'https://b.example/');
  expect(await clipTabs({ stores, clock }, again)).toMatchObject({
    ok: true,
    value: { before: 1, items: [{ url: 'https://b.example/' }] },
  });
  expect(await tray()).toHaveLength(2);
  const nothing = await clipTabs({ stores, clock }, pages('https://a.example/'));
  expect(nothing).toMatchObject({ ok: true, value: { before: 1, items: [] } });
  expect(nothing.ok && nothing.value.changeId).toBeUndefined();
});

it('gives the inbox, which has no tray, its clips as always', async () => {
  await stores.settings.setActiveWrapUpId(inboxId);
  await clipTabs({ stores, clock }, pages('https://a.example/'));
  expect(await stores.items.list(inboxId)).toMatchObject([{ url: 'https://a.example/' }]);
});

it('knows the tabs that are clipped, in the post or in the tray, of this wrap-up alone', async () => {
  const waiting = createLink({
    id: uuid(11),
    wrapUpId,
    url: 'https://a.example/',
    tray: 'waiting',
  });
  const placed = createLink({ id: uuid(12), wrapUpId, url: 'https://b.example/?utm_source=x' });
  const elsewhere = createLink({ id: uuid(13), url: 'https://c.example/', wrapUpId: inboxId });
  for (const item of [waiting, placed, elsewhere]) await stores.items.put(item);
  const urls = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
  const wanted = new Set(urls.map(addressKey));
  expect(await findClipped(db, wrapUpId, wanted)).toEqual(
    new Set(['https://a.example/', 'https://b.example/'].map(addressKey)),
  );
});
