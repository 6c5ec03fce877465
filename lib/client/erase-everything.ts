import { browser } from 'wxt/browser';
import { type Failure, toFailure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { loadLibraryFile } from './loaded-later.ts';
import { database, deps, pending } from './services.ts';

/**
 * Erases everything that Wrapup keeps, in every place: the records, what was typed and is not written
 * yet, files of our own, and what is remembered of all that. The records go first and in one
 * transaction: where that fails, nothing is erased.
 */
export async function eraseEverything(): Promise<Result<void, Failure>> {
  try {
    const { createLibraryStore } = await loadLibraryFile();
    await createLibraryStore(database, deps.clock.now).eraseAll();
    localStorage.clear();
    sessionStorage.clear();
    await eraseFiles();
    await browser.storage.session.clear();
    // Among it what notices that the records are gone: they are, since somebody wanted it.
    await browser.storage.local.clear();
    pending.changed();
    return ok(undefined);
  } catch (thrown) {
    return fail(toFailure(thrown, 'storage-failed'));
  }
}

async function eraseFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
}
