import { type ErrorCode, type Failure, failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';

/** What TypeScript's DOM does not have yet: Chromium alone implements it. */
interface PermittedFolder extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}
type PickFolder = (how: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const pick = () => (globalThis as { showDirectoryPicker?: PickFolder }).showDirectoryPicker;

/** True if this browser lets an extension write into a folder that the user picked. */
export const canPickFolder = (): boolean => pick() !== undefined;

/**
 * Asks for the folder. Right in a click's handler; undefined if the user thinks better of it.
 * @param id the browser opens where the folder of this id was chosen last
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

/** The same, asking where the browser wants the user asked. Right in a click's handler. */
export async function permit(folder: FileSystemDirectoryHandle): Promise<boolean> {
  if (await isPermitted(folder)) return true;
  const state = await (folder as PermittedFolder).requestPermission({ mode: 'readwrite' });
  return state === 'granted';
}

/** A picked folder as the use case needs it (`SiteFolder` in `lib/app/ports.ts`). */
export function openSiteFolder(root: FileSystemDirectoryHandle) {
  const folderOf = async (path: string, create: boolean) => {
    let folder = root;
    for (const part of path.split('/').slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create });
    }
    return folder;
  };
  /** What `create` left behind where nothing could be written. */
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
        // Goes to a file beside it, which takes its place on `close`.
        stream = await file.createWritable();
        await stream.write(bytes);
        await stream.close();
      } catch (thrown) {
        // Tidying up: what is told is why the write failed.
        await stream?.abort().catch(() => undefined);
        // Tidying up, too.
        if (file) await removeIfEmpty(path, file).catch(() => undefined);
        throw toFolderFailure(thrown);
      }
    },
  };
}

/** Not found: the file, or all of the folder? Only a folder that is there can be listed. */
async function isThere(root: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    for await (const _ of root.keys()) break;
    return true;
  } catch {
    // It is not there, which is the answer.
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
  // Chromium's word for a file that another program holds (Windows), or that changed meanwhile.
  InvalidStateError: 'file-locked',
  NotReadableError: 'file-locked',
  InvalidModificationError: 'file-locked',
  // A name that the browser does not let pages write, and Safe Browsing's veto.
  TypeError: 'file-refused',
  AbortError: 'file-refused',
};

export function toFolderFailure(thrown: unknown): Failure {
  const { name, message } = (thrown ?? {}) as { name?: unknown; message?: unknown };
  return failure(codes[String(name)] ?? 'folder-failed', `${name}: ${message}`);
}
