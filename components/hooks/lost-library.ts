import { type LibraryLoss, libraryLoss } from '../../lib/core/library-mark.ts';
import { databaseName } from '../../lib/store/database.ts';
import { goOnAfter } from '../../lib/store/go-on-after.ts';
import { lookRaw } from '../../lib/store/raw-database.ts';
import { sentinel } from './edges.ts';

/** What is missing of the library; undefined: nothing, or it cannot be looked at. */
export async function findLoss(): Promise<LibraryLoss | undefined> {
  const remembered = await sentinel.read();
  const found = await lookRaw(databaseName);
  return libraryLoss(found?.mark, remembered);
}

/** Goes on with what there is. Rejects where the browser does not write. */
export async function goOnWithout(loss: LibraryLoss): Promise<void> {
  await goOnAfter(databaseName, sentinel, loss.mark);
}
