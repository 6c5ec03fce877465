import { browser } from 'wxt/browser';
import type { CopyDeps } from '../../lib/app/snapshots/keep-copies.ts';
import { exclusively } from '../../lib/browser/exclusive.ts';
import { writeWords } from '../../lib/browser/local-words.ts';
import { ownFiles } from '../../lib/browser/own-files.ts';
import { databaseName } from '../../lib/store/database.ts';
import type { Sentinel } from '../../lib/store/library-mark.ts';
import { openStoredRows } from '../../lib/store/stored-rows.ts';

/** What snapshots need, in pages and in the background alike. */
export const copyDeps = (sentinel: Pick<Sentinel, 'read'>): CopyDeps => ({
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
});
