import { needRoom } from './disk-room.ts';

/**
 * The file that a backup is written to before it is downloaded: in the origin's private file system, so
 * that a gigabyte is never in memory. It stays until the next one, since the browser may still be reading
 * it.
 */
const folderName = 'backup';

const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

/**
 * Fills a new file; the one before is removed.
 * @returns the file, once it is whole
 * @throws `QuotaExceededError`; what `fill` throws, after nothing is left of it
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
    // Tidying up: what is told is why it could not be written.
    await writable.abort().catch(() => undefined);
    // Tidying up, too.
    await directory.removeEntry(name).catch(() => undefined);
    throw thrown;
  }
}

/** Removes what was downloaded, and what a browser that was killed left. */
export async function removeBackupFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  // Firefox (153) has no `remove` of a handle.
  await root.removeEntry(folderName, { recursive: true }).catch((thrown: unknown) => {
    if ((thrown as { name?: unknown }).name !== 'NotFoundError') throw thrown;
  });
}
