import { Dexie } from 'dexie';
import * as v from 'valibot';
import {
  type Change,
  type ChangedField,
  type ChangeOrigin,
  type ChangePlan,
  continuesTyping,
  type FieldEdit,
  historySteps,
  optionsHistory,
  type PlaceValue,
  placeField,
  profileId,
  type RecordKind,
  touchesSame,
  withTyping,
} from '../core/change.ts';
import { type Item, ItemSchema, inboxId } from '../core/item.ts';
import { isSameValue, mergeValue } from '../core/merge/merge-value.ts';
import { compareOrder, planMove } from '../core/order.ts';
import { type Profile, ProfileSchema } from '../core/profile.ts';
import { type WrapUp, WrapUpSchema } from '../core/wrap-up.ts';
import type { ChangeRow, Database } from './database.ts';
import { queryItems } from './item-store.ts';
import type { ReportCorrupt } from './report-corrupt.ts';
import { fromRow, itemsFromRows, itemToRow, wrapUpToRow } from './rows.ts';
import { parseProfile, settingKeys } from './setting-store.ts';
import { guard } from './store-error.ts';

type StoredRecord = Item | WrapUp | Profile;
type Fields = Record<string, unknown>;

/** What a plan may read; all in the transaction that writes it. */
export interface ChangeView {
  item(id: string): Promise<Item | undefined>;
  wrapUp(id: string): Promise<WrapUp | undefined>;
  /** Those of a wrap-up (or `inboxId`) that are not deleted, in their order. */
  items(wrapUpId: string): Promise<Item[]>;
  /** The key of its last item, deleted ones included. */
  lastOrder(wrapUpId: string): Promise<string | undefined>;
}

/** What was written. */
export interface AppliedChange {
  /** By `record/id`. */
  records: ReadonlyMap<string, StoredRecord>;
  /** Fields that were changed elsewhere meanwhile, in a way that could not be put together. */
  clashes: readonly Pick<ChangedField, 'record' | 'id' | 'field'>[];
  /** Absent where nothing was changed. */
  change?: Change;
}

export type StepOutcome =
  | { outcome: 'done'; change: Change }
  | { outcome: 'nothing' }
  /** What the step changed was changed again since, or is gone; it is skipped from now on. */
  | { outcome: 'refused'; change: Change; reason: 'changed-since' | 'gone' };

const markOf = (history: string, state: Change['state']) => `${history}/${state}`;
const historyOf = (mark: string) => mark.slice(0, mark.indexOf('/'));
const keyOf = (record: RecordKind, id: string) => `${record}/${id}`;

/** Every edit goes through here: it and its inverse are written in one transaction. */
export function createChangeStore(db: Database, now: () => string, report: ReportCorrupt) {
  const tables = [db.items, db.wrapUps, db.settings, db.changes];

  const readItem = async (id: string) =>
    fromRow('items', ItemSchema, await db.items.get(id), report);
  const readWrapUp = async (id: string) =>
    fromRow('wrapUps', WrapUpSchema, await db.wrapUps.get(id), report);

  const view: ChangeView = {
    item: readItem,
    wrapUp: readWrapUp,
    items: async (wrapUpId) => itemsFromRows(await queryItems(db, wrapUpId).toArray(), report),
    async lastOrder(wrapUpId) {
      const last = await db.items
        .where('[wrapUpId+order]')
        .between([wrapUpId, Dexie.minKey], [wrapUpId, Dexie.maxKey])
        .last();
      return last?.order;
    },
  };

  const read = async (record: RecordKind, id: string): Promise<StoredRecord | undefined> => {
    switch (record) {
      case 'item':
        return readItem(id);
      case 'wrapUp':
        return readWrapUp(id);
      case 'profile':
        return parseProfile(await db.settings.get(settingKeys.profile));
    }
  };
  const write = async (record: RecordKind, value: StoredRecord): Promise<void> => {
    switch (record) {
      case 'item':
        await db.items.put(itemToRow({ ...(value as Item), updatedAt: now() }));
        break;
      case 'wrapUp':
        await db.wrapUps.put(wrapUpToRow({ ...(value as WrapUp), updatedAt: now() }));
        break;
      case 'profile':
        await db.settings.put({ key: settingKeys.profile, value });
    }
  };

  /** Where an item is, and between which others that are not deleted. */
  const placeOf = async (item: Item): Promise<PlaceValue> => {
    const { id, wrapUpId, order } = item;
    const beside = () => db.items.where('[wrapUpId+live+order]');
    const [before, after] = await Promise.all([
      beside()
        .between([wrapUpId, 1, Dexie.minKey], [wrapUpId, 1, order], true, true)
        .filter((row) => compareOrder(row, item) < 0)
        .last(),
      beside()
        .between([wrapUpId, 1, order], [wrapUpId, 1, Dexie.maxKey], true, true)
        .filter((row) => row.id !== id && compareOrder(row, item) > 0)
        .first(),
    ]);
    return { wrapUpId, order, previousId: before?.id ?? null, nextId: after?.id ?? null };
  };

  /**
   * Keys that put an item back between the neighbours it had: its own and, where there is no room,
   * new ones of all others. Undefined where its wrap-up is gone.
   */
  const keysFor = async (
    id: string,
    place: PlaceValue,
  ): Promise<Map<string, string> | undefined> => {
    const { wrapUpId } = place;
    if (wrapUpId !== inboxId && (await readWrapUp(wrapUpId))?.deletedAt !== null) return undefined;
    const others = (await view.items(wrapUpId)).filter((item) => item.id !== id);
    const find = (neighbour: string | null) => others.findIndex((item) => item.id === neighbour);
    const [previous, next] = [find(place.previousId), find(place.nextId)];
    const end = place.previousId === null ? 0 : others.length;
    const index = previous >= 0 ? previous + 1 : next >= 0 ? next : end;
    const [low, high] = [others[index - 1], others[index]];
    const own = { id, order: place.order };
    const fits =
      (low === undefined || compareOrder(low, own) < 0) &&
      (high === undefined || compareOrder(own, high) < 0);
    return fits ? new Map([[id, place.order]]) : planMove(others, [id], high?.id);
  };

  /** Writes the edits of one record; undefined where there is no such record. */
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
      // Together they may be longer than a field may be.
      for (const { field, value } of edits) next[field] = value;
      clashes.push(...edits.filter(({ base }) => base !== undefined).map(({ field }) => field));
    }
    next = withoutUndefined(next);
    const fields = changedFields(record, id, stored, next);
    applied.records.set(keyOf(record, id), next as unknown as StoredRecord);
    for (const field of new Set(clashes)) applied.clashes.push({ record, id, field });
    if (fields.length === 0) return;
    await write(record, next as unknown as StoredRecord);
    applied.fields.push(...fields);
    for (const history of historiesOf(record, stored)) applied.histories.add(history);
  };

  const rekey = async (id: string, order: string): Promise<void> => {
    const item = await readItem(id);
    if (item !== undefined) await write('item', { ...item, order });
  };

  const moveTo = async (
    { id, wrapUpId, order }: { id: string; wrapUpId: string; order: string },
    applied: Applied,
  ): Promise<void> => {
    const item = await readItem(id);
    if (item === undefined) return;
    applied.records.set(keyOf('item', id), item);
    if (item.wrapUpId === wrapUpId && item.order === order) return;
    const before = await placeOf(item);
    const moved = { ...item, wrapUpId, order };
    await write('item', moved);
    const after = await placeOf(moved);
    applied.records.set(keyOf('item', id), moved);
    applied.fields.push({ record: 'item', id, field: placeField, before, after });
    applied.histories.add(before.wrapUpId).add(after.wrapUpId);
  };

  const marked = (history: string, state: Change['state']) =>
    db.changes.where('marks').equals(markOf(history, state));

  const put = async (change: Change, seq?: number): Promise<void> => {
    const marks = change.histories.map((history) => markOf(history, change.state));
    await db.changes.put({ ...change, marks, ...(seq === undefined ? {} : { seq }) });
  };

  /** Writes the step, or adds it to the one it goes on with; ends the redo of what it touches. */
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
   * Writes `side` of a step's fields over the other side.
   * @returns why it cannot be written; undefined: it was
   */
  const writeSide = async (
    change: Change,
    side: 'before' | 'after',
  ): Promise<'changed-since' | 'gone' | undefined> => {
    const other = side === 'before' ? 'after' : 'before';
    const fields = side === 'before' ? change.fields.toReversed() : change.fields;
    const writes = new Map<string, { record: RecordKind; value: StoredRecord & Fields }>();
    for (const changed of fields) {
      const key = keyOf(changed.record, changed.id);
      const known = writes.get(key)?.value ?? (await read(changed.record, changed.id));
      if (known === undefined) return 'gone';
      const stored = known as StoredRecord & Fields;
      let next: Fields;
      if (changed.field === placeField) {
        const [from, to] = [changed[other] as PlaceValue, changed[side] as PlaceValue];
        if (stored.wrapUpId !== from.wrapUpId) return 'changed-since';
        const keys = await keysFor(changed.id, to);
        if (keys === undefined) return 'gone';
        for (const [id, order] of keys) if (id !== changed.id) await rekey(id, order);
        next = { ...stored, wrapUpId: to.wrapUpId, order: keys.get(changed.id) ?? to.order };
      } else {
        const { field } = changed;
        const merged = mergeValue(field, changed[other], changed[side], stored[field]);
        if (merged.clash || !isSameOrMergeable(changed[other], stored[field])) {
          return 'changed-since';
        }
        next = withoutUndefined({ ...stored, [field]: merged.value });
      }
      if (!isValid(changed.record, next)) return 'changed-since';
      writes.set(key, { record: changed.record, value: next as StoredRecord & Fields });
      // Neighbours are looked up as they are by then.
      if (changed.field === placeField) await write(changed.record, next as StoredRecord & Fields);
    }
    for (const { record: kind, value } of writes.values()) await write(kind, value);
    return undefined;
  };

  const step = (
    find: () => PromiseLike<ChangeRow | undefined>,
    side: 'before' | 'after',
  ): Promise<StepOutcome> =>
    guard(async () => {
      let refused: StepOutcome | undefined;
      const outcome = await db
        .transaction('rw', tables, async (): Promise<StepOutcome> => {
          const row = await find();
          if (row === undefined) return { outcome: 'nothing' };
          const reason = await writeSide(row, side);
          if (reason !== undefined) {
            refused = { outcome: 'refused', change: row, reason };
            // Half a step must not stay written.
            throw new RefusedStep();
          }
          await put({ ...row, state: side === 'before' ? 'undone' : 'done' }, row.seq);
          return { outcome: 'done', change: row };
        })
        .catch((cause: unknown): StepOutcome => {
          if (refused !== undefined) return refused;
          throw cause;
        });
      if (outcome.outcome === 'refused') await end(outcome.change);
      return outcome;
    });

  const end = async ({ ids }: Change): Promise<void> => {
    const row = await db.changes
      .where('ids')
      .equals(ids[0] ?? '')
      .first();
    if (row !== undefined) await put({ ...row, state: 'ended' }, row.seq);
  };

  return {
    /**
     * Writes a step in one transaction. Where its id was written before, nothing is changed.
     * @param plan says what to write, by what it reads in that transaction; undefined: nothing
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
          for (const [record, ofRecord] of grouped(planned.edits)) {
            const [kind, recordId] = [record.record, record.id];
            if (!repeated) await edit(kind, recordId, ofRecord, applied);
            else {
              const stored = await read(kind, recordId);
              if (stored !== undefined) applied.records.set(keyOf(kind, recordId), stored);
            }
          }
          if (repeated) return applied;
          for (const [rekeyed, order] of planned.rekeyed ?? []) await rekey(rekeyed, order);
          for (const place of planned.places ?? []) await moveTo(place, applied);
          const change: Change = {
            ids: [id],
            histories: [...applied.histories],
            kind: planned.kind,
            at: now(),
            client,
            // One that changed nothing is kept for its id alone.
            state: applied.fields.length > 0 ? 'done' : 'ended',
            fields: applied.fields,
          };
          const written = await record(change);
          return applied.fields.length > 0 ? { ...applied, change: written } : applied;
        }),
      ),

    /** Whether the edit with this id was written. */
    has: (id: string): Promise<boolean> =>
      guard(async () => (await db.changes.where('ids').equals(id).count()) > 0),

    /** Takes back the newest step that is not undone. */
    undo: (history: string): Promise<StepOutcome> =>
      step(() => marked(history, 'done').last(), 'before'),

    /** Does again what was undone last. */
    redo: (history: string): Promise<StepOutcome> =>
      step(() => marked(history, 'undone').first(), 'after'),

    /** Takes back the step that holds this edit, whatever was done since. */
    undoOne: (id: string): Promise<StepOutcome> =>
      step(async () => {
        const row = await db.changes.where('ids').equals(id).first();
        return row?.state === 'done' ? row : undefined;
      }, 'before'),

    /** Drops the oldest steps of long histories; for an idle moment. */
    prune: (): Promise<void> =>
      guard(() =>
        db.transaction('rw', db.changes, async () => {
          const histories = new Set<string>();
          await db.changes.orderBy('marks').eachUniqueKey((mark) => {
            histories.add(historyOf(String(mark)));
          });
          for (const history of histories) {
            const keys = await db.changes.where('marks').startsWith(`${history}/`).primaryKeys();
            const extra = Math.max(0, keys.length - historySteps);
            await db.changes.bulkDelete(keys.sort((a, b) => a - b).slice(0, extra));
          }
        }),
      ),
  };
}

export type ChangeStore = ReturnType<typeof createChangeStore>;

class RefusedStep extends Error {}

interface Applied {
  records: Map<string, StoredRecord>;
  clashes: Pick<ChangedField, 'record' | 'id' | 'field'>[];
  fields: ChangedField[];
  histories: Set<string>;
}

function grouped(
  edits: readonly FieldEdit[],
): Iterable<[Pick<FieldEdit, 'record' | 'id'>, FieldEdit[]]> {
  const groups = new Map<string, [Pick<FieldEdit, 'record' | 'id'>, FieldEdit[]]>();
  for (const edit of edits) {
    const { record, id } = edit;
    const group = groups.get(keyOf(record, id));
    if (group === undefined) groups.set(keyOf(record, id), [{ record, id }, [edit]]);
    else group[1].push(edit);
  }
  return groups.values();
}

function isValid(record: RecordKind, value: Fields): boolean {
  const schema = { item: ItemSchema, wrapUp: WrapUpSchema, profile: ProfileSchema }[record];
  return v.safeParse(schema, withoutUndefined(value)).success;
}

/** A field that undo takes away again is absent, as it was. */
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

/** Choices and numbers cannot be merged: undone is only what is as the step left it. */
function isSameOrMergeable(left: unknown, stored: unknown): boolean {
  if (isSameValue(left, stored)) return true;
  return typeof stored === 'string' || (typeof stored === 'object' && stored !== null);
}

function historiesOf(record: RecordKind, stored: StoredRecord): string[] {
  if (record === 'profile') return [optionsHistory];
  if ('wrapUpId' in stored) return [stored.wrapUpId];
  return 'id' in stored ? [stored.id] : [profileId];
}
