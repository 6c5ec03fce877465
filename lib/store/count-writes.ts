import type { DBCore, DBCoreMutateRequest, Dexie } from 'dexie';
import {
  type Commit,
  type LibraryMark,
  parseMark,
  type TableWrite,
} from '../core/library/library-mark.ts';
import { markKey } from './library-mark.ts';

interface Counted {
  mark: LibraryMark | undefined;
  /** Undefined if there were too many to hold. */
  writes: TableWrite[] | undefined;
  size: number;
}

/**
 * How much of one transaction's writes is held until it is committed: this many rows, and UTF-16
 * code units or bytes. A restore writes a whole library in one.
 */
const heldRows = 4_000;
const heldSize = 32_000_000;

const settings = 'settings';
/** Dexie's name for a range that contains every key. */
const anyKey = 3;

/**
 * Counts every write transaction, within that transaction, in a row of the settings; a write that
 * is not committed is not counted. Clearing all tables leaves the row, and no caller can overwrite
 * it.
 * @param after the count continues after this one if the database has none, or a lower one
 * @param onCommit called after each commit
 */
export function countWrites(
  db: Dexie,
  after: LibraryMark | undefined,
  onCommit: (commit: Commit) => void,
): void {
  const counted = new WeakMap<IDBTransaction, Counted>();

  const write = (transaction: IDBTransaction, mark: LibraryMark) =>
    transaction.objectStore(settings).put({ key: markKey, value: mark });

  /** It uses only requests, because a promise of ours would take Dexie out of its transaction. */
  const count = (transaction: IDBTransaction): Counted => {
    const known = counted.get(transaction);
    if (known) return known;
    const begun: Counted = { mark: undefined, writes: [], size: 0 };
    counted.set(transaction, begun);
    const request = transaction.objectStore(settings).get(markKey);
    request.onsuccess = () => {
      begun.mark = nextMark(parseMark(request.result?.value), after);
      write(transaction, begun.mark);
    };
    transaction.addEventListener('complete', () => {
      if (begun.mark) onCommit({ mark: begun.mark, writes: begun.writes });
    });
    return begun;
  };

  db.use({
    stack: 'dbcore',
    name: 'CountWrites',
    // This is below the level that notifies live queries, which must not learn of this write.
    level: -2,
    create: (core: DBCore): DBCore => ({
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(
          mode === 'readonly' || stores.includes(settings) ? stores : [...stores, settings],
          mode,
          options,
        ),
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            const transaction = request.trans as IDBTransaction;
            // An upgrade changes the shape of the records, not their content.
            if (transaction.mode === 'versionchange') return table.mutate(request);
            const begun = count(transaction);
            const done = table.mutate(request);
            hold(begun, tableWrite(name, request));
            if (name === settings && begun.mark) write(transaction, begun.mark);
            return done;
          },
        };
      },
    }),
  });
}

function nextMark(found: LibraryMark | undefined, after: LibraryMark | undefined): LibraryMark {
  const writes = Math.max(found?.writes ?? 0, after?.writes ?? 0) + 1;
  return { id: after?.id ?? found?.id ?? crypto.randomUUID(), writes };
}

function hold(counted: Counted, write: TableWrite): void {
  counted.writes?.push(write);
  for (const row of write.put ?? []) counted.size += heldSize / heldRows + sizeOf(row);
  counted.size += (write.deleted?.length ?? 0) * (heldSize / heldRows);
  if (counted.size > heldSize) counted.writes = undefined;
}

/** The size of its long fields, which are at the top level. */
function sizeOf(row: unknown): number {
  if (typeof row !== 'object' || row === null) return 0;
  return Object.values(row).reduce((sum: number, value: unknown) => {
    if (typeof value === 'string') return sum + value.length;
    return value instanceof ArrayBuffer ? sum + value.byteLength : sum;
  }, 0);
}

function tableWrite(table: string, request: DBCoreMutateRequest): TableWrite {
  switch (request.type) {
    case 'add':
    case 'put':
      return { table, put: request.values };
    case 'delete':
      return { table, deleted: request.keys };
    case 'deleteRange': {
      const { type, lower, upper, lowerOpen = false, upperOpen = false } = request.range;
      return {
        table,
        deletedRange: (type as number) === anyKey ? null : { lower, upper, lowerOpen, upperOpen },
      };
    }
  }
}
