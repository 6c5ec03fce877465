import type { Page } from 'puppeteer-core';
import type { Change } from '../../../lib/core/post/change.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { databaseName } from '../../../lib/store/database.ts';

/** Everything that is stored, read without our code. */
export interface Stored {
  /** True if there is no database, or one without stores. */
  missing: boolean;
  /** The browser's error if it did not open it. */
  refused: string | undefined;
  /** What it said if it replaced a damaged database by a new one (Chromium). */
  dataLoss: string | undefined;
  items: (Item & { live: 0 | 1 })[];
  wrapUps: { id: string; footer: string; deletedAt: string | null }[];
  originalIds: string[];
  /** Id of each picture's bytes, and their SHA-256 in hex, which must be equal. */
  assets: { id: string; sha256: string; bytes: number }[];
  changes: (Change & { seq: number; marks: string[] })[];
  activeWrapUpId: string | undefined;
  /** Keys of the journal. */
  journal: string[];
}

/** @param keeper a document of the extension's origin in which none of our code runs */
export function readStored(keeper: Page): Promise<Stored> {
  return keeper.evaluate(read, databaseName);
}

/** Runs in the page. */
async function read(name: string): Promise<Stored> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const journal = Object.keys(localStorage).filter((key) => key.startsWith('wrapup:journal:'));
  const nothing: Stored = {
    missing: true,
    refused: undefined,
    dataLoss: undefined,
    items: [],
    wrapUps: [],
    originalIds: [],
    assets: [],
    changes: [],
    activeWrapUpId: undefined,
    journal,
  };
  // Without a version it opens the existing database, and creates none.
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = (event) => {
    const { dataLoss = 'none', dataLossMessage = '' } = event as IDBVersionChangeEvent & {
      dataLoss?: string;
      dataLossMessage?: string;
    };
    nothing.dataLoss = `${dataLoss}: ${dataLossMessage}`;
    opening.transaction?.abort();
  };
  const db = await settled(opening).catch((thrown: unknown) => String(thrown));
  // Its creation was cancelled above, so there is none.
  if (typeof db === 'string')
    return db.startsWith('AbortError') ? nothing : { ...nothing, refused: db };
  if (!db.objectStoreNames.contains('changes')) {
    db.close();
    return nothing;
  }
  // One transaction is used, so concurrent writes are either fully included or not at all.
  const moment = db.transaction(['items', 'wrapUps', 'originals', 'assets', 'changes', 'settings']);
  const all = <T>(store: string): Promise<T[]> => settled(moment.objectStore(store).getAll());
  const [items, wrapUps, originals, assets, changes, settings] = await Promise.all([
    all<Stored['items'][number]>('items'),
    all<Stored['wrapUps'][number]>('wrapUps'),
    all<{ id: string }>('originals'),
    all<{ id: string; bytes: ArrayBuffer }>('assets'),
    all<Stored['changes'][number]>('changes'),
    all<{ key: string; value: unknown }>('settings'),
  ]);
  const hashed = [];
  for (const { id, bytes } of assets) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    hashed.push({ id, sha256, bytes: bytes.byteLength });
  }
  const stored = {
    missing: false,
    refused: undefined,
    dataLoss: undefined,
    items,
    wrapUps,
    originalIds: originals.map(({ id }) => id),
    assets: hashed,
    changes,
    activeWrapUpId: settings.find(({ key }) => key === 'activeWrapUpId')?.value as
      | string
      | undefined,
    journal,
  };
  db.close();
  return stored;
}
