/**
 * Opens what is there, whatever its version; resolves to undefined where there is no such database,
 * and makes none. Rejects with what IndexedDB says.
 */
export function openRaw(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Firefox reports what nobody prevents as an error of the page.
      event.preventDefault();
      if (isMissing) resolve(undefined);
      else reject(request.error);
    };
  });
}

/** What a request gives. Rejects with what IndexedDB says. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Listens to what takes a connection away.
 * @param onWanted called where another page deletes or changes the database, or the browser closes it
 * @returns tells whether that happened since
 */
export function attend(db: IDBDatabase | undefined, onWanted?: () => void): () => boolean {
  let isWanted = false;
  if (db) {
    const take = () => {
      isWanted = true;
      onWanted?.();
    };
    db.onversionchange = take;
    db.onclose = take;
  }
  return () => isWanted;
}
