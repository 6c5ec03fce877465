import { createAssetStore } from './asset-store.ts';
import { createBackupStore } from './backup-store.ts';
import { createChangeStore } from './change-store.ts';
import type { Database } from './database.ts';
import { createExportStore } from './export-store.ts';
import { createItemStore } from './item-store.ts';
import { type ReportCorrupt, reportToConsole } from './report-corrupt.ts';
import { createSettingStore } from './setting-store.ts';
import { guard } from './store-error.ts';
import { createTrashStore } from './trash-store.ts';
import { createWrapUpStore } from './wrap-up-store.ts';

const systemTime = () => new Date().toISOString();

/** Everything the use cases may ask of the database (`Stores` in `lib/app/ports.ts`). */
export function createStores(
  db: Database,
  {
    now = systemTime,
    report = reportToConsole,
  }: { now?: () => string; report?: ReportCorrupt } = {},
) {
  return {
    wrapUps: createWrapUpStore(db, now, report),
    items: createItemStore(db, now, report),
    assets: createAssetStore(db),
    settings: createSettingStore(db),
    exports: createExportStore(db),
    changes: createChangeStore(db, now, report),
    backups: createBackupStore(db),
    trash: createTrashStore(db, now, report),
    atomically: <T>(task: () => Promise<T>): Promise<T> =>
      guard(() => db.transaction('rw', db.tables, task)),
  };
}
