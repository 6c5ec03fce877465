import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openDatabase } from '../../lib/store/database.ts';
import { renewLog } from '../../lib/store/renew-log.ts';
import { createStores } from '../../lib/store/stores.ts';
import { wrapUp, wrapUpId } from '../support/records.ts';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('writes more than a log holds, and leaves nothing of it behind', async () => {
  const db = openDatabase('library');
  await createStores(db).wrapUps.put(wrapUp());
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await renewLog();
  const bytes = put.mock.calls.reduce((sum, [row]) => sum + (row as Uint8Array).byteLength, 0);
  put.mockRestore();
  expect(bytes).toBeGreaterThan(4 * 1024 * 1024);
  expect(await names()).toEqual(['library']);
  expect(await createStores(db).wrapUps.get(wrapUpId)).toBeDefined();
  db.close();
});

it('leaves nothing behind where it cannot be written either', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No space is left', 'QuotaExceededError');
  });
  await expect(renewLog()).rejects.toThrow('No space is left');
  put.mockRestore();
  expect(await names()).not.toContain('wrapup-scratch');
});
