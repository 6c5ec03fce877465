/**
 * `OwnFiles` (`lib/app/ports.ts`) in the origin private file system. `createWritable` is atomic: until it
 * is closed the old file stands. What was new and not closed is left with 0 bytes; Chromium (156) leaves a
 * `.crswap` beside it, and lists it.
 */
const isUnfinished = ({ name, size }: File) => size === 0 || name.endsWith('.crswap');
/** Nobody writes a file for longer. */
const abandonedMs = 3_600_000;

const folder = async (name: string) =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });

export const ownFiles = {
  async list(name: string) {
    const directory = await folder(name);
    const found: { name: string; size: number; changedMs: number }[] = [];
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
    const handle = await (await folder(name)).getFileHandle(file, { create: true });
    const writable = await handle.createWritable();
    try {
      await fill((bytes) => writable.write(bytes));
      await writable.close();
    } catch (thrown) {
      // Where this fails, too, the file stays as it was.
      await writable.abort().catch(() => undefined);
      throw thrown;
    }
  },

  async read(name: string, file: string): Promise<Blob | undefined> {
    const found = await (await folder(name)).getFileHandle(file).then(fileOf, ifMissing);
    return found && !isUnfinished(found) ? found : undefined;
  },

  async remove(name: string, file: string): Promise<void> {
    await removeFrom(await folder(name), file);
  },
};

const fileOf = (handle: FileSystemFileHandle): Promise<File | undefined> =>
  handle.getFile().catch(ifMissing);

async function removeFrom(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  await directory.removeEntry(name).catch(ifMissing);
}

/** Another page may have removed it. */
function ifMissing(thrown: unknown): undefined {
  if ((thrown as { name?: unknown }).name !== 'NotFoundError') throw thrown;
}

/** Enough that a full disk has no room for it. */
const probeBytes = 128 * 1024;
/** Chromium (156) copies what is handed to a file at once, on the page's own thread: 16 MB took 400 ms. */
const pieceBytes = 256 * 1024;

/** Whether the browser has no room for so much more, tried with a file. Never rejects. */
export async function isDiskFull(bytes: number = probeBytes): Promise<boolean> {
  const name = crypto.randomUUID();
  try {
    await ownFiles.write('probe', name, async (out) => {
      for (let left = bytes; left > 0; left -= pieceBytes) {
        await out(new Uint8Array(Math.min(left, pieceBytes)));
      }
    });
    return false;
  } catch (thrown) {
    // Chromium (156) has more names for it: a folder that cannot be made is an InvalidStateError.
    return thrown instanceof DOMException && thrown.name !== 'SecurityError';
  } finally {
    // What had no room leaves an empty file.
    await ownFiles.remove('probe', name).catch(() => undefined);
  }
}
