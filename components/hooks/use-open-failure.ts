import { useEffect, useState } from 'preact/hooks';
import { database } from '../../lib/client/services.ts';
import { explainStoreError, isLasting, type StoreError } from '../../lib/store/store-error.ts';

/** How long after a database that was closed did not open again it is tried once more. */
const againMs = 2_000;

/**
 * Why the database does not open, or no longer; undefined while it may. Dexie's live queries (4.4) keep
 * silent about that: they take a database that is closed for one that is being closed.
 */
export function useOpenFailure(): StoreError | undefined {
  const [failed, setFailed] = useState<StoreError>();
  useEffect(() => {
    let ended = false;
    let wasOpen = false;
    let isOpen = false;
    let hasFailed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = async () => {
      try {
        await database.open();
        isOpen = true;
        wasOpen = true;
        // What failed with it starts anew; nothing could be typed yet.
        if (hasFailed) location.reload();
      } catch (cause) {
        const error = await explainStoreError(cause);
        if (ended) return;
        // Chromium (156) closes a database that it cannot write: what is shown stays, and what is typed.
        if (!wasOpen || isLasting(error)) {
          hasFailed = true;
          setFailed(error);
        }
        if (wasOpen ? !isLasting(error) : error.code === 'storage-full')
          timer = setTimeout(() => void open(), againMs);
      }
    };
    // The browser closes a database whose files it finds damaged, too, and empties it.
    const onClose = () => {
      if (isOpen) timer = setTimeout(() => void open());
      isOpen = false;
    };
    database.on('close', onClose);
    void open();
    return () => {
      ended = true;
      clearTimeout(timer);
      database.on('close').unsubscribe(onClose);
    };
  }, []);
  return failed;
}
