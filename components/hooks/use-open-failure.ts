import { useEffect, useState } from 'preact/hooks';
import { type StoreError, toStoreError } from '../../lib/store/store-error.ts';
import { database } from './edges.ts';

/**
 * Why the database does not open, or no longer; undefined while it may. Dexie's live queries (4.4) keep
 * silent about that: they take a database that is closed for one that is being closed.
 */
export function useOpenFailure(): StoreError | undefined {
  const [failed, setFailed] = useState<StoreError>();
  useEffect(() => {
    let ended = false;
    let isOpen = false;
    const open = () =>
      database.open().then(
        () => {
          isOpen = true;
        },
        (cause: unknown) => {
          if (!ended) setFailed(toStoreError(cause));
        },
      );
    // The browser closes a database whose files it finds damaged, and empties it.
    const onClose = () => {
      if (isOpen) setTimeout(() => void open());
      isOpen = false;
    };
    database.on('close', onClose);
    void open();
    return () => {
      ended = true;
      database.on('close').unsubscribe(onClose);
    };
  }, []);
  return failed;
}
