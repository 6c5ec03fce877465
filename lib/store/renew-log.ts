/** Of the rows that fill the log, and how many there are: LevelDB begins another after 4 MB at most. */
const rowBytes = 50_000;
const rowsAtOnce = 5;
const rows = 100;

const scratch = 'wrapup-scratch';

/**
 * Makes Chromium (156) begin a new log for all databases of the extension, and write what the old one has
 * into tables. A browser that is killed in the middle of a write leaves a log whose last record is torn;
 * LevelDB opens that, goes on writing behind it, and takes the whole for damaged when it is opened next:
 * then Chromium deletes everything. No call begins a new log, but 4 MB of anything do. Rejects with what
 * IndexedDB says.
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
        // Zeros would be stored as a few bytes.
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
