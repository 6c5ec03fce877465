/** A chosen or dropped file, with its path there, separated by `/`. */
export interface NamedFile {
  path: string;
  file: File;
}

/** How many files of a folder are examined. */
export const mostFilesOfFolder = 5_000;

/** Folders of tools, or made by tools: nobody wrote their contents. */
const isOfTools = (path: string): boolean =>
  /(?:^|\/)(?:node_modules|\.git|public|resources|_site|\.output)\//.test(`${path}/`);

/**
 * Returns the files of an input, those of a folder with their paths; undefined if there are too
 * many.
 */
export function namedFiles(files: readonly File[]): NamedFile[] | undefined {
  const named = files
    .map((file) => ({ path: (file.webkitRelativePath || file.name).replaceAll('\\', '/'), file }))
    .filter(({ path }) => !isOfTools(folderOf(path)));
  return named.length > mostFilesOfFolder ? undefined : named;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Returns all dropped files, including everything in dropped folders; undefined if there are too
 * many. A file that can no longer be read is left out.
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

/** Browsers return a hundred at a time, and an empty list at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      // A folder that can't be read contains nothing for us.
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
    if (all.length > mostFilesOfFolder) return all;
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));
