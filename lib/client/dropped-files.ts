/** A file with its path in what was chosen or dropped, with `/`. */
export interface NamedFile {
  path: string;
  file: File;
}

/** So many files of a folder are looked at. */
export const mostFilesOfFolder = 5_000;

/** Of tools, or made by them: nobody wrote what is in there. */
const isOfTools = (path: string): boolean =>
  /(?:^|\/)(?:node_modules|\.git|public|resources|_site|\.output)\//.test(`${path}/`);

/** Files as an input has them, of a folder with their paths; undefined if they are too many. */
export function namedFiles(files: readonly File[]): NamedFile[] | undefined {
  const named = files
    .map((file) => ({ path: (file.webkitRelativePath || file.name).replaceAll('\\', '/'), file }))
    .filter(({ path }) => !isOfTools(folderOf(path)));
  return named.length > mostFilesOfFolder ? undefined : named;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * All files of what was dropped, folders with all that is in them; undefined if they are too many.
 * One that cannot be read any more is left out.
 */
export async function readDropped(
  entries: readonly FileSystemEntry[],
): Promise<NamedFile[] | undefined> {
  const files: NamedFile[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
    const path = entry.fullPath.replace(/^\//, '');
    if (entry.isDirectory) {
      if (!isOfTools(path)) left.push(...(await entriesIn(entry as FileSystemDirectoryEntry)));
    } else {
      if (files.length >= mostFilesOfFolder) return undefined;
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file) files.push({ path, file });
    }
  }
  return files;
}

/** Browsers give a hundred at a time, and none once that was all. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      // A folder that cannot be read has nothing for us.
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
    if (all.length > mostFilesOfFolder) return all;
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));
