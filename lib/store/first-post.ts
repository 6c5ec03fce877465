import type { SettingRow } from './database.ts';
import { type FirstStart, firstOpen, liveIn, readStart, type StoredRow } from './first-rows.ts';
import { keysInPieces } from './keys-in-pieces.ts';
import { answerOf } from './open-raw.ts';
import { settingKeys, styleKey } from './setting-keys.ts';

/** The beginning of a post; none of it is checked yet. */
interface StoredPost {
  /** The first rows. */
  rows: readonly StoredRow[];
  /** Ids of all items, in their order. */
  ids: readonly string[];
  /** The rows that arrange the others. */
  outline: readonly StoredRow[];
  /** The rows of the wrap-up's style, and of the first one; undefined: there is none. */
  style: SettingRow | undefined;
  firstStyle: SettingRow | undefined;
}

/** The stored data that the desk needs for its first paint. */
export interface FirstPost extends FirstStart {
  /** The wrap-up that is named; if none is, the active place, or the first that is not archived. */
  placeId: string | undefined;
  /** Undefined if that is no wrap-up, or gone. */
  post: StoredPost | undefined;
}

const outlineKinds = ['part', 'section'] as const;

/**
 * Reads the beginning of a post and the order of all of it in one transaction. It uses only
 * IndexedDB, because it runs while all other code is loaded.
 * @param named id of the wrap-up to show; undefined: the current one
 * @param count how many of its rows are visible at once
 */
export async function readFirstPost(
  db: IDBDatabase,
  named: string | undefined,
  count: number,
): Promise<FirstPost> {
  const transaction = db.transaction(['settings', 'wrapUps', 'items'], 'readonly');
  const settings = transaction.objectStore('settings');
  const items = transaction.objectStore('items');
  const readRows = (id: string) => readPost(items, id, count);
  const readSetting = (key: string) => answerOf<SettingRow | undefined>(settings.get(key));
  // This is read before we know whether it is there.
  const reading = named === undefined ? undefined : readRows(named);
  const start = await readStart(transaction);
  const placeId = named ?? start.activeId ?? firstOpen(start.wrapUps);
  const wrapUp = start.wrapUps.find(({ id }) => id === placeId);
  const [post, style, firstStyle] = await Promise.all([
    reading ?? (wrapUp && readRows(wrapUp.id)),
    wrapUp && readSetting(styleKey(String(wrapUp.styleId ?? settingKeys.profile))),
    wrapUp && readSetting(settingKeys.profile),
  ]);
  const found = wrapUp && post && { ...post, style, firstStyle };
  return { ...start, placeId, post: found };
}

async function readPost(items: IDBObjectStore, id: string, count: number) {
  const index = items.index('[wrapUpId+live+order]');
  const ofKinds = items.index('[wrapUpId+live+kind]');
  const [rows, ids, ...outline] = await Promise.all([
    answerOf<StoredRow[]>(index.getAll(liveIn(id), count)),
    keysInPieces({
      read: (from, limit) =>
        answerOf(index.getAllKeys(liveIn(id, from), limit)) as Promise<string[]>,
      orderOf: async (each) => (await answerOf(items.get(each)))?.order,
    }),
    ...outlineKinds.map((kind) => answerOf<StoredRow[]>(ofKinds.getAll([id, 1, kind]))),
  ]);
  return { rows, ids, outline: outline.flat() };
}
