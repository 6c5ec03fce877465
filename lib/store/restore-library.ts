import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import type { LibraryRow, TableName } from '../backup/library-format.ts';
import type { LibraryFile } from '../backup/library-reader.ts';
import { mergeRecord, type Verdict } from '../backup/merge-record.ts';
import type {
  LeftVersion,
  RestoreCounts,
  RestoreMode,
  RestoreReport,
} from '../backup/restore-report.ts';
import { addToTrails, type TrailStep, type Trails } from '../backup/trails.ts';
import { freeBytes } from '../backup/zip-reader.ts';
import { nextUpdate } from '../core/base/record.ts';
import { isSameValue } from '../core/merge/merge-value.ts';
import {
  type ChangedField,
  optionsHistory,
  profileId,
  type RecordKind,
  recordKey,
} from '../core/post/change.ts';
import { type Item, ItemSchema } from '../core/post/item.ts';
import { compareOrder, keysAfter } from '../core/post/order.ts';
import { ProfileSchema } from '../core/post/profile.ts';
import { type WrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import { marksOf } from './change-store.ts';
import type { Database } from './database.ts';
import { packChange } from './packed-change.ts';
import { withLive } from './rows.ts';
import { settingKeys, styleKey } from './setting-keys.ts';
import { styleIdOf } from './setting-store.ts';
import { guard } from './store-error.ts';

type Fields = Record<string, unknown>;

const shownVersions = 20;
/** How many steps of histories are read at once. */
const stepsAtOnce = 100;

const emptyCounts = (): RestoreCounts => ({
  new: 0,
  same: 0,
  newerHere: 0,
  newerThere: 0,
  both: 0,
  onlyHere: 0,
  purgedHere: 0,
});

const countOf = {
  same: 'same',
  'newer-here': 'newerHere',
  'newer-there': 'newerThere',
  both: 'both',
} as const satisfies Record<Verdict, keyof RestoreCounts>;

/** Returns what a merge with this file would do, and writes nothing. Check the file first. */
export function compareLibrary(db: Database, file: LibraryFile): Promise<RestoreReport> {
  return guard(() => new Restore(db, file, 'merge', undefined).run());
}

/**
 * Stores the content of the file in the database, in one transaction: all of it or, if the file
 * can't be read to its end, the disk is full or the browser is killed, nothing. Store its pictures
 * first (`restorePictures`).
 * @param now ISO instant in UTC
 */
export function restoreLibrary(
  db: Database,
  file: LibraryFile,
  mode: RestoreMode,
  now: string,
): Promise<RestoreReport> {
  const tables = db.tables.filter(({ name }) => name !== 'assets');
  // This is an `async` function, so Dexie knows that native promises are awaited in it.
  return guard(() =>
    db.transaction('rw', tables, async () => new Restore(db, file, mode, now).run()),
  );
}

/**
 * Stores the pictures of a file that are missing here. Those that no clip refers to in the end are
 * purged like any other unused picture.
 * @param onPicture called after each; may throw to end it
 */
export async function restorePictures(
  db: Database,
  file: LibraryFile,
  now: string,
  onPicture: (done: number, total: number) => void,
): Promise<void> {
  const kept = new Set(await guard(() => db.assets.toCollection().primaryKeys()));
  let done = 0;
  for await (const rows of file.rows('pictures')) {
    for (const { id, mediaType } of rows) {
      onPicture(done++, file.head.rows.pictures);
      if (kept.has(id) || mediaType === undefined) continue;
      const bytes = await file.picture(id);
      if (bytes === undefined) continue;
      // It gets today's date, so that it is not purged before its clip is there.
      await guard(() => db.assets.put({ id, mediaType, bytes: bytes.buffer, createdAt: now }));
      freeBytes(bytes);
    }
  }
}

class Restore {
  readonly #db: Database;
  readonly #file: LibraryFile;
  readonly #mode: RestoreMode;
  /** The time of writing; undefined: nothing is written. */
  readonly #now: string | undefined;
  /** Ids of records that were purged here and stay so. */
  readonly #purged = new Set<string>();
  readonly #touched = new Set<string>();
  readonly #left = new Map<string, { field: ChangedField; version: LeftVersion }[]>();
  readonly #trails = { here: new Map() as Trails, there: new Map() as Trails };
  readonly #report: RestoreReport = {
    wrapUps: emptyCounts(),
    items: emptyCounts(),
    profile: 'same',
    versions: [],
    versionCount: 0,
  };

  constructor(db: Database, file: LibraryFile, mode: RestoreMode, now: string | undefined) {
    this.#db = db;
    this.#file = file;
    this.#mode = mode;
    this.#now = now;
  }

  async run(): Promise<RestoreReport> {
    if (this.#mode === 'replace') await this.#clear();
    if (this.#mode === 'merge') await this.#findPurged();
    await this.#readTrails(await this.#different());
    await this.#mergeRecords('wrapUps');
    await this.#mergeRecords('items');
    await this.#mergeSettings();
    if (this.#now !== undefined) {
      await this.#addOriginals();
      await this.#addReplacedPictures();
      await this.#addTombstones();
      await this.#cutHistories();
      await this.#addSteps();
      await this.#addVersions(this.#now);
      await this.#renewKeys();
    }
    return this.#report;
  }

  async #clear(): Promise<void> {
    const { wrapUps, items, originals, changes, tombstones, replacedPictures } = this.#db;
    const tables = [wrapUps, items, originals, changes, tombstones, replacedPictures];
    for (const table of tables as Table[]) await table.clear();
    const keys = await this.#db.settings.toCollection().primaryKeys();
    const styles = keys.filter((key) => styleIdOf(key) !== undefined);
    await this.#db.settings.bulkDelete([settingKeys.activeWrapUpId, ...styles]);
  }

  /**
   * A purged wrap-up comes back for clips that were not purged, because they were made elsewhere.
   */
  async #findPurged(): Promise<void> {
    for (const id of await this.#db.tombstones.toCollection().primaryKeys()) this.#purged.add(id);
    if (this.#purged.size === 0) return;
    await this.#each('items', async (rows) => {
      for (const { id, wrapUpId } of rows) if (!this.#purged.has(id)) this.#purged.delete(wrapUpId);
    });
  }

  /**
   * Reads the file inside a transaction, which would end by itself if nothing were requested from
   * it.
   */
  #wait<T>(promise: Promise<T>): PromiseLike<T> {
    return this.#now === undefined ? promise : Dexie.waitFor(promise);
  }

  async #each<T extends TableName>(
    table: T,
    use: (rows: LibraryRow<T>[]) => Promise<void>,
  ): Promise<void> {
    const batches = this.#file.rows(table);
    for (;;) {
      const next = await this.#wait(batches.next());
      if (next.done) return;
      await use(next.value);
    }
  }

  /** Returns the keys of the records that are both here and in the file, and differ. */
  async #different(): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const table of ['wrapUps', 'items'] as const) {
      await this.#each(table, async (rows) => {
        const stored = await this.#stored(table, rows);
        for (const [at, there] of rows.entries()) {
          const here = stored[at];
          if (here && !isSame(here, there)) keys.add(recordKey(kinds[table], there.id));
        }
      });
    }
    keys.add(recordKey('profile', profileId));
    await this.#each('settings', async (rows) => {
      for (const { key } of rows) keys.add(recordKey('profile', styleIdOf(key) ?? profileId));
    });
    return keys;
  }

  /** Returns the stored records with these ids; undefined for one that is missing or unreadable. */
  async #stored(
    table: 'wrapUps' | 'items',
    rows: readonly { id: string }[],
  ): Promise<(Fields | undefined)[]> {
    const schema: v.GenericSchema<unknown, Fields> = schemas[table];
    const found = await (this.#db[table] as Table<unknown, string>).bulkGet(
      rows.map(({ id }) => id),
    );
    return found.map((row) => {
      if (row === undefined) return undefined;
      const parsed = v.safeParse(schema, row);
      return parsed.success ? parsed.output : undefined;
    });
  }

  async #readTrails(wanted: ReadonlySet<string>): Promise<void> {
    for (let after = -1; ; ) {
      const rows = await this.#db.changes.where(':id').above(after).limit(stepsAtOnce).toArray();
      for (const row of rows) addToTrails(this.#trails.here, row, wanted);
      after = rows.at(-1)?.seq ?? after;
      if (rows.length < stepsAtOnce) break;
    }
    await this.#each('changes', async (rows) => {
      for (const row of rows) addToTrails(this.#trails.there, row as TrailStep, wanted);
    });
  }

  async #mergeRecords(table: 'wrapUps' | 'items'): Promise<void> {
    const counts = this.#report[table];
    let known = 0;
    await this.#each(table, async (rows) => {
      const stored = await this.#stored(table, rows);
      const written: (WrapUp | Item)[] = [];
      for (const [at, there] of rows.entries()) {
        const here = stored[at];
        if (here?.deletedAt === null) known++;
        const isLive = there.deletedAt === null || here?.deletedAt === null;
        if (here === undefined && this.#purged.has(there.id)) {
          if (isLive) counts.purgedHere++;
          continue;
        }
        if (here === undefined) {
          written.push(there);
          this.#touch(there);
          if (isLive) counts.new++;
          continue;
        }
        const verdict = isSame(here, there) ? 'same' : this.#mergeOne(table, here, there, written);
        if (isLive) counts[countOf[verdict]]++;
      }
      if (this.#now === undefined || written.length === 0) return;
      await (this.#db[table] as Table<unknown>).bulkPut(written.map(withLive));
    });
    counts.onlyHere = (await this.#countLive(table)) - known - (this.#now ? counts.new : 0);
  }

  #mergeOne(
    table: 'wrapUps' | 'items',
    here: Fields,
    there: WrapUp | Item,
    written: (WrapUp | Item)[],
  ): Verdict {
    const kind = kinds[table];
    const { id } = there;
    const schema: v.GenericSchema = schemas[table];
    const merged = mergeRecord({ kind, id, here, there: { ...there } }, this.#trails, (record) =>
      v.is(schema, record),
    );
    const record = merged.record as unknown as WrapUp | Item;
    const isChanged = !isSame(here, record);
    if (isChanged || merged.versions.length > 0) this.#touch(record);
    if (isChanged) {
      const before = [String(here.updatedAt), there.updatedAt].toSorted().at(-1) ?? '';
      written.push({ ...record, updatedAt: nextUpdate(before, this.#now ?? '') });
    }
    this.#leave(kind, id, historyOf(record), merged.record, merged.versions);
    return merged.verdict;
  }

  #touch(record: WrapUp | Item): void {
    this.#touched.add(historyOf(record));
  }

  #leave(
    record: RecordKind,
    id: string,
    history: string,
    merged: Fields,
    versions: readonly { field: string; theirs: unknown }[],
  ): void {
    for (const { field, theirs } of versions) {
      const version = { record, id, field, theirs };
      const list = this.#left.get(history) ?? [];
      list.push({ version, field: { record, id, field, before: theirs, after: merged[field] } });
      this.#left.set(history, list);
      this.#report.versionCount++;
      if (this.#report.versions.length < shownVersions) this.#report.versions.push(version);
    }
  }

  async #countLive(table: 'wrapUps' | 'items'): Promise<number> {
    if (table === 'wrapUps') {
      return this.#db.wrapUps
        .where('[live+updatedAt]')
        .between([1, Dexie.minKey], [1, Dexie.maxKey])
        .count();
    }
    const keys: unknown[] = await this.#db.items.orderBy('[wrapUpId+live+order]').keys();
    return keys.filter((key) => Array.isArray(key) && key[1] === 1).length;
  }

  async #mergeSettings(): Promise<void> {
    const { settings } = this.#db;
    await this.#each('settings', async (rows) => {
      for (const row of rows) {
        const stored = await settings.get(row.key);
        const styleId = styleIdOf(row.key);
        if (styleId !== undefined)
          await this.#mergeProfile(styleId, stored?.value, row.value as Fields);
        else if (stored === undefined && this.#now !== undefined) await settings.put({ ...row });
      }
    });
  }

  async #mergeProfile(id: string, stored: unknown, there: Fields): Promise<void> {
    // It was purged here.
    if (stored === undefined && this.#purged.has(id)) return;
    const parsed = v.safeParse(ProfileSchema, stored);
    let next = there;
    const isFirst = id === profileId;
    if (!parsed.success) {
      if (isFirst) this.#report.profile = 'new';
    } else {
      const here: Fields = parsed.output;
      const two = { kind: 'profile', id, here, there } as const;
      const merged = mergeRecord(two, this.#trails, (record) => v.is(ProfileSchema, record));
      if (isFirst || merged.verdict !== 'same') this.#report.profile = merged.verdict;
      next = merged.record;
      this.#leave('profile', id, optionsHistory, next, merged.versions);
      if (merged.verdict === 'same') return;
    }
    this.#touched.add(optionsHistory);
    if (this.#now === undefined) return;
    await this.#db.settings.put({ key: styleKey(id), value: next });
  }

  async #addOriginals(): Promise<void> {
    const { originals } = this.#db;
    await this.#each('originals', async (rows) => {
      const ids = rows.map(({ id }) => id);
      const kept = new Set(await originals.where('id').anyOf(ids).primaryKeys());
      const missing = rows.filter(({ id }) => !kept.has(id) && !this.#purged.has(id));
      await originals.bulkPut(missing);
    });
  }

  async #addReplacedPictures(): Promise<void> {
    const { replacedPictures } = this.#db;
    await this.#each('replacedPictures', async (rows) => {
      const kept = await replacedPictures.bulkGet(rows.map(({ id }) => id));
      await replacedPictures.bulkPut(
        rows.filter(({ recordId }, at) => !kept[at] && !this.#purged.has(recordId)),
      );
    });
  }

  /** Adds tombstones for what was purged there and is not here; what is here needs none. */
  async #addTombstones(): Promise<void> {
    const { tombstones, items, wrapUps, settings } = this.#db;
    const isHere = async (ids: string[]) => [
      ...(await settings.where('key').anyOf(ids.map(styleKey)).primaryKeys()).flatMap(
        (key) => styleIdOf(key) ?? [],
      ),
      ...(await items.where('id').anyOf(ids).primaryKeys()),
      ...(await wrapUps.where('id').anyOf(ids).primaryKeys()),
    ];
    await this.#each('tombstones', async (rows) => {
      await tombstones.bulkPut(rows);
    });
    const all = await tombstones.toCollection().primaryKeys();
    await tombstones.bulkDelete(await isHere(all));
  }

  /**
   * Earlier steps can't be undone over what was restored, but the next restore still knows them.
   */
  async #cutHistories(): Promise<void> {
    for (const history of this.#touched) {
      await this.#db.changes
        .where('marks')
        .startsWith(`${history}/`)
        .modify((row) => {
          row.state = 'ended';
          row.marks = marksOf(row);
        });
    }
  }

  async #addSteps(): Promise<void> {
    await this.#each('changes', async (rows) => {
      const ids = rows.flatMap((row) => row.ids);
      const known = new Set<unknown>(await this.#db.changes.where('ids').anyOf(ids).keys());
      for (const row of rows) {
        const unknown = row.ids.filter((id) => !known.has(id));
        // A history does not bring back what was purged, either.
        const isPurged = row.fields.some(({ id }) => this.#purged.has(id));
        if (unknown.length === 0 || isPurged) continue;
        const fields = row.fields.map((field) => ({
          before: undefined,
          after: undefined,
          ...field,
        }));
        const step = { ...row, ids: unknown, fields, state: 'ended' as const };
        await this.#db.changes.add({ ...packChange(step), marks: marksOf(step) });
      }
    });
  }

  /**
   * Adds one step to each history, on top of what was restored, so Undo shows the texts of the
   * file.
   */
  async #addVersions(now: string): Promise<void> {
    for (const [history, left] of this.#left) {
      const step = {
        ids: [crypto.randomUUID()],
        histories: [history],
        kind: 'edit',
        at: now,
        client: 'restore',
        state: 'done',
        fields: left.map(({ field }) => field),
      } as const;
      const change = { ...step, ids: [...step.ids], histories: [...step.histories] };
      await this.#db.changes.add({ ...packChange(change), marks: marksOf(change) });
    }
  }

  /** Two machines may have given out the same key, so each item of a wrap-up gets a unique one. */
  async #renewKeys(): Promise<void> {
    for (const wrapUpId of this.#touched) {
      const range = [
        [wrapUpId, Dexie.minKey],
        [wrapUpId, Dexie.maxKey],
      ] as const;
      const places = () => this.#db.items.where('[wrapUpId+order]').between(...range);
      const keys = (await places().keys()).map((key) => (Array.isArray(key) ? key[1] : ''));
      if (new Set(keys).size === keys.length) continue;
      const items = (await places().toArray()).sort(compareOrder);
      const renewed = keysAfter(undefined, items.length);
      await this.#db.items.bulkPut(
        items.map((item, at) => ({
          ...item,
          order: renewed[at] ?? item.order,
          updatedAt: nextUpdate(item.updatedAt, this.#now ?? ''),
        })),
      );
    }
  }
}

const kinds = { wrapUps: 'wrapUp', items: 'item' } as const;
const schemas = { wrapUps: WrapUpSchema, items: ItemSchema } as const;

const historyOf = (record: WrapUp | Item) => ('wrapUpId' in record ? record.wrapUpId : record.id);

function isSame(one: object, other: object): boolean {
  return isSameValue({ ...one, updatedAt: '' }, { ...other, updatedAt: '' });
}
