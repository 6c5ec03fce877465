import { useEffect, useState } from 'preact/hooks';
import { type StoreError, toStoreError } from '../../lib/store/store-error.ts';
import { database } from './edges.ts';

/**
 * Why the database does not open; undefined while it may. Dexie's live queries (4.4) keep silent
 * about that: they take a database that is closed for one that is being closed.
 */
export function useOpenFailure(): StoreError | undefined {
  const [failed, setFailed] = useState<StoreError>();
  useEffect(() => {
    database.open().catch((cause: unknown) => setFailed(toStoreError(cause)));
  }, []);
  return failed;
}
