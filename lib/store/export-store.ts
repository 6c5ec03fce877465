import * as v from 'valibot';
import { type LastExport, LastExportSchema } from '../core/post/last-export.ts';
import type { Database } from './database.ts';
import { guard } from './store-error.ts';

const folderKey = 'siteFolder';
const lastKey = (wrapUpId: string) => `lastExport:${wrapUpId}`;

/** What a browser's handle of a folder looks like; the browser keeps it, permission and all. */
const isFolder = (value: unknown): value is FileSystemDirectoryHandle =>
  (value as { kind?: unknown } | null | undefined)?.kind === 'directory';

/** Where posts are exported to on this machine, and what each left there. */
export function createExportStore(db: Database) {
  return {
    /** One that cannot be read counts as none: then every file is asked about that is there. */
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
