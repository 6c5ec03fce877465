import { needRoom } from './disk-room.ts';

/**
 * The file that a backup is written to before it is downloaded. It is in the origin's private file
 * system, so a gigabyte is never in memory. It stays until the next one, since the browser may
 * still be reading it.
 */
const folderName = 'backup';

const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

/**
 * Fills a new file; the previous one is removed.
 * @returns the file, once it is complete
 * @throws `QuotaExceededError`; or what `fill` throws, after the partial file is removed
 */
export async function writeBackupFile<T>(
  name: string,
  fill: (out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<T>,
): Promise<{ made: T; file: File }> {
  await removeBackupFiles();
  await needRoom();
  const directory = await folder();
  const handle = await directory.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  try {
    const made = await fill((bytes) => writable.write(bytes));
    await writable.close();
    return { made, file: await handle.getFile() };
  } catch (thrown) {
    // This only tidies up; the error that is thrown says why the file could not be written.
    await writable.abort().catch(() => undefined);
    // This only tidies up, too.
    await directory.removeEntry(name).catch(() => undefined);
    throw thrown;
  }
}

/** Removes what was downloaded, and what a killed browser left. */
export async function removeBackupFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  // Firefox (153) has no `remove` on a handle.
  await root.removeEntry(folderName, { recursive: true }).catch((thrown: unknown) => {
    if ((thrown as { name?: unknown }).name !== 'NotFoundError') throw thrown;
  });
}
