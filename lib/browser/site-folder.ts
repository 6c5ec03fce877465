import { type ErrorCode, type Failure, failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';

/** APIs that TypeScript's DOM types lack, because only Chromium implements them. */
interface PermittedFolder extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}
type PickFolder = (how: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const pick = () => (globalThis as { showDirectoryPicker?: PickFolder }).showDirectoryPicker;

/** True if this browser lets an extension write into a folder that the user chose. */
export const canPickFolder = (): boolean => pick() !== undefined;

/**
 * Asks the user for the folder. Call it directly in a click's handler; undefined if the user
 * cancels.
 * @param id the browser opens where the folder with this id was last chosen
 */
export async function pickFolder(
  id = 'site',
): Promise<Result<FileSystemDirectoryHandle | undefined, Failure>> {
  try {
    return ok(await pick()?.({ id, mode: 'readwrite' }));
  } catch (thrown) {
    return nameOf(thrown) === 'AbortError' ? ok(undefined) : fail(toFolderFailure(thrown));
  }
}

/** True if the folder may be written to without asking. */
export async function isPermitted(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (folder as PermittedFolder).queryPermission({ mode: 'readwrite' });
  return state === 'granted';
}

/** Asks for permission if the browser requires it. Call it directly in a click's handler. */
export async function permit(folder: FileSystemDirectoryHandle): Promise<boolean> {
  if (await isPermitted(folder)) return true;
  const state = await (folder as PermittedFolder).requestPermission({ mode: 'readwrite' });
  return state === 'granted';
}

/** Wraps a chosen folder for the use case (`SiteFolder` in `lib/app/ports.ts`). */
export function openSiteFolder(root: FileSystemDirectoryHandle) {
  const folderOf = async (path: string, create: boolean) => {
    let folder = root;
    for (const part of path.split('/').slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create });
    }
    return folder;
  };
  /** Removes what `create` left if nothing could be written. */
  const removeIfEmpty = async (path: string, file: FileSystemFileHandle) => {
    if ((await file.getFile()).size > 0) return;
    await (await folderOf(path, false)).removeEntry(nameIn(path));
  };
  const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);

  return {
    async read(path: string): Promise<ArrayBuffer | undefined> {
      try {
        const folder = await folderOf(path, false);
        const file = await (await folder.getFileHandle(nameIn(path))).getFile();
        return await file.arrayBuffer();
      } catch (thrown) {
        if (nameOf(thrown) === 'NotFoundError' && (await isThere(root))) return undefined;
        throw toFolderFailure(thrown);
      }
    },

    async write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
      let file: FileSystemFileHandle | undefined;
      let stream: FileSystemWritableFileStream | undefined;
      try {
        const folder = await folderOf(path, true);
        file = await folder.getFileHandle(nameIn(path), { create: true });
        // This writes to a temporary file, which replaces the original on `close`.
        stream = await file.createWritable();
        await stream.write(bytes);
        await stream.close();
      } catch (thrown) {
        // This only tidies up; the thrown error says why the write failed.
        await stream?.abort().catch(() => undefined);
        // This only tidies up, too.
        if (file) await removeIfEmpty(path, file).catch(() => undefined);
        throw toFolderFailure(thrown);
      }
    },
  };
}

/** Is only the file missing, or the whole folder? Only an existing folder can be listed. */
async function isThere(root: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    for await (const _ of root.keys()) break;
    return true;
  } catch {
    // It is missing, which is the answer.
    return false;
  }
}

const nameOf = (thrown: unknown) => (thrown as { name?: unknown } | null)?.name;

/** @see https://fs.spec.whatwg.org/ for which exception means what */
const codes: Record<string, ErrorCode> = {
  NotFoundError: 'folder-gone',
  NotAllowedError: 'folder-refused',
  SecurityError: 'folder-refused',
  QuotaExceededError: 'folder-full',
  TypeMismatchError: 'file-in-the-way',
  NoModificationAllowedError: 'file-locked',
  // Chromium's error for a file that another program holds (Windows), or that changed meanwhile.
  InvalidStateError: 'file-locked',
  NotReadableError: 'file-locked',
  InvalidModificationError: 'file-locked',
  // A name that the browser does not let pages write, or Safe Browsing's veto.
  TypeError: 'file-refused',
  AbortError: 'file-refused',
};

export function toFolderFailure(thrown: unknown): Failure {
  const { name, message } = (thrown ?? {}) as { name?: unknown; message?: unknown };
  return failure(codes[String(name)] ?? 'folder-failed', `${name}: ${message}`);
}
