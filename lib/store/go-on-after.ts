import type { LibraryMark } from '../core/library/library-mark.ts';
import { openDatabase } from './database.ts';
import { markKey, type Sentinel } from './library-mark.ts';
import { guard } from './store-error.ts';

/**
 * Takes a database as it is, though writes are missing that are remembered: it goes on after them. One
 * that is not there is made. Rejects with a `StoreError`.
 */
export async function goOnAfter(
  name: string,
  sentinel: Sentinel,
  after: LibraryMark,
): Promise<void> {
  const db = openDatabase(name, { sentinel, after });
  try {
    // Counted as every write is, and that is all there is to it.
    await guard(() => db.settings.delete(markKey));
  } finally {
    db.close();
  }
}
