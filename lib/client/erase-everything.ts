import { browser } from 'wxt/browser';
import { type Failure, toFailure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { loadLibraryFile } from './loaded-later.ts';
import { database, deps, pending } from './services.ts';

/**
 * Erases everything that Wrapup stores, in every place: the records, typed text that is not written
 * yet, our own files, and everything remembered about them. The records go first and in one
 * transaction; if that fails, nothing is erased.
 */
export async function eraseEverything(): Promise<Result<void, Failure>> {
  try {
    const { createLibraryStore } = await loadLibraryFile();
    await createLibraryStore(database, deps.clock.now).eraseAll();
    localStorage.clear();
    sessionStorage.clear();
    await eraseFiles();
    await browser.storage.session.clear();
    // This includes the marks that would report missing records: they are missing because the user
    // wanted it.
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
