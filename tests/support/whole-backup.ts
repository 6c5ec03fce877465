import { openLibrary } from '../../lib/backup/library-reader.ts';
import { LibraryWriter } from '../../lib/backup/library-writer.ts';
import type { RestoreMode } from '../../lib/backup/restore-report.ts';
import type { Database } from '../../lib/store/database.ts';
import { readLibrary } from '../../lib/store/read-library.ts';
import { restoreLibrary } from '../../lib/store/restore-library.ts';
import { sourceOf } from './library-files.ts';
import { instant } from './records.ts';

export type Backup = Uint8Array<ArrayBuffer>;

/** Makes a backup of all words of a library. */
export async function backUp(db: Database): Promise<Backup> {
  const parts: Backup[] = [];
  const writer = new LibraryWriter((bytes) => void parts.push(bytes.slice()));
  await readLibrary(db, (table, rows) => writer.add(table, rows));
  await writer.end({ app: '0.1.0', createdAt: instant, hasPictures: false });
  return new Uint8Array(Buffer.concat(parts));
}

export async function restoreInto(
  db: Database,
  backup: Backup,
  mode: RestoreMode,
  now: string,
): Promise<void> {
  await restoreLibrary(db, await openLibrary(sourceOf(backup)), mode, now);
}
