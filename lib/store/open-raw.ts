/**
 * Opens the existing database, whatever its version; resolves to undefined if there is no such
 * database, and creates none. Rejects with the error of IndexedDB.
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
      // Firefox reports an error that is not prevented as an error of the page.
      event.preventDefault();
      if (isMissing) resolve(undefined);
      else reject(request.error);
    };
  });
}

/** Returns the result of a request. Rejects with the error of IndexedDB. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Listens for events that end a connection.
 * @param onWanted called if another page deletes or changes the database, or the browser closes it
 * @returns says whether that has happened
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
