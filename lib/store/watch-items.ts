import { noteProblem } from '../core/base/problem.ts';
import type { Item } from '../core/post/item.ts';
import { watchChangedKeys } from './changed-keys.ts';
import type { Database, Row } from './database.ts';
import { queryItems } from './item-store.ts';
import { reportToConsole } from './report-corrupt.ts';
import { itemsFromRows } from './rows.ts';
import { type StoreError, toStoreError } from './store-error.ts';

/**
 * Calls back with the items of a wrap-up (or `inboxId`), in their order, and with how many cannot be read,
 * now and after every change.
 *
 * A list may be long and is typed into: after a write only the records that it touched are read,
 * and all others stay the objects they were.
 * @param live 2: of those in its tray
 * @returns ends the watch; nothing is called afterwards
 */
export function watchItems(
  db: Database,
  wrapUpId: string,
  callback: (items: Item[], unreadable: number) => void,
  onFailure: (error: StoreError) => void = logFailure,
  live: 1 | 2 = 1,
): () => void {
  let items: Item[] = [];
  /** Ids of those that cannot be read. */
  let broken = new Set<string>();
  let told = false;
  /** What is to be read: records by their ids, or the whole list. */
  let due: Set<string> | 'all' = 'all';
  let reading = false;
  let ended = false;

  const readAll = async () => {
    const read = parsed(await queryItems(db, wrapUpId, live).toArray());
    return { items: read.items, broken: read.broken };
  };
  const readSome = async (ids: ReadonlySet<string>) => {
    const rows = await db.items.bulkGet([...ids]);
    const here = rows.filter((row) => row?.wrapUpId === wrapUpId && row.live === live);
    const read = parsed(here as Row<Item>[]);
    const others = [...broken].filter((id) => !ids.has(id));
    return {
      items: patched(items, ids, read.items),
      broken: new Set([...others, ...read.broken]),
    };
  };
  const read = async () => {
    if (reading) return;
    reading = true;
    try {
      while (!ended && (due === 'all' || due.size > 0)) {
        const now = due;
        due = new Set();
        const next = now === 'all' ? await readAll() : await readSome(now);
        // A database just made says that all of it was written.
        const same =
          next.broken.size === broken.size &&
          (next.items === items || (next.items.length === 0 && items.length === 0));
        if (ended || (told && same)) continue;
        ({ items, broken } = next);
        told = true;
        callback(items, broken.size);
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

function parsed(rows: readonly Row<Item>[]): { items: Item[]; broken: Set<string> } {
  const broken = new Set<string>();
  const items = itemsFromRows(rows, (table, id, problem) => {
    broken.add(String(id));
    reportToConsole(table, id, problem);
  });
  return { items, broken };
}

/** `items` without those with `ids`, and with `changed`, each at its place. */
function patched(items: Item[], ids: ReadonlySet<string>, changed: readonly Item[]): Item[] {
  const rest = items.filter((item) => !ids.has(item.id));
  if (rest.length === items.length && changed.length === 0) return items;
  return [...rest, ...changed].sort(inOrder);
}

/** The order of the index: by code unit; equal keys stand in the order of their ids. */
function inOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
