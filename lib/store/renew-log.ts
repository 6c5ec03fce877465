/** Size and number of the rows that fill the log; LevelDB begins another after at most 4 MB. */
const rowBytes = 50_000;
const rowsAtOnce = 5;
const rows = 100;

const scratch = 'wrapup-scratch';

/**
 * Makes Chromium (156) begin a new log for all databases of the extension, and move the old one's
 * content into tables. A browser that is killed in the middle of a write leaves a log whose last
 * record is torn. LevelDB opens that, continues writing after it, and at the next opening takes the
 * whole log for damaged; then Chromium deletes everything. There is no call to begin a new log, but
 * writing 4 MB of anything does. Rejects with IndexedDB's error.
 */
export async function renewLog(): Promise<void> {
  const opening = indexedDB.open(scratch, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
  const db = await done(opening);
  try {
    const bytes = new Uint8Array(rowBytes);
    for (let first = 0; first < rows; first += rowsAtOnce) {
      const transaction = db.transaction('rows', 'readwrite', { durability: 'relaxed' });
      for (let at = first; at < first + rowsAtOnce; at++) {
        // Zeros would be compressed to a few bytes.
        crypto.getRandomValues(bytes);
        transaction.objectStore('rows').put(bytes, at);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    }
  } finally {
    db.close();
    await done(indexedDB.deleteDatabase(scratch));
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
