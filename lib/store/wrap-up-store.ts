import { Dexie } from 'dexie';
import { nextUpdate } from '../core/base/record.ts';
import { type WrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import type { Database } from './database.ts';
import type { ReportCorrupt } from './report-corrupt.ts';
import { fromRow, wrapUpsFromRows, wrapUpToRow } from './rows.ts';
import { guard } from './store-error.ts';

/** Returns those that are not deleted, the most recently changed first. */
export function queryWrapUps(db: Database) {
  return db.wrapUps
    .where('[live+updatedAt]')
    .between([1, Dexie.minKey], [1, Dexie.maxKey])
    .reverse();
}

export function createWrapUpStore(db: Database, now: () => string, report: ReportCorrupt) {
  const parse = (row: unknown) => fromRow('wrapUps', WrapUpSchema, row, report);

  return {
    list: (): Promise<WrapUp[]> =>
      guard(async () => wrapUpsFromRows(await queryWrapUps(db).toArray(), report)),

    get: (id: string): Promise<WrapUp | undefined> =>
      guard(async () => parse(await db.wrapUps.get(id))),

    put: (wrapUp: WrapUp): Promise<void> =>
      guard(async () => {
        await db.wrapUps.put(wrapUpToRow(wrapUp));
      }),

    update: (id: string, changes: Partial<WrapUp>): Promise<WrapUp | undefined> =>
      guard(() =>
        db.transaction('rw', db.wrapUps, async () => {
          const wrapUp = parse(await db.wrapUps.get(id));
          if (wrapUp === undefined) return undefined;
          const updatedAt = nextUpdate(wrapUp.updatedAt, now());
          const changed = { ...wrapUp, ...changes, id, updatedAt };
          await db.wrapUps.put(wrapUpToRow(changed));
          return changed;
        }),
      ),
  };
}
