import type { IntervalTree, ObservabilitySet } from 'dexie';
import { Dexie } from 'dexie';
import type { Database } from './database.ts';

/** Primary keys that a write touched; `all` if they are unknown. */
export type ChangedKeys = ReadonlySet<string> | 'all';

/**
 * Calls back after each write to a table, from any page or worker. Dexie's own live queries use the
 * same event; it says which records were written, but they read everything again.
 * @returns ends it
 */
export function watchChangedKeys(
  db: Database,
  table: 'items',
  callback: (keys: ChangedKeys) => void,
): () => void {
  const onMutated = (parts: ObservabilitySet) => {
    const tree = parts[`idb://${db.name}/${table}/`];
    const keys = new Set<string>();
    if (tree) callback(collect(tree, keys) ? keys : 'all');
  };
  Dexie.on.storagemutated.subscribe(onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}

/** Calls back after each write to one of these tables. Returns a function that ends it. */
export function watchTables(
  db: Database,
  tables: readonly ('wrapUps' | 'settings' | 'replacedPictures')[],
  callback: () => void,
): () => void {
  const onMutated = (parts: ObservabilitySet) => {
    if (tables.some((table) => parts[`idb://${db.name}/${table}/`] !== undefined)) callback();
  };
  Dexie.on.storagemutated.subscribe(onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}

/** False if the tree contains a range, of which only the end keys are known. */
function collect(tree: IntervalTree, into: Set<string>): boolean {
  if (!('from' in tree)) return true;
  const { from, to, l, r } = tree;
  if (typeof from !== 'string' || from !== to) return false;
  into.add(from);
  return (!l || collect(l, into)) && (!r || collect(r, into));
}
