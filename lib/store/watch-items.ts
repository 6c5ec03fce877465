import { noteProblem } from '../core/base/problem.ts';
import type { Item } from '../core/post/item.ts';
import { watchChangedKeys } from './changed-keys.ts';
import type { Database } from './database.ts';
import { itemSlices } from './item-slices.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows } from './rows.ts';
import { type StoreError, toStoreError } from './store-error.ts';

/**
 * Calls back with the readable items of a wrap-up (or `inboxId`), in their order, now and after
 * every change.
 *
 * There may be many, and users type into them, so they are read in slices, and after a write only
 * the records that it touched are read; all others stay the same objects.
 * @param live 2: those in its tray
 * @param only leaves out all others
 * @returns ends the watch; nothing is called afterwards
 */
export function watchItems(
  db: Database,
  wrapUpId: string,
  callback: (items: Item[]) => void,
  onFailure: (error: StoreError) => void = logFailure,
  live: 1 | 2 = 1,
  only: (item: Item) => boolean = () => true,
): () => void {
  let items: Item[] = [];
  let told = false;
  /** What must be read: records by their ids, or the whole list. */
  let due: Set<string> | 'all' = 'all';
  let reading = false;
  let ended = false;

  const readAll = async () => {
    const all: Item[] = [];
    for await (const slice of itemSlices(db, wrapUpId, live)) {
      if (ended) break;
      for (const item of slice) if (only(item)) all.push(item);
    }
    return all;
  };
  const readSome = async (ids: ReadonlySet<string>) => {
    const rows = await db.items.bulkGet([...ids]);
    const here = rows.filter((row) => row?.wrapUpId === wrapUpId && row.live === live);
    return patched(items, ids, itemsFromRows(here, reportToConsole).filter(only));
  };
  const read = async () => {
    if (reading) return;
    reading = true;
    try {
      while (!ended && (due === 'all' || due.size > 0)) {
        const now = due;
        due = new Set();
        const next = now === 'all' ? await readAll() : await readSome(now);
        // A new database reports that everything in it was written.
        const isSame = next === items || (next.length === 0 && items.length === 0);
        if (ended || (told && isSame)) continue;
        items = next;
        told = true;
        callback(items);
      }
    } catch (cause) {
      due = 'all';
      if (!ended) onFailure(toStoreError(cause));
    } finally {
      reading = false;
    }
  };

  const unwatch = watchChangedKeys(db, 'items', (keys) => {
    if (keys === 'all') due = 'all';
    else if (due !== 'all') for (const key of keys) due.add(key);
    void read();
  });
  void read();
  return () => {
    ended = true;
    unwatch();
  };
}

const logFailure = (error: StoreError) => {
  noteProblem('store.watch', error);
  console.error('Wrapup: a list cannot be read', error);
};

/** Returns `items` without those with `ids`, and with `changed`, each at its place. */
function patched(items: Item[], ids: ReadonlySet<string>, changed: readonly Item[]): Item[] {
  const rest = items.filter((item) => !ids.has(item.id));
  if (rest.length === items.length && changed.length === 0) return items;
  return [...rest, ...changed].sort(inOrder);
}

/** Compares like the index: by code unit; equal keys are sorted by their ids. */
function inOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
