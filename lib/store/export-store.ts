import * as v from 'valibot';
import { type LastExport, LastExportSchema } from '../core/post/last-export.ts';
import type { Database } from './database.ts';
import { guard } from './store-error.ts';

const folderKey = 'siteFolder';
const lastKey = (wrapUpId: string) => `lastExport:${wrapUpId}`;

/** True for a browser's folder handle, which the browser stores with its permission. */
const isFolder = (value: unknown): value is FileSystemDirectoryHandle =>
  (value as { kind?: unknown } | null | undefined)?.kind === 'directory';

/** Where posts are exported to on this machine, and what each left there. */
export function createExportStore(db: Database) {
  return {
    /** An unreadable one counts as none; then the user is asked about every existing file. */
    last: (wrapUpId: string): Promise<LastExport> =>
      guard(async () => {
        const row = await db.settings.get(lastKey(wrapUpId));
        const parsed = v.safeParse(LastExportSchema, row?.value);
        return parsed.success ? parsed.output : {};
      }),

    setLast: (wrapUpId: string, last: LastExport): Promise<void> =>
      guard(async () => {
        await db.settings.put({ key: lastKey(wrapUpId), value: { ...last } });
      }),

    folder: (): Promise<FileSystemDirectoryHandle | undefined> =>
      guard(async () => {
        const row = await db.settings.get(folderKey);
        return isFolder(row?.value) ? row.value : undefined;
      }),

    setFolder: (folder: FileSystemDirectoryHandle | undefined): Promise<void> =>
      guard(async () => {
        if (folder === undefined) await db.settings.delete(folderKey);
        else await db.settings.put({ key: folderKey, value: folder });
      }),
  };
}
