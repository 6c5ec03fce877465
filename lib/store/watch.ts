import { Dexie, liveQuery, type PromiseExtended } from 'dexie';
import { noteProblem } from '../core/base/problem.ts';
import type { BackupPlan, LastBackup } from '../core/library/backup-state.ts';
import { inboxId } from '../core/post/item.ts';
import type { HouseStyle } from '../core/post/profile.ts';
import { type WrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import { backupPlanKey, lastBackupKey, parseBackupPlan, parseLastBackup } from './backup-store.ts';
import { watchTables } from './changed-keys.ts';
import type { Database } from './database.ts';
import { queryItems } from './item-store.ts';
import { reportToConsole } from './report-corrupt.ts';
import { fromRow, wrapUpsFromRows } from './rows.ts';
import { settingKeys } from './setting-keys.ts';
import { parseActiveWrapUpId, queryStyle, queryStyles } from './setting-store.ts';
import { type StoreError, toStoreError } from './store-error.ts';
import { queryWrapUps } from './wrap-up-store.ts';

/** Ends a watch; nothing is called afterwards. */
export type Unwatch = () => void;

type OnFailure = (error: StoreError) => void;

const logFailure: OnFailure = (error) => {
  noteProblem('store.watch', error);
  console.error('Wrapup: a watch ended', error);
};

/**
 * Calls back with the value now and after every change, from any page or worker.
 *
 * Queries must be chains of Dexie's own promises: after an `await` of a native one, liveQuery (4.4)
 * no longer sees what is read.
 */
function watch<T>(
  query: () => PromiseExtended<T>,
  callback: (value: T) => void,
  onFailure: OnFailure = logFailure,
): Unwatch {
  let ended = false;
  const subscription = liveQuery(query).subscribe({
    next: (value) => {
      if (!ended) callback(value);
    },
    error: (error: unknown) => {
      if (!ended) onFailure(toStoreError(error));
    },
  });
  return () => {
    ended = true;
    subscription.unsubscribe();
  };
}

/**
 * Does the same for reads of these tables only. A live query (Dexie 4.4) collects every key that is
 * written anywhere until it has to read again itself, so one that seldom does collects more and
 * more.
 */
function watchOf<T>(
  db: Database,
  tables: readonly ('wrapUps' | 'settings')[],
  query: () => PromiseLike<T>,
  callback: (value: T) => void,
  onFailure: OnFailure = logFailure,
): Unwatch {
  let ended = false;
  let reading = false;
  let due = true;
  const read = async () => {
    if (reading) return;
    reading = true;
    try {
      while (due && !ended) {
        due = false;
        const value = await query();
        if (!ended) callback(value);
      }
    } catch (error) {
      if (!ended) onFailure(toStoreError(error));
    } finally {
      reading = false;
    }
  };
  const unwatch = watchTables(db, tables, () => {
    due = true;
    void read();
  });
  void read();
  return () => {
    ended = true;
    unwatch();
  };
}

export function watchItemCount(
  db: Database,
  wrapUpId: string,
  callback: (count: number) => void,
  onFailure?: OnFailure,
): Unwatch {
  return watch(() => queryItems(db, wrapUpId).count(), callback, onFailure);
}

/**
 * Watches the item in the post at or before the former place of one that has left it: null if it
 * was the first; undefined if there is no such item.
 */
export function watchPrevious(
  db: Database,
  { id, wrapUpId }: { id: string; wrapUpId: string },
  callback: (previousId: string | null | undefined) => void,
  onFailure?: OnFailure,
): Unwatch {
  const query = () =>
    db.items.get(id).then((row) =>
      db.items
        .where('[wrapUpId+live+order]')
        .between([wrapUpId, 1, Dexie.minKey], [wrapUpId, 1, row?.order ?? Dexie.minKey], true, true)
        .reverse()
        .limit(1)
        .primaryKeys()
        .then(([previous]) => (row === undefined ? undefined : (previous ?? null))),
    );
  return watch(query, callback, onFailure);
}

/** All wrap-ups, the most recently changed first, and how many cannot be read. */
export function watchWrapUps(
  db: Database,
  callback: (wrapUps: WrapUp[], unreadable: number) => void,
  onFailure?: OnFailure,
): Unwatch {
  const query = () =>
    queryWrapUps(db)
      .toArray()
      .then((rows) => ({ rows, wrapUps: wrapUpsFromRows(rows, reportToConsole) }));
  return watchOf(
    db,
    ['wrapUps'],
    query,
    ({ rows, wrapUps }) => callback(wrapUps, rows.length - wrapUps.length),
    onFailure,
  );
}

/** Where new clips go: a wrap-up's id or `inboxId`, undefined before the first clip. */
export interface ActiveWrapUp {
  id: string | undefined;
  wrapUp: WrapUp | undefined;
}

export function watchActiveWrapUp(
  db: Database,
  callback: (active: ActiveWrapUp) => void,
  onFailure?: OnFailure,
): Unwatch {
  const query = () =>
    db.settings.get(settingKeys.activeWrapUpId).then((setting) => {
      const id = parseActiveWrapUpId(setting);
      return db.wrapUps.get(id ?? '').then((row) => ({
        // A deleted or missing wrap-up gets no clips.
        id: id === inboxId || row?.live === 1 ? id : undefined,
        wrapUp:
          row?.live === 1 ? fromRow('wrapUps', WrapUpSchema, row, reportToConsole) : undefined,
      }));
    });
  return watchOf(db, ['settings', 'wrapUps'], query, callback, onFailure);
}

/** The button shows no more digits, so items above this number aren't counted. */
const countedItems = 1_000;

/**
 * Calls back with the number of items in the current wrap-up, including its tray, at most 1,000:
 * counting a long one took longer than the clip.
 */
export function watchActiveCount(
  db: Database,
  callback: (count: number) => void,
  onFailure?: OnFailure,
): Unwatch {
  const query = () =>
    db.settings.get(settingKeys.activeWrapUpId).then((active) => {
      const id = parseActiveWrapUpId(active) ?? '';
      return db.wrapUps.get(id).then((row) =>
        // A deleted wrap-up keeps its items.
        Dexie.Promise.all(
          ([1, 2] as const).map((live) =>
            queryItems(db, row?.live === 0 ? '' : id, live)
              .limit(countedItems)
              .primaryKeys(),
          ),
        ).then((keys) => Math.min(keys.flat().length, countedItems)),
      );
    });
  return watch(query, callback, onFailure);
}

/** Watches the house style with this id, or the first one if that style no longer exists. */
export function watchStyle(
  db: Database,
  id: string | undefined,
  callback: (style: HouseStyle) => void,
  onFailure?: OnFailure,
): Unwatch {
  return watchOf(db, ['settings'], () => queryStyle(db, id), callback, onFailure);
}

/** Watches all house styles: the first one, then the others by their names. */
export function watchStyles(
  db: Database,
  callback: (styles: HouseStyle[]) => void,
  onFailure?: OnFailure,
): Unwatch {
  return watchOf(db, ['settings'], () => queryStyles(db), callback, onFailure);
}

/** Watches the newest backup that was made on this machine; undefined: none. */
export function watchLastBackup(
  db: Database,
  callback: (last: LastBackup | undefined) => void,
  onFailure?: OnFailure,
): Unwatch {
  const query = () => db.settings.get(lastBackupKey).then(parseLastBackup);
  return watchOf(db, ['settings'], query, callback, onFailure);
}

export function watchBackupPlan(
  db: Database,
  callback: (plan: BackupPlan | undefined) => void,
  onFailure?: OnFailure,
): Unwatch {
  const query = () => db.settings.get(backupPlanKey).then(parseBackupPlan);
  return watchOf(db, ['settings'], query, callback, onFailure);
}
