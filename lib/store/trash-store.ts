import { Dexie } from 'dexie';
import { clampText } from '../core/base/limits.ts';
import { reachableAssets } from '../core/library/reachable-assets.ts';
import {
  keptDays,
  type Purge,
  type Purged,
  purgedNothing,
  type ReplacedPicture,
  ReplacedPictureSchema,
  type Tombstone,
  type TrashEntry,
} from '../core/library/trash.ts';
import { profileId, recordKey } from '../core/post/change.ts';
import { type Item, ItemSchema, isSecondCapture } from '../core/post/item.ts';
import { landingWithout } from '../core/post/landing.ts';
import { neverMade } from '../core/post/profile.ts';
import { recordingsOf, type TalkRecording } from '../core/post/talks.ts';
import { type SiteFile, type Talk, type WrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import type { Database, SettingRow } from './database.ts';
import type { ReportCorrupt } from './report-corrupt.ts';
import { fromRow } from './rows.ts';
import { settingKeys, styleKey } from './setting-keys.ts';
import { parseStyle, styleIdOf } from './setting-store.ts';
import { guard } from './store-error.ts';

/** How many rows are examined at once, so that nothing else waits long. */
const rowsAtOnce = 500;

/** The largest count that IndexedDB accepts. */
const mostRows = 2 ** 32 - 1;

/** No list shows, and no search examines, more of a text than this. */
const listedLength = 4_000;

/** Deleted records and replaced pictures, until they are purged. */
export function createTrashStore(db: Database, now: () => string, report: ReportCorrupt) {
  const toItem = (row: unknown) => fromRow('items', ItemSchema, row, report);
  const toWrapUp = (row: unknown) => fromRow('wrapUps', WrapUpSchema, row, report);

  /** It reads in slices, because thousands of clips may hold long texts. */
  const deletedItems = async (limit: number, wrapUpId: string | undefined): Promise<Item[]> => {
    const deleted =
      wrapUpId === undefined
        ? db.items.where('deletedAt').above('').reverse()
        : itemsOf(db, wrapUpId, 0);
    const keys = await deleted.limit(limit).primaryKeys();
    const found: Item[] = [];
    for (let at = 0; at < keys.length; at += rowsAtOnce) {
      for (const row of await db.items.bulkGet(keys.slice(at, at + rowsAtOnce))) {
        const item = row && row.live === 0 && !isSecondCapture(row) ? toItem(row) : undefined;
        // A part that follows the template again has lost no words.
        if (item && (item.kind !== 'part' || item.byHand)) found.push(forList(item));
      }
    }
    return found;
  };

  const list = async (limit = mostRows, wrapUpId?: string): Promise<TrashEntry[]> => {
    const isOf = (id: string | undefined) => wrapUpId === undefined || id === wrapUpId;
    const [items, wrapUpRows, replacedRows] = await Promise.all([
      deletedItems(limit, wrapUpId),
      db.wrapUps.toArray(),
      db.replacedPictures.toArray(),
    ]);
    const wrapUps = new Map<string, WrapUp>();
    for (const row of wrapUpRows) {
      const wrapUp = toWrapUp(row);
      if (wrapUp) wrapUps.set(wrapUp.id, wrapUp);
    }
    const entries: TrashEntry[] = items.map((item) => ({
      kind: 'item',
      id: item.id,
      deletedAt: item.deletedAt ?? '',
      item,
      wrapUp: wrapUps.get(item.wrapUpId),
    }));
    for (const wrapUp of wrapUps.values()) {
      if (wrapUp.deletedAt === null || wrapUpId !== undefined) continue;
      const { id, deletedAt } = wrapUp;
      const itemCount = (await itemsOf(db, id, 1).count()) + (await itemsOf(db, id, 2).count());
      entries.push({ kind: 'wrapUp', id, deletedAt, wrapUp, itemCount });
    }
    for (const row of replacedRows) {
      const entry = await pictureEntry(row, wrapUps);
      if (entry && isOf(entry.wrapUp?.id)) entries.push(entry);
    }
    return entries.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
  };

  const pictureEntry = async (
    row: unknown,
    wrapUps: ReadonlyMap<string, WrapUp>,
  ): Promise<TrashEntry | undefined> => {
    const replaced = fromRow('replacedPictures', ReplacedPictureSchema, row, report);
    if (!replaced) return undefined;
    const { record, recordId, assetId } = replaced;
    const item = record === 'item' ? toItem(await db.items.get(recordId)) : undefined;
    const wrapUp = wrapUps.get(item?.wrapUpId ?? recordId);
    const shown = shownAssets(record === 'item' ? item : wrapUp);
    // It was restored, or the bytes are lost.
    if (
      shown.some((each) => each.assetId === assetId) ||
      (await db.assets.where('id').equals(assetId).count()) === 0
    ) {
      return undefined;
    }
    const { id, replacedAt: deletedAt } = replaced;
    return { kind: 'picture', id, deletedAt, replaced, item: item && forList(item), wrapUp };
  };

  /**
   * Returns what all remaining items reach, read before the transaction that removes anything, so a
   * clip need not wait for it. What is written afterwards is valid, and its assets are in the
   * index.
   */
  const reachedByItems = async ({ items, wrapUps }: Asked): Promise<Set<string> | undefined> => {
    const [goneItems, goneWrapUps] = [new Set(items), new Set(wrapUps)];
    const reached = new Set<string>();
    for (let last = ''; ; ) {
      const rows = await db.items.where('id').above(last).limit(rowsAtOnce).toArray();
      const staying = rows.filter(
        ({ id, wrapUpId }) => !goneItems.has(id) && !goneWrapUps.has(wrapUpId),
      );
      if (reachableAssets({ items: rows }) === undefined) return undefined;
      for (const id of reachableAssets({ items: staying }) ?? []) reached.add(id);
      last = rows.at(-1)?.id ?? '';
      if (rows.length < rowsAtOnce) return reached;
    }
  };

  const due = async (purge: Purge) => {
    if (purge !== 'all' && !('before' in purge)) return { ...purge, styles: [] };
    const before = purge === 'all' ? '\uffff' : purge.before;
    const [items, wrapUps, pictures] = await Promise.all([
      db.items.where('deletedAt').between('0', before).primaryKeys(),
      db.wrapUps.where('deletedAt').between('0', before).primaryKeys(),
      db.replacedPictures.where('replacedAt').below(before).primaryKeys(),
    ]);
    return { items, wrapUps, pictures, styles: await deletedStyles(db, before) };
  };

  return {
    /**
     * Returns everything that can be restored, the latest first.
     * @param limit how many items are read; default: all
     * @param wrapUpId only what belongs to this wrap-up, which is not deleted itself
     */
    list: (limit?: number, wrapUpId?: string): Promise<TrashEntry[]> =>
      guard(() => list(limit, wrapUpId)),

    /** True if no items or wrap-ups are deleted; reads no record. */
    isEmpty: (): Promise<boolean> =>
      guard(async () => {
        const counts = await Promise.all([
          db.items.where('deletedAt').above('').limit(1).count(),
          db.wrapUps.where('deletedAt').above('').limit(1).count(),
          db.replacedPictures.limit(1).count(),
        ]);
        return counts.every((count) => count === 0);
      }),

    /**
     * Purges what is deleted, with everything that only it needed: originals, pictures that nothing
     * reaches any more (`reachableAssets`), and the steps of histories that would bring it back. If
     * a stored row can't be read, no picture is removed; and if nobody asked for the purge
     * (`before`), nothing is. What was restored meanwhile stays.
     */
    purge: (purge: Purge): Promise<Purged> =>
      guard(async () => {
        const asked = await due(purge);
        const { items, wrapUps, pictures, styles } = asked;
        const count = items.length + wrapUps.length + pictures.length + styles.length;
        if (count === 0 && !(await hasLooseAssets(db))) return purgedNothing;
        const reached = await reachedByItems(asked);
        const at = now();
        const isByAge = purge !== 'all' && 'before' in purge;
        const old = isByAge ? purge.before : daysBefore(at, keptDays);
        return db.transaction('rw', db.tables, () =>
          removeAll(db, asked, { reached, isByAge, at, old }),
        );
      }),

    /** Ids of purged records. */
    tombstones: (): Promise<Tombstone[]> => guard(() => db.tombstones.toArray()),
  };
}

export type TrashStore = ReturnType<typeof createTrashStore>;

function itemsOf(db: Database, wrapUpId: string, live: 0 | 1 | 2) {
  return db.items.where('[wrapUpId+live+order]').between([wrapUpId, live], [wrapUpId, live, []]);
}

/** Returns an item without the parts of its texts that no list shows. */
function forList(item: Item): Item {
  const cut = (text: string) => clampText(text, listedLength);
  if (item.kind !== 'quote') return { ...item, note: cut(item.note) };
  const { htmlMarkdown: _, ...quote } = item;
  const editedMarkdown = item.editedMarkdown && cut(item.editedMarkdown);
  return { ...quote, note: cut(item.note), text: cut(item.text), markdown: '', editedMarkdown };
}

/** A picture that a record shows, or a file that it has. */
interface ShownAsset {
  assetId: string;
  /** The talk whose recording shows it, if it is one in the list. */
  talkId?: string;
  /** Id of the wrap-up's file. */
  fileId?: string;
  /** Name of that file. */
  fileName?: string;
}

/**
 * Returns the assets that a record shows: a clip's own picture, the pictures of a wrap-up's
 * recordings, and its files.
 */
export function shownAssets(record: object | undefined): ShownAsset[] {
  const { assetId, recording, talks, files } = (record ?? {}) as {
    assetId?: string;
    recording?: TalkRecording;
    talks?: Talk[];
    files?: SiteFile[];
  };
  const ofRecordings = recording ? recordingsOf({ recording, talks }) : [];
  const all: ShownAsset[] = [
    { assetId: assetId ?? '' },
    ...ofRecordings.map(({ talkId, recording: { assetId: id = '' } }) => ({
      assetId: id,
      ...(talkId === undefined ? {} : { talkId }),
    })),
    ...(files ?? []).map((file) => ({
      ...{ assetId: file.assetId, fileId: file.id, fileName: file.fileName },
    })),
  ];
  return all.filter((shown) => shown.assetId !== '');
}

/**
 * Returns the pictures that an edit replaced or removed. Those of a removed talk come back only
 * with the talk.
 */
export function replacedAssets(before: object, after: object): ShownAsset[] {
  const shown = new Set(assetsOf(after));
  const { talks = [] } = after as { talks?: Talk[] };
  return shownAssets(before).filter(
    ({ assetId, talkId }) =>
      !shown.has(assetId) && (talkId === undefined || talks.some(({ id }) => id === talkId)),
  );
}

const assetsOf = (record: object): string[] => shownAssets(record).map(({ assetId }) => assetId);

const daysBefore = (instant: string, days: number) =>
  new Date(Date.parse(instant) - days * 86_400_000).toISOString();

/** True if there are pictures that no record shows and that are not in the trash; reads no clip. */
async function hasLooseAssets(db: Database): Promise<boolean> {
  const shown = new Set<unknown>(await db.items.orderBy('assetId').uniqueKeys());
  await db.wrapUps.each((row) => {
    for (const id of assetsOf(row)) shown.add(id);
  });
  await db.replacedPictures.each(({ assetId }) => shown.add(assetId));
  const kept = await db.assets.toCollection().primaryKeys();
  return kept.some((id) => !shown.has(id));
}

interface Asked {
  items: readonly string[];
  wrapUps: readonly string[];
  pictures: readonly string[];
  styles: readonly string[];
}

/** House styles that were deleted before an instant. */
async function deletedStyles(db: Database, before: string): Promise<string[]> {
  const rows = await db.settings.where('key').startsWith(settingKeys.profile).toArray();
  return rows
    .filter((row) => isDeletedStyle(row, before))
    .flatMap(({ key }) => styleIdOf(key) ?? []);
}

/** The first style is never removed; one whose creation was undone can be redone. */
function isDeletedStyle(row: SettingRow | undefined, before = '\uffff'): boolean {
  const id = row && styleIdOf(row.key);
  if (id === undefined || id === profileId) return false;
  const { deletedAt } = parseStyle(id, row);
  return deletedAt !== null && deletedAt !== neverMade.deletedAt && deletedAt < before;
}

interface Removal {
  /** What the remaining items reach; undefined if one can't be read. */
  reached: Set<string> | undefined;
  /** True if nobody asked for it. */
  isByAge: boolean;
  at: string;
  /**
   * An unreachable picture is removed if it is older than this; a newer one may be about to get its
   * clip.
   */
  old: string;
}

/** Call it in a transaction over all tables. */
async function removeAll(db: Database, asked: Asked, removal: Removal): Promise<Purged> {
  const { isByAge, at, old } = removal;
  const going = await findGoing(db, asked);
  const { itemIds, wrapUpIds, replaced, styleIds } = going;
  const gone = new Set([
    ...[...itemIds].map((id) => recordKey('item', id)),
    ...wrapUpIds.map((id) => recordKey('wrapUp', id)),
    ...styleIds.map((id) => recordKey('profile', id)),
  ]);
  const isGone = ({ record, recordId }: ReplacedPicture) => gone.has(recordKey(record, recordId));
  const history = await readHistory(db, gone, new Set(replaced.map(({ assetId }) => assetId)));
  const kept = reachableAssets({
    wrapUps: (await db.wrapUps.toArray()).filter(({ id }) => !gone.has(recordKey('wrapUp', id))),
    replacedPictures: (await db.replacedPictures.toArray()).filter(
      (row) => !isGone(row) && !replaced.some(({ id }) => id === row.id),
    ),
  });
  const isReadable = removal.reached !== undefined && history.reached && kept;
  if (!isReadable && isByAge) return { ...purgedNothing, unreadable: true };

  const goneAssets = new Set<unknown>([
    ...going.assetIds,
    ...replaced.map(({ assetId }) => assetId),
  ]);
  await keepLandings(db, itemIds);
  await Promise.all([
    db.items.bulkDelete([...itemIds]),
    db.originals.bulkDelete([...itemIds]),
    db.wrapUps.bulkDelete(wrapUpIds),
    db.settings.bulkDelete([
      ...wrapUpIds.map((id) => `lastExport:${id}`),
      ...styleIds.map(styleKey),
    ]),
    db.replacedPictures.bulkDelete(replaced.map(({ id }) => id)),
    db.replacedPictures.filter(isGone).delete(),
    db.changes.bulkDelete(history.steps),
    db.tombstones.bulkPut([
      ...[...itemIds].map((id) => ({ id, kind: 'item' as const, purgedAt: at })),
      ...wrapUpIds.map((id) => ({ id, kind: 'wrapUp' as const, purgedAt: at })),
      ...styleIds.map((id) => ({ id, kind: 'profile' as const, purgedAt: at })),
    ]),
  ]);
  const counts = { items: itemIds.size, wrapUps: wrapUpIds.length, steps: history.steps.length };
  if (!isReadable) return { ...counts, pictures: 0, unreadable: true };
  const reached = new Set<unknown>([
    ...(removal.reached ?? []),
    ...(history.reached ?? []),
    ...(kept ?? []),
    // These are clips that were created or restored since the check.
    ...(await db.items.orderBy('assetId').uniqueKeys()),
  ]);
  return {
    ...counts,
    pictures: await removeAssets(db, reached, goneAssets, old),
    unreadable: false,
  };
}

/** Keeps landing places that follow a purged item where they are. */
async function keepLandings(db: Database, going: ReadonlySet<string>): Promise<void> {
  const wrapUps = await db.wrapUps.toArray();
  for (const { id, landing } of wrapUps.filter((row) => going.has(row.landing ?? ''))) {
    const items = await db.items
      .where('[wrapUpId+order]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .filter((row) => row.live === 1 || row.id === landing)
      .toArray();
    const ids = items.map((row) => row.id);
    await db.wrapUps.update(id, { landing: landingWithout(landing, ids, going) });
  }
}

/**
 * Returns those of the requested records that are still deleted, and the items of purged wrap-ups.
 */
async function findGoing(db: Database, asked: Asked) {
  const isDeleted = <T extends { live: 0 | 1 | 2 }>(row: T | undefined): row is T =>
    row?.live === 0;
  const wrapUps = (await db.wrapUps.bulkGet([...asked.wrapUps])).filter(isDeleted);
  const items = (await db.items.bulkGet([...asked.items])).filter(isDeleted);
  for (const { id } of wrapUps) {
    for (const live of [0, 1, 2] as const) items.push(...(await itemsOf(db, id, live).toArray()));
  }
  const replaced = await db.replacedPictures.bulkGet([...asked.pictures]);
  const styles = await db.settings.bulkGet(asked.styles.map(styleKey));
  return {
    itemIds: new Set(items.map(({ id }) => id)),
    wrapUpIds: wrapUps.map(({ id }) => id),
    replaced: replaced.filter((row): row is ReplacedPicture => row !== undefined),
    styleIds: asked.styles.filter((_, at) => isDeletedStyle(styles[at])),
    assetIds: [...items, ...wrapUps].flatMap(assetsOf),
  };
}

/**
 * Returns the steps that change a purged record or restore a removed picture, and what all other
 * steps reach.
 */
async function readHistory(
  db: Database,
  gone: ReadonlySet<string>,
  goneAssets: ReadonlySet<string>,
): Promise<{ steps: number[]; reached: Set<string> | undefined }> {
  const steps: number[] = [];
  let reached: Set<string> | undefined = new Set();
  await db.changes.each((row) => {
    const assets = reachableAssets({ changes: [row] });
    if (assets === undefined) {
      reached = undefined;
      return;
    }
    const needs =
      row.fields.some(({ record, id }) => gone.has(recordKey(record, id))) ||
      [...assets].some((assetId) => goneAssets.has(assetId));
    if (needs) steps.push(row.seq);
    else for (const each of assets) reached?.add(each);
  });
  return { steps, reached };
}

/** Removes the bytes that nothing reaches; returns how many pictures were removed. */
async function removeAssets(
  db: Database,
  reached: ReadonlySet<unknown>,
  goneAssets: ReadonlySet<unknown>,
  old: string,
): Promise<number> {
  const isOld = async (id: string) => ((await db.assets.get(id))?.createdAt ?? '') < old;
  const removed: string[] = [];
  for (const id of await db.assets.toCollection().primaryKeys()) {
    if (reached.has(id)) continue;
    if (goneAssets.has(id) || (await isOld(id))) removed.push(id);
  }
  await db.assets.bulkDelete(removed);
  return removed.length;
}
