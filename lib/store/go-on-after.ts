import type { LibraryMark } from '../core/library/library-mark.ts';
import { openDatabase } from './database.ts';
import { markKey, type Sentinel } from './library-mark.ts';
import { guard } from './store-error.ts';

/**
 * Accepts a database as it is, although remembered writes are missing, and continues after them. A
 * missing database is created. Rejects with a `StoreError`.
 */
export async function goOnAfter(
  name: string,
  sentinel: Sentinel,
  after: LibraryMark,
): Promise<void> {
  const db = openDatabase(name, { sentinel, after });
  try {
    // This write has no other purpose than to be counted.
    await guard(() => db.settings.delete(markKey));
  } finally {
    db.close();
  }
}
