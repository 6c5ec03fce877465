import { forgetSnapshots } from '../../lib/app/snapshots/take-snapshot.ts';
import { forgetWords } from '../../lib/browser/local-words.ts';
import { ownFiles } from '../../lib/browser/own-files.ts';

/** Removes every copy that Wrapup made by itself; what is stored stays. Rejects with what the browser says. */
export async function forgetCopies(): Promise<void> {
  await forgetSnapshots(ownFiles);
  await forgetWords();
}
