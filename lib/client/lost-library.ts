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

/** What is lost, and what a second place has of it. */
export interface Loss {
  loss: LibraryLoss;
  copy: LastCopy | undefined;
  /**
   * How many of the missing writes are in the copy; for a library that is gone, as many as it may
   * have.
   */
  found: number;
}

/** Undefined if nothing is missing. Rejects if the library can't be examined. */
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

/**
 * Calls back each time that a page has written and nothing is missing any more; returns a function
 * that ends it.
 */
export function listenForReturn(callback: () => void): () => void {
  return sentinel.listen(() => {
    void look().then(
      (loss) => loss === undefined && callback(),
      (thrown: unknown) => noteProblem('library.look', thrown),
    );
  });
}

/** Returns the copy of a library that exists but can't be read; undefined if there is none. */
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

/** Restores what the copy has. Rejects if the browser can't write; then nothing changed. */
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
    // The words are restored; a picture that is missing can be loaded again.
    await putPicturesBack();
    await takeSnapshotNow(copies, 'daily');
  } catch (thrown) {
    noteProblem('library.pictures', thrown);
  }
}

/** Downloads the copy, as a backup without pictures. */
export async function saveCopy({ copy }: Loss): Promise<void> {
  if (copy === undefined) return;
  const zip = collectBlob('application/zip');
  const at = copies.now();
  await writeCopy(copy, { app: copies.app, at }, zip.add);
  downloadFile(`wrapup-copy-${at.slice(0, 10)}.zip`, zip.end());
}

/** Replaces an unreadable library, which is deleted, by the copy. Rejects like `bringBack`. */
export async function replaceByCopy(damaged: Loss): Promise<void> {
  // The copy is first stored as a snapshot, so it survives whatever happens next. Words stay where
  // they are.
  if (damaged.copy && !damaged.copy.wordsOnly)
    await keepLastCopy(copies, damaged.copy, damaged.loss.mark);
  database.close();
  await removeDatabase(databaseName);
  await bringBack(damaged);
}

/** Continues with what is here; the copy stays as a snapshot. Rejects like `bringBack`. */
export async function goOnWithout({ loss, copy }: Loss): Promise<void> {
  if (copy) await keepLastCopy(copies, copy, loss.mark);
  await goOnAfter(databaseName, sentinel, loss.mark);
  await takeSnapshotNow(copies, 'daily').catch((thrown: unknown) =>
    noteProblem('snapshot.keep', thrown),
  );
}
