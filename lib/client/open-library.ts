import { browser } from 'wxt/browser';
import { keepCopies } from '../app/snapshots/keep-copies.ts';
import type * as TakeCopies from '../app/snapshots/take-copies.ts';
import { isDiskFull } from '../browser/disk-room.ts';
import { exclusively } from '../browser/exclusive.ts';
import { createSentinel, latestMark } from '../browser/library-sentinel.ts';
import { writeWords } from '../browser/local-words.ts';
import { ownFiles } from '../browser/own-files.ts';
import { parseMark } from '../core/library/library-mark.ts';
import { databaseName, openDatabase } from '../store/database.ts';
import type { Looked } from '../store/open-with-care.ts';
import { askForFullDisk } from '../store/store-error.ts';
import { openStoredRows } from '../store/stored-rows.ts';
import type {} from './early-look.ts';
import { mayOpenAgain, noteClosed, renewLogOnce } from './renew-log-once.ts';

/**
 * The one database connection of a page, or of the background, opened with its first query,
 * together with what detects a changed database and what copies every change to a second place.
 * @param loadCopies loads the code that takes snapshots, when one is due
 */
export function openLibrary(
  context: Parameters<typeof createSentinel>[0],
  loadCopies: () => Promise<typeof TakeCopies>,
) {
  askForFullDisk(isDiskFull);
  const sentinel = createSentinel(context);
  const copies: TakeCopies.CopyDeps = {
    files: ownFiles,
    get app() {
      return browser.runtime.getManifest().version;
    },
    now: () => new Date().toISOString(),
    openStored: () => openStoredRows(databaseName),
    written: sentinel.read,
    exclusively: (task, options) => exclusively('snapshot', task, options),
    writeWords: async ({ pieces, ...counts }, at, writes) =>
      writeWords(pieces, { ...counts, at, writes }),
  };
  const following = keepCopies(copies, loadCopies);
  const database = openDatabase(databaseName, {
    sentinel,
    onCommit: (commit) => {
      following.onCommit(commit);
      void renewLogOnce();
    },
    beforeUpgrade: async () => (await loadCopies()).takeSnapshotNow(copies, 'migration'),
    whenClosed: { onClose: noteClosed, mayOpen: mayOpenAgain },
    early: lookedEarly(),
  });
  return { database, sentinel, copies, following };
}

/**
 * Returns the connection that was opened while the page's code was loaded; undefined if there is
 * none.
 */
async function lookedEarly(): Promise<Looked | undefined> {
  const { local, library } = globalThis.wrapupEarly ?? {};
  const [stored, opened] = [await local, await library];
  if (!stored) opened?.db.close();
  if (!stored || !opened) return undefined;
  const { db, mark, isWanted } = opened;
  return { db, isWanted, mark: parseMark(mark), remembered: latestMark(stored) };
}
