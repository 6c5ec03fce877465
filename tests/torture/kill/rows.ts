export interface Row {
  id: string;
  kind: string;
}

/** Runs in a page of the extension: returns the items of the current wrap-up, in their order. */
export async function readRows(name: string): Promise<Row[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const db = await settled(opening);
  const transaction = db.transaction(['items', 'settings']);
  const [active, items] = await Promise.all([
    settled(transaction.objectStore('settings').get('activeWrapUpId')),
    settled(transaction.objectStore('items').getAll()),
  ]);
  db.close();
  const inOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : 1);
  return items
    .filter((item) => item.live === 1 && item.wrapUpId === active?.value)
    .sort(inOrder)
    .map(({ id, kind }) => ({ id, kind }));
}
