import { useEffect, useState } from 'preact/hooks';
import { database } from '../../lib/client/services.ts';
import { explainStoreError, isLasting, type StoreError } from '../../lib/store/store-error.ts';

/** How long after a closed database failed to open again it is tried once more. */
const againMs = 2_000;

/**
 * Why the database does not open, or no longer does; undefined while it may. Dexie's live queries
 * (4.4) do not report that: they take a closed database for one that is being closed.
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
        // Everything that failed with it starts again; nothing could be typed yet.
        if (hasFailed) location.reload();
      } catch (cause) {
        const error = await explainStoreError(cause);
        if (ended) return;
        // Chromium (156) closes a database that it can't write; what is shown stays, and so does
        // what is typed.
        if (!wasOpen || isLasting(error)) {
          hasFailed = true;
          setFailed(error);
        }
        if (wasOpen ? !isLasting(error) : error.code === 'storage-full')
          timer = setTimeout(() => void open(), againMs);
      }
    };
    // The browser also closes a database whose files it finds damaged, and empties it.
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
