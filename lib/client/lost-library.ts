import { type LastCopy, readLastCopy } from '../app/snapshots/last-copy.ts';
import { keepLastCopy, takeSnapshotNow, writeCopy } from '../app/snapshots/take-copies.ts';
import { readWords, readWordsHead } from '../browser/local-words.ts';
import { ownFiles } from '../browser/own-files.ts';
import { noteProblem } from '../core/base/problem.ts';
import { type LibraryLoss, libraryLoss } from '../core/library/library-mark.ts';
import { databaseName } from '../store/database.ts';
import { goOnAfter } from '../store/go-on-after.ts';
import { lookRaw, removeDatabase } from '../store/raw-database.ts';
import { recoverLibrary } from '../store/recover-library.ts';
import { collectBlob } from './blob-collector.ts';
import { putPicturesBack } from './kept-pictures.ts';
import { copies, database, following, sentinel } from './services.ts';
import { downloadFile } from './take-away.ts';

/** What is lost, and what there is of it in a second place. */
export interface Loss {
  loss: LibraryLoss;
  copy: LastCopy | undefined;
  /** How many of the missing writes the copy has; of a library that is gone, all it may have. */
  found: number;
}

/** Undefined if nothing is missing. Rejects where the library cannot be looked at. */
export async function findLoss(): Promise<Loss | undefined> {
  const loss = await look();
  if (loss === undefined) return undefined;
  await following.copyAll(loss.mark);
  return findCopy(loss);
}

async function look(): Promise<LibraryLoss | undefined> {
  const remembered = await sentinel.read();
  const raw = await lookRaw(databaseName);
  return libraryLoss(raw?.mark, remembered);
}

/** Calls back each time that a page has written and nothing is missing then; gives what ends that. */
export function listenForReturn(callback: () => void): () => void {
  return sentinel.listen(() => {
    void look().then(
      (loss) => loss === undefined && callback(),
      (thrown: unknown) => noteProblem('library.look', thrown),
    );
  });
}

/** The copy of a library that is there and cannot be read; undefined if there is none. */
export async function findCopyOfDamaged(): Promise<Loss | undefined> {
  const mark = await sentinel.read();
  if (mark === undefined) return undefined;
  await following.copyAll(mark);
  const found = await findCopy({ what: 'gone', mark });
  return found.copy && found;
}

async function findCopy(loss: LibraryLoss): Promise<Loss> {
  const copy = await readLastCopy(ownFiles, loss.mark, readKeptWords).catch((thrown: unknown) => {
    noteProblem('snapshot.read', thrown);
    return undefined;
  });
  const missing = loss.what === 'behind' ? loss.missing : 0;
  const numbers = Array.from({ length: missing }, (_, at) => loss.mark.writes - at);
  return { loss, copy, found: copy ? numbers.filter(copy.has).length : 0 };
}

async function readKeptWords() {
  const head = await readWordsHead();
  return head && { ...head, text: await readWords(head) };
}

/** Puts back what the copy has. Rejects where the browser does not write; then nothing changed. */
export async function bringBack({ loss, copy }: Loss): Promise<void> {
  if (copy === undefined) return;
  const { rows, deleted } = copy;
  await recoverLibrary(databaseName, sentinel, loss.mark, {
    wrapUps: rows.wrapUps.values(),
    items: rows.items.values(),
    originals: rows.originals.values(),
    settings: rows.settings.values(),
    tombstones: rows.tombstones.values(),
    replacedPictures: rows.replacedPictures.values(),
    deleted,
  });
  try {
    // The words are back: a picture that is not can be loaded again.
    await putPicturesBack();
    await takeSnapshotNow(copies, 'daily');
  } catch (thrown) {
    noteProblem('library.pictures', thrown);
  }
}

/** Hands the copy to the browser's downloads, as a backup without pictures. */
export async function saveCopy({ copy }: Loss): Promise<void> {
  if (copy === undefined) return;
  const zip = collectBlob('application/zip');
  const at = copies.now();
  await writeCopy(copy, { app: copies.app, at }, zip.add);
  downloadFile(`wrapup-copy-${at.slice(0, 10)}.zip`, zip.end());
}

/** Puts the copy in the place of a library that cannot be read, which is deleted. Rejects like `bringBack`. */
export async function replaceByCopy(damaged: Loss): Promise<void> {
  // First the copy as a snapshot: whatever happens then, it is there. Words stay where they are.
  if (damaged.copy && !damaged.copy.wordsOnly)
    await keepLastCopy(copies, damaged.copy, damaged.loss.mark);
  database.close();
  await removeDatabase(databaseName);
  await bringBack(damaged);
}

/** Goes on with what there is; what the copy has stays as a snapshot. Rejects like `bringBack`. */
export async function goOnWithout({ loss, copy }: Loss): Promise<void> {
  if (copy) await keepLastCopy(copies, copy, loss.mark);
  await goOnAfter(databaseName, sentinel, loss.mark);
  await takeSnapshotNow(copies, 'daily').catch((thrown: unknown) =>
    noteProblem('snapshot.keep', thrown),
  );
}
