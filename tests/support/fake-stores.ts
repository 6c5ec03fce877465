import type { Stores } from '../../lib/app/ports.ts';
import { paperKeyOf } from '../../lib/clips/paper-facts.ts';
import { purgedNothing } from '../../lib/core/library/trash.ts';
import type { Asset } from '../../lib/core/media/asset.ts';
import { type ChangedField, recordKey, type StoredRecord } from '../../lib/core/post/change.ts';
import {
  clipOf,
  type Item,
  type ItemChanges,
  type Original,
  type SourcedClip,
} from '../../lib/core/post/item.ts';
import { isClosingPart } from '../../lib/core/post/landing.ts';
import { compareOrder } from '../../lib/core/post/order.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

export interface FakeStores extends Stores {
  /** The calls, in order: `items.put`, `assets.put` …; others may add theirs. */
  log: string[];
  /** If set, every write fails with it. */
  writeError: unknown;
  allItems(): Item[];
}

/** Implements the stores' promises in memory, for tests of the use cases. */
export function fakeStores(records: { wrapUps?: WrapUp[]; items?: Item[] } = {}): FakeStores {
  const wrapUps = new Map((records.wrapUps ?? []).map((each) => [each.id, each]));
  const items = new Map((records.items ?? []).map((each) => [each.id, each]));
  const originals = new Map<string, Original>();
  const assets = new Map<string, Asset>();
  const settings = new Map<string, unknown>();
  const tables: Map<string, unknown>[] = [wrapUps, items, originals, assets, settings];
  const log: string[] = [];
  /** The previous transaction, because they run one after the other. */
  let last: Promise<unknown> = Promise.resolve();
  const restore = (before: readonly ReadonlyMap<string, unknown>[]) => {
    for (const [at, table] of tables.entries()) {
      table.clear();
      for (const [id, record] of before[at] ?? []) table.set(id, record);
    }
  };

  const write = async (what: string, change: () => void) => {
    if (fake.writeError !== undefined) throw fake.writeError;
    change();
    log.push(what);
  };
  const live = (wrapUpId: string) =>
    [...items.values()]
      .filter(
        (item) => item.wrapUpId === wrapUpId && item.deletedAt === null && item.tray === undefined,
      )
      .sort(compareOrder);

  const fake: FakeStores = {
    log,
    writeError: undefined,
    allItems: () => [...items.values()],
    wrapUps: {
      list: async () =>
        [...wrapUps.values()]
          .filter((each) => each.deletedAt === null)
          .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
      get: async (id) => wrapUps.get(id),
      put: (wrapUp) => write('wrapUps.put', () => wrapUps.set(wrapUp.id, wrapUp)),
      async update(id, changes) {
        const found = wrapUps.get(id);
        if (found === undefined) return undefined;
        await write('wrapUps.update', () => wrapUps.set(id, { ...found, ...changes }));
        return wrapUps.get(id);
      },
    },
    items: {
      list: async (wrapUpId) => live(wrapUpId),
      get: async (id) => items.get(id),
      async gapAt(wrapUpId, landing = 'end') {
        const stored = await fake.items.places(wrapUpId);
        const anchor = stored.findIndex(({ id }) => id === landing);
        const closing = live(wrapUpId).filter(isClosingPart).at(0);
        const isEnd = landing !== 'start' && anchor < 0;
        const end = closing ? stored.findIndex(({ id }) => id === closing.id) : stored.length;
        const at = isEnd ? end : anchor + 1;
        return { before: stored[at - 1]?.order, after: stored[at]?.order, nextId: stored[at]?.id };
      },
      places: async (wrapUpId) =>
        [...items.values()]
          .filter((item) => item.wrapUpId === wrapUpId)
          .sort(compareOrder)
          .map(({ id, order, deletedAt, tray }) => ({
            id,
            order,
            shown: deletedAt === null && tray === undefined,
          })),
      pictureNames: async (wrapUpId, stem) =>
        new Set(
          live(wrapUpId).flatMap((item) =>
            item.kind === 'image' && item.fileName.startsWith(stem) ? [item.fileName] : [],
          ),
        ),
      withFingerprint: async (fingerprint) =>
        [...items.values()].filter(
          (item) =>
            'fingerprint' in item && item.fingerprint === fingerprint && item.deletedAt === null,
        ),
      ofPaper: async (key) =>
        [...items.values()].filter(
          (item) => 'source' in item && item.deletedAt === null && paperKeyOf(item) === key,
        ) as SourcedClip[],
      put: (item, original) =>
        write('items.put', () => {
          items.set(item.id, item);
          if (original !== undefined) originals.set(original.id, original);
        }),
      update: async (id, changes) => (await fake.items.updateMany(new Map([[id, changes]])))[0],
      async updateMany(changes) {
        const changed: Item[] = [];
        await write('items.update', () => {
          for (const [id, fields] of changes) {
            const found = items.get(id);
            if (found === undefined) continue;
            items.set(id, { ...found, ...(fields as ItemChanges) } as Item);
            changed.push(items.get(id) as Item);
          }
        });
        return changed;
      },
      original: async (id) => originals.get(id),
      sectionsAbove: async (wrapUpId, order, rows) =>
        live(wrapUpId)
          .filter((item) => item.tray === undefined && (order === undefined || item.order < order))
          .reverse()
          .slice(0, rows)
          .filter((item) => item.kind === 'section'),
    },
    changes: {
      async apply({ id, client }, plan) {
        const planned = await plan({
          item: fake.items.get,
          wrapUp: fake.wrapUps.get,
          items: fake.items.list,
          parts: async (wrapUpId) =>
            (await fake.items.list(wrapUpId)).filter((item) => item.kind === 'part'),
          tray: async (wrapUpId) =>
            [...items.values()].filter(
              (item) => item.wrapUpId === wrapUpId && !item.deletedAt && item.tray !== undefined,
            ),
          places: fake.items.places,
          gapAt: fake.items.gapAt,
          blocksOf: async (item) =>
            [...items.values()].filter((each) => clipOf(each) === clipOf(item)),
        });
        const records = new Map<string, StoredRecord>();
        const fields: ChangedField[] = [];
        const { kind = 'edit', edits = [], created = [], places = [], rekeyed } = planned ?? {};
        const placed = places.flatMap(({ id, wrapUpId, order }) => [
          ...[{ record: 'item' as const, id, field: 'wrapUpId', value: wrapUpId }],
          ...[{ record: 'item' as const, id, field: 'order', value: order }],
        ]);
        await write('changes.apply', () => {
          for (const item of created) {
            items.set(item.id, item);
            records.set(recordKey('item', item.id), item);
          }
          for (const [rekeyedId, order] of rekeyed ?? []) {
            const item = items.get(rekeyedId);
            if (item) items.set(rekeyedId, { ...item, order });
          }
          for (const { record, id: of, field, value } of [...edits, ...placed]) {
            const table: Map<string, StoredRecord> =
              record === 'item' ? (items as never) : (wrapUps as never);
            const stored = table.get(of) as (StoredRecord & Record<string, unknown>) | undefined;
            if (stored === undefined) continue;
            fields.push({ record, id: of, field, before: stored[field], after: value });
            const next = { ...stored, [field]: value } as StoredRecord;
            table.set(of, next);
            records.set(recordKey(record, of), next);
          }
        });
        const at = new Date(0).toISOString();
        const change = {
          ids: [id],
          histories: [],
          kind,
          at,
          client,
          state: 'done' as const,
          fields,
        };
        return { records, clashes: [], change };
      },
      has: async () => false,
      undo: async () => ({ outcome: 'nothing' }),
      redo: async () => ({ outcome: 'nothing' }),
      undoOne: async () => ({ outcome: 'nothing' }),
      prune: async () => {},
    },
    trash: {
      list: async () => [],
      isEmpty: async () => true,
      purge: async () => purgedNothing,
    },
    assets: {
      get: async (id) => assets.get(id),
      put: (asset) => write('assets.put', () => assets.set(asset.id, asset)),
      kept: async (ids) => new Set(ids.filter((id) => assets.has(id))),
    },
    settings: {
      activeWrapUpId: async () => settings.get('activeWrapUpId') as string | undefined,
      setActiveWrapUpId: (id) => write('settings.active', () => settings.set('activeWrapUpId', id)),
      profile: async (id) =>
        ((settings.get(`profile/${id}`) ?? settings.get('profile')) as Profile | undefined) ??
        defaultProfile,
      nextStyleId: async () => settings.get('nextStyleId') as string | undefined,
      wantedQuoteId: async () => settings.get('wantedQuoteId') as string | undefined,
      setWantedQuoteId: (id) =>
        write('settings.wantedQuote', () => settings.set('wantedQuoteId', id)),
      setNextStyleId: (id) => write('settings.nextStyle', () => settings.set('nextStyleId', id)),
      sitePosts: async () => [],
      addSitePosts: async () => undefined,
      setProfile: (profile) => write('settings.profile', () => settings.set('profile', profile)),
    },
    atomically: (task) => {
      const run = last.then(async () => {
        const before = tables.map((table) => new Map(table));
        try {
          return await task();
        } catch (thrown) {
          restore(before);
          throw thrown;
        }
      });
      last = run.catch(() => undefined);
      return run;
    },
  };
  return fake;
}
