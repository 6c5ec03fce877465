import { needRoom } from './disk-room.ts';

/**
 * `OwnFiles` (`lib/app/ports.ts`) in the origin private file system. `createWritable` is atomic:
 * the old file stays until the new one is closed. A new file that was not closed is left with 0
 * bytes; Chromium (156) leaves a `.crswap` beside it, and lists it.
 */
const isUnfinished = ({ name, size }: File) => size === 0 || name.endsWith('.crswap');
/** No write takes longer. */
const abandonedMs = 3_600_000;

const folder = async (name: string, options?: FileSystemGetDirectoryOptions) =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, options);

export const ownFiles = {
  async list(name: string) {
    const found: { name: string; size: number; changedMs: number }[] = [];
    const directory = await folder(name).catch(ifMissing);
    if (directory === undefined) return found;
    for await (const handle of directory.values()) {
      if (handle.kind !== 'file') continue;
      const file = await fileOf(handle as FileSystemFileHandle);
      if (file === undefined) continue;
      if (!isUnfinished(file)) {
        found.push({ name: handle.name, size: file.size, changedMs: file.lastModified });
      } else if (Date.now() - file.lastModified > abandonedMs) {
        await removeFrom(directory, handle.name);
      }
    }
    return found;
  },

  async write(
    name: string,
    file: string,
    fill: (out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    await needRoom();
    const handle = await (await folder(name, { create: true })).getFileHandle(file, {
      create: true,
    });
    const writable = await handle.createWritable();
    try {
      await fill((bytes) => writable.write(bytes));
      await writable.close();
    } catch (thrown) {
      // If this fails, too, the file stays as it was.
      await writable.abort().catch(() => undefined);
      throw thrown;
    }
  },

  async read(name: string, file: string): Promise<Blob | undefined> {
    const directory = await folder(name).catch(ifMissing);
    const found = await directory?.getFileHandle(file).then(fileOf, ifMissing);
    return found && !isUnfinished(found) ? found : undefined;
  },

  async remove(name: string, file: string): Promise<void> {
    const directory = await folder(name).catch(ifMissing);
    if (directory) await removeFrom(directory, file);
  },
};

const fileOf = (handle: FileSystemFileHandle): Promise<File | undefined> =>
  handle.getFile().catch(ifMissing);

async function removeFrom(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  await directory.removeEntry(name).catch(ifMissing);
}

/** Another page may have removed the file. */
function ifMissing(thrown: unknown): undefined {
  if ((thrown as { name?: unknown }).name !== 'NotFoundError') throw thrown;
}
