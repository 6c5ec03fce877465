import { Dexie, type Table } from 'dexie';
import type { TextTable } from '../backup/restore-report.ts';
import type { Database } from './database.ts';
import { settingKeys } from './setting-keys.ts';
import { styleIdOf } from './setting-store.ts';
import { guard } from './store-error.ts';

/** How much is read at once; rows of originals and changes may hold megabytes. */
const rowsAtOnce: Record<TextTable, number> = {
  wrapUps: 200,
  items: 500,
  originals: 25,
  changes: 100,
  settings: 100,
  tombstones: 1_000,
  replacedPictures: 1_000,
};

/**
 * Passes on every row of every text table, as it is stored and all from one moment: it uses one
 * transaction, which other writes wait for.
 * @param take receives some rows of one table; reading waits for it
 */
export function readLibrary(
  db: Database,
  take: (table: TextTable, rows: unknown[]) => Promise<void>,
): Promise<void> {
  const tables = Object.keys(rowsAtOnce).map((name) => db.table(name));
  return guard(() =>
    db.transaction('r', tables, async () => {
      for (const name of Object.keys(rowsAtOnce) as TextTable[]) {
        const table = db[name] as Table<unknown, string | number>;
        let after: string | number | undefined;
        for (;;) {
          const some = after === undefined ? table.toCollection() : table.where(':id').above(after);
          // It reads the keys, too, since a broken row may lack its own.
          const limited = some.limit(rowsAtOnce[name]);
          const [rows, keys] = await Promise.all([limited.toArray(), limited.primaryKeys()]);
          const sent = name === 'settings' ? rows.filter(isTravelling) : rows;
          await Dexie.waitFor(take(name, sent));
          after = keys.at(-1);
          if (rows.length < rowsAtOnce[name]) break;
        }
      }
    }),
  );
}

/** True if a setting is about the posts, not about this machine. */
function isTravelling(row: unknown): boolean {
  const key = String((row as { key?: unknown }).key);
  return key === settingKeys.activeWrapUpId || styleIdOf(key) !== undefined;
}
