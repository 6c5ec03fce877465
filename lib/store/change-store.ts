import { Dexie } from 'dexie';
import * as v from 'valibot';
import { nextUpdate } from '../core/base/record.ts';
import { isSameValue, mergeValue } from '../core/merge/merge-value.ts';
import {
  type AppliedChange,
  type Change,
  type ChangedField,
  type ChangeKind,
  type ChangeOrigin,
  type ChangePlan,
  type ChangeView,
  type Clash,
  continuesTyping,
  type FieldEdit,
  historySteps,
  optionsHistory,
  type PlaceValue,
  placeField,
  profileId,
  type RecordKind,
  recordKey,
  type StepOutcome,
  type StoredRecord,
  touchesSame,
  withTyping,
} from '../core/post/change.ts';
import { clipOf, type Item, ItemSchema, inboxId } from '../core/post/item.ts';
import { compareOrder, planMove } from '../core/post/order.ts';
import { ProfileSchema } from '../core/post/profile.ts';
import { type WrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import type { ChangeRow, Database } from './database.ts';
import { queryItems, readPlaces } from './item-store.ts';
import { landingGap } from './landing-gap.ts';
import { packChange } from './packed-change.ts';
import type { ReportCorrupt } from './report-corrupt.ts';
import { fromRow, itemsFromRows, itemToRow, wrapUpToRow } from './rows.ts';
import { styleKey } from './setting-keys.ts';
import { parseStyle } from './setting-store.ts';
import { guard } from './store-error.ts';
import { replacedAssets } from './trash-store.ts';

type Fields = Record<string, unknown>;

const markOf = (history: string, state: Change['state']) => `${history}/${state}`;
/** Returns the histories of a step and its state there, in indexed form. */
export const marksOf = ({ histories, state }: Pick<Change, 'histories' | 'state'>): string[] =>
  histories.map((history) => markOf(history, state));
const historyOf = (mark: string) => mark.slice(0, mark.indexOf('/'));

/** Every edit goes through here: it and its inverse are written in one transaction. */
export function createChangeStore(db: Database, now: () => string, report: ReportCorrupt) {
  const tables = [
    ...[db.items, db.originals, db.wrapUps, db.settings, db.changes],
    db.replacedPictures,
  ];

  const readItem = async (id: string) =>
    fromRow('items', ItemSchema, await db.items.get(id), report);
  const readWrapUp = async (id: string) =>
    fromRow('wrapUps', WrapUpSchema, await db.wrapUps.get(id), report);

  /** Returns all items of a wrap-up in their order, including deleted ones. */
  const inWrapUp = (wrapUpId: string, from: unknown = Dexie.minKey, to: unknown = Dexie.maxKey) =>
    db.items.where('[wrapUpId+order]').between([wrapUpId, from], [wrapUpId, to], true, true);

  const view: ChangeView = {
    item: readItem,
    wrapUp: readWrapUp,
    items: async (wrapUpId) => itemsFromRows(await queryItems(db, wrapUpId).toArray(), report),
    parts: async (wrapUpId) => {
      const rows = db.items.where('[wrapUpId+live+kind]').equals([wrapUpId, 1, 'part']);
      return itemsFromRows(await rows.toArray(), report).filter((item) => item.kind === 'part');
    },
    tray: async (wrapUpId) => itemsFromRows(await queryItems(db, wrapUpId, 2).toArray(), report),
    places: (wrapUpId) => readPlaces(db, wrapUpId),
    // Blocks of one clip were captured together, so they share a fingerprint; there is no index by
    // clip.
    blocksOf: async (item) => {
      if (!('fingerprint' in item) || item.fingerprint === '') return [item];
      const { fingerprint } = item;
      const rows = await db.items
        .where('[fingerprint+live]')
        .between([fingerprint, Dexie.minKey], [fingerprint, Dexie.maxKey])
        .toArray();
      return itemsFromRows(rows, report).filter((each) => clipOf(each) === clipOf(item));
    },
    gapAt: (wrapUpId, landing) => landingGap(db, wrapUpId, landing),
  };

  const read = async (record: RecordKind, id: string): Promise<StoredRecord | undefined> => {
    switch (record) {
      case 'item':
        return readItem(id);
      case 'wrapUp':
        return readWrapUp(id);
      case 'profile':
        return parseStyle(id, await db.settings.get(styleKey(id)));
    }
  };
  const updated = <T extends { updatedAt: string }>(value: T): T => ({
    ...value,
    updatedAt: nextUpdate(value.updatedAt, now()),
  });
  /**
   * Returns the record as it is then.
   * @param before the previous record: a picture that it no longer shows can be restored
   */
  const write = async (
    record: RecordKind,
    id: string,
    value: StoredRecord,
    before?: StoredRecord,
  ): Promise<StoredRecord> => {
    if (before !== undefined) await keepReplaced(record, before, value);
    switch (record) {
      case 'item': {
        const item = updated(value as Item);
        await db.items.put(itemToRow(item));
        return item;
      }
      case 'wrapUp': {
        const wrapUp = updated(value as WrapUp);
        await db.wrapUps.put(wrapUpToRow(wrapUp));
        return wrapUp;
      }
      case 'profile':
        await db.settings.put({ key: styleKey(id), value });
        return value;
    }
  };

  const keepReplaced = async (record: RecordKind, before: object, after: object) => {
    if (record === 'profile') return;
    const { id: recordId = '', fileName = '' } = before as { id?: string; fileName?: string };
    const replacedAt = now();
    for (const shown of replacedAssets(before, after)) {
      const id = `${recordId}/${shown.assetId}`;
      await db.replacedPictures.put({ id, record, recordId, fileName, replacedAt, ...shown });
    }
  };

  /** Returns where an item is, and its neighbours. */
  const placeOf = async (item: Item): Promise<PlaceValue> => {
    const { id, wrapUpId, order } = item;
    const [before, after] = await Promise.all([
      inWrapUp(wrapUpId, Dexie.minKey, order)
        .filter((row) => compareOrder(row, item) < 0)
        .last(),
      inWrapUp(wrapUpId, order)
        .filter((row) => row.id !== id && compareOrder(row, item) > 0)
        .first(),
    ]);
    return { wrapUpId, order, previousId: before?.id ?? null, nextId: after?.id ?? null };
  };

  /**
   * Returns keys that put an item back between its former neighbours: its own and, if there is no
   * room, new ones for all others. Undefined if its wrap-up is gone.
   */
  const keysFor = async (
    id: string,
    place: PlaceValue,
  ): Promise<Map<string, string> | undefined> => {
    const { wrapUpId } = place;
    if (wrapUpId !== inboxId && (await readWrapUp(wrapUpId))?.deletedAt !== null) return undefined;
    const others = (await view.places(wrapUpId)).filter((item) => item.id !== id);
    const find = (neighbour: string | null) => others.findIndex((item) => item.id === neighbour);
    const [previous, next] = [find(place.previousId), find(place.nextId)];
    const end = place.previousId === null ? 0 : others.length;
    const index = previous >= 0 ? previous + 1 : next >= 0 ? next : end;
    const [low, high] = [others[index - 1], others[index]];
    const { order } = place;
    const fits = (low === undefined || low.order < order) && (!high || order < high.order);
    return fits ? new Map([[id, place.order]]) : planMove(others, [id], high?.id);
  };

  /** Writes the edits of one record; undefined if there is no such record. */
  const edit = async (
    record: RecordKind,
    id: string,
    edits: readonly FieldEdit[],
    applied: Applied,
  ): Promise<void> => {
    const stored = (await read(record, id)) as (StoredRecord & Fields) | undefined;
    if (stored === undefined) return;
    let next: Fields = { ...stored };
    const clashes: string[] = [];
    for (const { field, value, base } of edits) {
      const merged = base
        ? mergeValue(field, base.value, value, stored[field])
        : { value, clash: false };
      if (merged.clash) clashes.push(field);
      next[field] = merged.value;
    }
    if (!isValid(record, next)) {
      // The merged text may exceed the length of a field.
      for (const { field, value } of edits) next[field] = value;
      clashes.push(...edits.filter(({ base }) => base !== undefined).map(({ field }) => field));
    }
    next = withoutUndefined(next);
    const fields = changedFields(record, id, stored, next);
    applied.records.set(recordKey(record, id), next as unknown as StoredRecord);
    for (const field of new Set(clashes)) applied.clashes.push({ record, id, field });
    if (fields.length === 0) return;
    applied.records.set(
      recordKey(record, id),
      await write(record, id, next as unknown as StoredRecord, stored),
    );
    applied.fields.push(...fields);
    for (const history of historiesOf(record, stored)) applied.histories.add(history);
  };

  const create = async (item: Item, applied: Applied): Promise<void> => {
    const { id, createdAt, wrapUpId } = item;
    await db.items.put(itemToRow(item));
    applied.records.set(recordKey('item', id), item);
    applied.histories.add(wrapUpId);
    const field = { record: 'item', id, field: 'deletedAt' } as const;
    applied.fields.push({ ...field, before: createdAt, after: item.deletedAt });
  };

  const rekey = async (id: string, order: string): Promise<void> => {
    const item = await readItem(id);
    if (item !== undefined) await write('item', id, { ...item, order });
    // An unreadable item stays as it is, except for its place.
    else await db.items.update(id, { order });
  };

  const moveTo = async (
    { id, wrapUpId, order }: { id: string; wrapUpId: string; order: string },
    applied: Applied,
  ): Promise<void> => {
    const item = await readItem(id);
    if (item === undefined) return;
    applied.records.set(recordKey('item', id), item);
    if (item.wrapUpId === wrapUpId && item.order === order) return;
    const before = await placeOf(item);
    const moved = { ...item, wrapUpId, order };
    const written = await write('item', id, moved);
    const after = await placeOf(moved);
    applied.records.set(recordKey('item', id), written);
    applied.fields.push({ record: 'item', id, field: placeField, before, after });
    applied.histories.add(before.wrapUpId).add(after.wrapUpId);
  };

  const marked = (history: string, state: Change['state']) =>
    db.changes.where('marks').equals(markOf(history, state));

  const put = async (change: Change, seq?: number): Promise<void> => {
    await db.changes.put({
      ...packChange(change),
      marks: marksOf(change),
      ...(seq === undefined ? {} : { seq }),
    });
  };

  /**
   * Writes the step, or adds it to the one it continues; ends the redo of steps on the same fields.
   */
  const record = async (change: Change): Promise<Change> => {
    for (const history of change.histories) {
      for (const row of await marked(history, 'undone').toArray()) {
        if (touchesSame(row.fields, change.fields)) await put({ ...row, state: 'ended' }, row.seq);
      }
    }
    const [history, ...others] = change.histories;
    const before =
      history === undefined || others.length > 0 ? undefined : await marked(history, 'done').last();
    if (before === undefined || !continuesTyping(before, change)) {
      await put(change);
      return change;
    }
    const longer = withTyping(before, change);
    await put(longer, before.seq);
    return longer;
  };

  /**
   * Writes `side` of a step's fields over the other side; what has changed since stays.
   * @returns why none of it can be written; undefined if it was, or was there already
   */
  const writeSide = async (
    change: ChangeRow,
    side: 'before' | 'after',
  ): Promise<'changed-since' | 'gone' | undefined> => {
    const inOrder = side === 'before' ? change.fields.toReversed() : change.fields;
    const isPlace = ({ field }: ChangedField) => field === placeField;
    // If an item can't go back, everything that moved with it stays, too.
    const fields = [...inOrder.filter(isPlace), ...inOrder.filter((each) => !isPlace(each))];
    const kept = { written: 0, gone: 0, changed: 0 };
    const staying = new Set<string>();
    for (const changed of fields) {
      const { record: kind, id } = changed;
      if (staying.has(recordKey(kind, id))) continue;
      const stored = (await read(kind, id)) as (StoredRecord & Fields) | undefined;
      const next = stored && (await fieldsAfter(stored, change, changed, side));
      const isLeft = next === undefined || typeof next === 'string';
      if (isLeft && isPlace(changed)) staying.add(recordKey(kind, id));
      if (stored === undefined || next === 'gone') kept.gone++;
      else if (isLeft) kept.changed++;
      else {
        kept.written++;
        if (!isSameValue(stored, next))
          await write(kind, id, next as unknown as StoredRecord, stored);
      }
    }
    if (kept.written > 0 || fields.length === 0) return undefined;
    return kept.changed > 0 ? 'changed-since' : 'gone';
  };

  /** False if the landing place only moved below what landed, which is no step. */
  const isLandingSetSince = async (wrapUpId: string, { seq }: ChangeRow): Promise<boolean> => {
    const done = await marked(wrapUpId, 'done').toArray();
    return done.some(
      (row) =>
        (row.seq ?? 0) > (seq ?? 0) &&
        row.fields.some(({ id, field }) => id === wrapUpId && field === 'landing'),
    );
  };

  /** Returns a record with one field of a step undone or redone, or why it stays as it is. */
  const fieldsAfter = async (
    stored: StoredRecord & Fields,
    change: ChangeRow,
    changed: ChangedField,
    to: 'before' | 'after',
  ): Promise<Fields | 'changed-since' | 'gone'> => {
    const { record: kind, id, field } = changed;
    const from = to === 'before' ? 'after' : 'before';
    if (field === placeField) {
      const [left, goal] = [changed[from] as PlaceValue, changed[to] as PlaceValue];
      if (stored.wrapUpId !== left.wrapUpId) return 'changed-since';
      const keys = await keysFor(id, goal);
      if (keys === undefined) return 'gone';
      for (const [each, order] of keys) if (each !== id) await rekey(each, order);
      return { ...stored, wrapUpId: goal.wrapUpId, order: keys.get(id) ?? goal.order };
    }
    if (kind === 'wrapUp' && field === 'landing') {
      if (await isLandingSetSince(id, change)) return 'changed-since';
      return withoutUndefined({ ...stored, landing: changed[to] });
    }
    const merged = mergeValue(field, changed[from], changed[to], stored[field], 'theirs');
    if (merged.clash && isSameValue(merged.value, stored[field])) return 'changed-since';
    const next = withoutUndefined({ ...stored, [field]: merged.value });
    return isValid(kind, next) ? next : 'changed-since';
  };

  /** Returns the keys of the oldest steps of long histories. */
  const findExcess = async (): Promise<number[]> => {
    const histories = new Set<string>();
    await db.changes.orderBy('marks').eachUniqueKey((mark) => {
      histories.add(historyOf(String(mark)));
    });
    const extra = new Map<number, number>();
    for (const history of histories) {
      const keysOf = async (...states: Change['state'][]) =>
        (await Promise.all(states.map((state) => marked(history, state).primaryKeys()))).flat();
      // Steps that can be undone are not dropped for the sake of steps that can't.
      for (const keys of [await keysOf('done', 'undone'), await keysOf('ended')]) {
        const sorted = keys.sort((a, b) => a - b);
        for (const key of sorted.slice(0, Math.max(0, sorted.length - historySteps))) {
          extra.set(key, (extra.get(key) ?? 0) + 1);
        }
      }
    }
    // A step in two histories stays as long as either needs it.
    const rows = await db.changes.bulkGet([...extra.keys()]);
    const going = rows.filter((row) => row && extra.get(row.seq) === row.histories.length);
    return going.flatMap((row) => row?.seq ?? []);
  };

  const step = (
    find: () => PromiseLike<ChangeRow | undefined>,
    side: 'before' | 'after',
  ): Promise<StepOutcome> =>
    guard(() =>
      db.transaction('rw', tables, async (): Promise<StepOutcome> => {
        const row = await find();
        if (row === undefined) return { outcome: 'nothing' };
        const reason = await writeSide(row, side);
        const state = reason !== undefined ? 'ended' : side === 'before' ? 'undone' : 'done';
        await put({ ...row, state, turns: (row.turns ?? 0) + 1 }, row.seq);
        return reason === undefined
          ? { outcome: 'done', change: row }
          : { outcome: 'refused', change: row, reason };
      }),
    );

  return {
    /**
     * Writes a step in one transaction. If its id was written before, nothing changes.
     * @param plan returns what to write, depending on what it reads in that transaction; undefined:
     * nothing
     */
    apply: (
      { id, client }: ChangeOrigin,
      plan: (view: ChangeView) => Promise<ChangePlan | undefined> | ChangePlan | undefined,
    ): Promise<AppliedChange> =>
      guard(() =>
        db.transaction('rw', tables, async () => {
          const applied: Applied = {
            records: new Map(),
            clashes: [],
            fields: [],
            histories: new Set(),
          };
          const planned = await plan(view);
          const repeated = (await db.changes.where('ids').equals(id).count()) > 0;
          if (planned === undefined) return applied;
          for (const [record, ofRecord] of grouped(planned.edits ?? [])) {
            const [kind, recordId] = [record.record, record.id];
            if (!repeated) await edit(kind, recordId, ofRecord, applied);
            else {
              const stored = await read(kind, recordId);
              if (stored !== undefined) applied.records.set(recordKey(kind, recordId), stored);
            }
          }
          if (repeated) return applied;
          for (const item of planned.created ?? []) await create(item, applied);
          for (const [itemId, ofId] of planned.originals ?? []) {
            const original = await db.originals.get(ofId);
            if (original !== undefined) await db.originals.put({ ...original, id: itemId });
          }
          for (const [rekeyed, order] of planned.rekeyed ?? []) await rekey(rekeyed, order);
          for (const place of planned.places ?? []) await moveTo(place, applied);
          const change: Change = {
            ids: [id],
            histories: [...new Set([...applied.histories, ...(planned.histories ?? [])])],
            kind: planned.kind,
            at: now(),
            client,
            // A step that changed nothing is kept only for its id.
            state: applied.fields.length > 0 ? 'done' : 'ended',
            fields: applied.fields,
          };
          const written = await record(change);
          return applied.fields.length > 0 ? { ...applied, change: written } : applied;
        }),
      ),

    /** True if the edit with this id was written. */
    has: (id: string): Promise<boolean> =>
      guard(async () => (await db.changes.where('ids').equals(id).count()) > 0),

    /** Undoes the newest step that is not undone. */
    undo: (history: string): Promise<StepOutcome> =>
      step(() => marked(history, 'done').last(), 'before'),

    /** Redoes what was undone last. */
    redo: (history: string): Promise<StepOutcome> =>
      step(() => marked(history, 'undone').first(), 'after'),

    /** Undoes the step that contains this edit, whatever was done since. */
    undoOne: (id: string, only?: { kind: ChangeKind; itemId: string }): Promise<StepOutcome> =>
      step(async () => {
        const row = await db.changes.where('ids').equals(id).first();
        if (row?.state !== 'done') return undefined;
        const isMeant =
          only === undefined ||
          (row.kind === only.kind && row.fields.every((each) => each.id === only.itemId));
        return isMeant ? row : undefined;
      }, 'before'),

    /** Drops the oldest steps of long histories. Call it when idle. */
    prune: (): Promise<void> =>
      guard(async () => {
        // There is seldom anything to drop, and a read-write transaction would block access to the
        // settings meanwhile.
        const found = await db.transaction('r', db.changes, findExcess);
        if (found.length === 0) return;
        await db.transaction('rw', db.changes, async () =>
          db.changes.bulkDelete(await findExcess()),
        );
      }),
  };
}

export type ChangeStore = ReturnType<typeof createChangeStore>;

interface Applied {
  records: Map<string, StoredRecord>;
  clashes: Clash[];
  fields: ChangedField[];
  histories: Set<string>;
}

function grouped(
  edits: readonly FieldEdit[],
): Iterable<[Pick<FieldEdit, 'record' | 'id'>, FieldEdit[]]> {
  const groups = new Map<string, [Pick<FieldEdit, 'record' | 'id'>, FieldEdit[]]>();
  for (const edit of edits) {
    const { record, id } = edit;
    const group = groups.get(recordKey(record, id));
    if (group === undefined) groups.set(recordKey(record, id), [{ record, id }, [edit]]);
    else group[1].push(edit);
  }
  return groups.values();
}

function isValid(record: RecordKind, value: Fields): boolean {
  const schema = { item: ItemSchema, wrapUp: WrapUpSchema, profile: ProfileSchema }[record];
  return v.safeParse(schema, withoutUndefined(value)).success;
}

/** A field that undo removes is absent, as it was before. */
function withoutUndefined(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

function changedFields(
  record: RecordKind,
  id: string,
  before: Fields,
  after: Fields,
): ChangedField[] {
  return Object.keys({ ...before, ...after })
    .filter((field) => !isSameValue(before[field], after[field]))
    .map((field) => ({ record, id, field, before: before[field], after: after[field] }));
}

function historiesOf(record: RecordKind, stored: StoredRecord): string[] {
  if (record === 'profile') return [optionsHistory];
  if ('wrapUpId' in stored) return [stored.wrapUpId];
  return 'id' in stored ? [stored.id] : [profileId];
}
