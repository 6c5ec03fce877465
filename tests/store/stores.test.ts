import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../lib/app/ports.ts';
import { keysAfter } from '../../lib/core/post/order.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { image, instant, note, quote, source, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const keys = keysAfter(undefined, 1_000);
const later = '2026-03-20T00:00:00.000Z';
const report = vi.fn();
let db: Database;
let stores: Stores;
let databases = 0;

beforeEach(() => {
  databases += 1;
  report.mockReset();
  db = openDatabase(`stores-${databases}`);
  stores = createStores(db, { now: () => later, report });
});
afterEach(() => db.close());

describe('items', () => {
  it('come back as they were written, in their order', async () => {
    await stores.items.put(quote(3, { order: 'a3' }));
    await stores.items.put(note(1, { order: 'a1' }));
    await stores.items.put(quote(2, { order: 'Zz' }));
    await stores.items.put(quote(9, { wrapUpId: 'inbox' }));
    expect(await stores.items.list(wrapUpId)).toEqual([
      quote(2, { order: 'Zz' }),
      note(1, { order: 'a1' }),
      quote(3, { order: 'a3' }),
    ]);
    expect(await stores.items.list('inbox')).toEqual([quote(9, { wrapUpId: 'inbox' })]);
  });

  it('with equal keys stand in the order of their ids, always', async () => {
    for (const n of [5, 2, 8, 1]) await stores.items.put(quote(n, { order: 'a0' }));
    expect((await stores.items.list(wrapUpId)).map((item) => item.id)).toEqual(
      [1, 2, 5, 8].map(uuid),
    );
  });

  it('that are deleted are neither listed, counted nor found, but keep their place', async () => {
    await stores.items.put(quote(1, { order: 'a1' }));
    await stores.items.put(quote(2, { order: 'a2', fingerprint: 'same' }));
    await stores.items.update(uuid(2), { deletedAt: later });
    expect(await stores.items.list(wrapUpId)).toHaveLength(1);
    expect(await stores.items.list(wrapUpId)).toHaveLength(1);
    expect(await stores.items.withFingerprint('same')).toEqual([]);
    expect(await stores.items.gapAt(wrapUpId)).toMatchObject({ before: 'a2', after: undefined });
    expect((await stores.items.get(uuid(2)))?.deletedAt).toBe(later);

    await stores.items.update(uuid(2), { deletedAt: null });
    expect(await stores.items.list(wrapUpId)).toHaveLength(2);
    expect(await stores.items.withFingerprint('same')).toHaveLength(1);
  });

  it('are found by their paper: its page, its PDF, links to it, and no other', async () => {
    const page = 'https://arxiv.org/abs/2501.01234';
    const from = (url: string, mediaType = 'text/html') =>
      source({ url, canonicalUrl: url, mediaType });
    await stores.items.put(quote(1, { source: from(page) }));
    await stores.items.put(
      quote(2, { source: from('https://arxiv.org/pdf/2501.01234v2', 'application/pdf') }),
    );
    await stores.items.put(quote(3));
    await stores.items.put(quote(4, { source: from('https://arxiv.org/abs/2501.01235') }));
    await stores.items.put(quote(5, { source: from(page), deletedAt: instant }));
    const found = await stores.items.ofPaper('arxiv:2501.01234');
    expect(found.map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
  });

  it('written twice with one id are one record', async () => {
    await stores.items.put(quote(1));
    await stores.items.put(quote(1));
    expect(await stores.items.list(wrapUpId)).toHaveLength(1);
  });

  it('know when they changed, and keep their id and kind', async () => {
    await stores.items.put(quote(1));
    const changed = await stores.items.update(uuid(1), {
      note: 'So it is.',
      ...({ id: uuid(7), kind: 'note' } as object),
    });
    expect(changed).toEqual(quote(1, { note: 'So it is.', updatedAt: later }));
    expect(await stores.items.get(uuid(1))).toEqual(changed);
    expect(await stores.items.update(uuid(404), { note: 'x' })).toBeUndefined();
  });

  it('changed together change all or none', async () => {
    await stores.items.put(quote(1));
    await stores.items.put(quote(2));
    const broken = new Map([
      [uuid(1), { note: 'fine' }],
      [uuid(2), { order: '' }],
    ]);
    await expect(stores.items.updateMany(broken)).rejects.toMatchObject({ code: 'storage-failed' });
    expect((await stores.items.get(uuid(1)))?.note).toBe('');
    const moved = await stores.items.updateMany(
      new Map([
        [uuid(1), { order: 'a5' }],
        [uuid(2), { order: 'a4' }],
      ]),
    );
    expect(moved).toHaveLength(2);
    expect((await stores.items.list(wrapUpId)).map((item) => item.id)).toEqual([uuid(2), uuid(1)]);
  });

  it('that cannot be read are left out of the list and reported', async () => {
    await stores.items.put(quote(1));
    await stores.items.put(quote(2));
    await db.items.update(uuid(2), { text: 42 } as never);
    expect((await stores.items.list(wrapUpId)).map((item) => item.id)).toEqual([uuid(1)]);
    expect(await stores.items.get(uuid(2))).toBeUndefined();
    expect(report).toHaveBeenCalledWith('items', uuid(2), expect.stringContaining('text'));
  });

  it('keep what they were converted from, in the same transaction', async () => {
    const original = {
      id: uuid(1),
      html: '<p>x</p>',
      htmlHash: 'ab'.repeat(32),
      createdAt: instant,
    };
    await stores.items.put(quote(1), original);
    expect(await stores.items.original(uuid(1))).toEqual(original);
    await expect(
      stores.items.put(quote(2), { ...original, id: uuid(2), htmlHash: 'no hash' }),
    ).rejects.toMatchObject({ name: 'StoreError', code: 'storage-failed' });
    expect(await stores.items.get(uuid(2))).toBeUndefined();
  });

  it('are purged with their originals, and with pictures that nothing else uses', async () => {
    const shared = 'aa'.repeat(32);
    const lonely = 'bb'.repeat(32);
    const recorded = 'cc'.repeat(32);
    for (const id of [shared, lonely, recorded])
      await stores.assets.put({
        id,
        mediaType: 'image/png',
        bytes: new ArrayBuffer(4),
        createdAt: instant,
      });
    await stores.items.put(quote(1, { deletedAt: '2026-01-01T00:00:00.000Z' }), {
      id: uuid(1),
      html: '',
      htmlHash: shared,
      createdAt: instant,
    });
    await stores.items.put(image(2, { deletedAt: '2026-01-01T00:00:00.000Z', assetId: lonely }));
    await stores.items.put(image(3, { deletedAt: '2026-01-01T00:00:00.000Z', assetId: shared }));
    await stores.items.put(image(4, { assetId: shared }));
    await stores.items.put(quote(5, { deletedAt: '2026-03-01T00:00:00.000Z' }));
    await stores.items.put(image(6, { deletedAt: '2026-01-01T00:00:00.000Z', assetId: recorded }));
    const recording = { url: '', picture: '/images/frame.png', pictureAlt: '', assetId: recorded };
    await stores.wrapUps.put(wrapUp({ recording }));
    expect(await stores.trash.purge({ before: '2026-02-01T00:00:00.000Z' })).toMatchObject({
      items: 4,
    });
    expect(await stores.items.get(uuid(1))).toBeUndefined();
    expect(await stores.items.original(uuid(1))).toBeUndefined();
    expect(await stores.items.get(uuid(5))).toBeDefined();
    expect(await stores.assets.get(lonely)).toBeUndefined();
    expect(await stores.assets.get(shared)).toBeDefined();
    expect(await stores.assets.get(recorded)).toBeDefined();
  });

  it('leave no pictures behind that were replaced, once those are old', async () => {
    const old = 'aa'.repeat(32);
    const used = 'bb'.repeat(32);
    const recent = 'cc'.repeat(32);
    const put = (id: string, createdAt: string) =>
      stores.assets.put({ id, mediaType: 'image/png', bytes: new ArrayBuffer(4), createdAt });
    await put(old, '2026-01-01T00:00:00.000Z');
    await put(used, '2026-01-01T00:00:00.000Z');
    await put(recent, '2026-03-01T00:00:00.000Z');
    await stores.items.put(image(4, { assetId: used }));
    expect(await stores.trash.purge({ before: '2026-02-01T00:00:00.000Z' })).toMatchObject({
      items: 0,
      pictures: 1,
    });
    expect(await stores.assets.kept([old, used, recent])).toEqual(new Set([used, recent]));
  });
});

describe('wrap-ups', () => {
  it('are listed with the most recently changed first', async () => {
    await stores.wrapUps.put(wrapUp({ id: uuid(1), updatedAt: '2026-01-01T00:00:00.000Z' }));
    await stores.wrapUps.put(wrapUp({ id: uuid(2), updatedAt: '2026-01-03T00:00:00.000Z' }));
    await stores.wrapUps.put(wrapUp({ id: uuid(3), updatedAt: '2026-01-02T00:00:00.000Z' }));
    await stores.wrapUps.put(wrapUp({ id: uuid(4), deletedAt: instant }));
    const ids = async () => (await stores.wrapUps.list()).map((each) => each.id);
    expect(await ids()).toEqual([uuid(2), uuid(3), uuid(1)]);
    await stores.wrapUps.update(uuid(1), { title: 'Renamed' });
    expect(await ids()).toEqual([uuid(1), uuid(2), uuid(3)]);
    expect(await stores.wrapUps.get(uuid(1))).toMatchObject({ title: 'Renamed', updatedAt: later });
  });

  it('refuse what does not match the schema', async () => {
    await expect(stores.wrapUps.put(wrapUp({ date: 'yesterday' }))).rejects.toMatchObject({
      code: 'storage-failed',
    });
  });
});

describe('settings', () => {
  it('are unset at first, with the default profile', async () => {
    expect(await stores.settings.activeWrapUpId()).toBeUndefined();
    expect(await stores.settings.profile()).toEqual(defaultProfile);
  });

  it('come back', async () => {
    await stores.settings.setActiveWrapUpId('inbox');
    await stores.settings.setProfile({ ...defaultProfile, bullet: '-' });
    expect(await stores.settings.activeWrapUpId()).toBe('inbox');
    expect((await stores.settings.profile()).bullet).toBe('-');
  });

  it('that do not parse count as not set', async () => {
    await db.settings.put({ key: 'profile', value: { bullet: 'x' } });
    await db.settings.put({ key: 'activeWrapUpId', value: 7 });
    expect(await stores.settings.profile()).toEqual(defaultProfile);
    expect(await stores.settings.activeWrapUpId()).toBeUndefined();
  });
});

it('asks for writes that are on the disk before they are called done', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await stores.items.put(quote(1));
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
  transaction.mockRestore();
});

it('lists 1,000 clips, all checked', async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => quote(n, { order: keys[n] as string }));
  await db.items.bulkPut(many.map((item) => ({ ...item, live: 1 as const })));
  expect((await stores.items.list(wrapUpId)).map((item) => item.id)).toEqual(
    many.map((item) => item.id),
  );
  expect(await stores.items.list(wrapUpId)).toHaveLength(1_000);
});

describe('failures', () => {
  it('answer with native promises, which Firefox can send as a reply', () => {
    const answers = [
      stores.items.put(quote(1)),
      stores.items.list(wrapUpId),
      stores.wrapUps.list(),
    ];
    for (const answer of answers) expect(answer.constructor).toBe(Promise);
    return Promise.all(answers);
  });

  it('tell a full disk from everything else', async () => {
    const full = new DOMException('The disk is full', 'QuotaExceededError');
    vi.spyOn(db.items, 'put').mockImplementation(() => {
      throw full;
    });
    await expect(stores.items.put(quote(1))).rejects.toMatchObject({
      name: 'StoreError',
      code: 'storage-full',
    });
    db.close();
    await expect(stores.items.put(quote(1))).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
