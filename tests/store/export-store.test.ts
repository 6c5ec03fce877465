import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, wrapUpId } from '../support/records.ts';

let db: Database;
let stores: ReturnType<typeof createStores>;
let databases = 0;
beforeEach(() => {
  databases += 1;
  db = openDatabase(`exports-${databases}`);
  stores = createStores(db);
});
afterEach(() => db.close());

const digest = 'a'.repeat(64);

it('what an export left in the folder is known at the next, for each wrap-up', async () => {
  expect(await stores.exports.last(wrapUpId)).toEqual({});
  const last = { 'content/posts/rings.md': { ours: digest, there: 'b'.repeat(64) } };
  await stores.exports.setLast(wrapUpId, last);
  expect(await stores.exports.last(wrapUpId)).toEqual(last);
  expect(await stores.exports.last('another')).toEqual({});
});

it('what cannot be read counts as nothing, so that every file is asked about', async () => {
  await db.settings.put({ key: `lastExport:${wrapUpId}`, value: { 'a.md': 'x' } });
  expect(await stores.exports.last(wrapUpId)).toEqual({});
});

it('the folder is kept until it is given up', async () => {
  expect(await stores.exports.folder()).toBeUndefined();
  const folder = { kind: 'directory', name: 'blog' } as FileSystemDirectoryHandle;
  await stores.exports.setFolder(folder);
  expect(await stores.exports.folder()).toMatchObject({ name: 'blog' });
  await stores.exports.setFolder(undefined);
  expect(await stores.exports.folder()).toBeUndefined();
});

it('pictures are known to be there without reading them', async () => {
  await stores.assets.put({
    id: digest,
    mediaType: 'image/png',
    bytes: new ArrayBuffer(3),
    createdAt: instant,
  });
  expect(await stores.assets.kept([digest, 'b'.repeat(64), ''])).toEqual(new Set([digest]));
  expect(await stores.assets.kept([])).toEqual(new Set());
});
