import { isSameValue } from '../core/merge/merge-value.ts';
import { placeField, type RecordKind, recordKey } from '../core/post/change.ts';

/** What a history knows of one field of one record. */
export interface FieldTrail {
  /** The values it had, the oldest first. */
  values: unknown[];
  /** Ids of the edits that were made to it. */
  ids: Set<string>;
  /** The newest of them. */
  lastId: string | undefined;
  /** How often they were undone or redone, in total. */
  turns: number;
}

/** Trails of records, by `recordKey`, and within each by field name. */
export type Trails = Map<string, Map<string, FieldTrail>>;

/** A step of a history, from the database or a file. */
export interface TrailStep {
  ids: readonly string[];
  fields: readonly {
    record: RecordKind;
    id: string;
    field: string;
    before?: unknown;
    after?: unknown;
  }[];
  turns?: number | undefined;
}

const noTrail: FieldTrail = { values: [], ids: new Set(), lastId: undefined, turns: 0 };

/** Adds a step, in the order of writing; steps of other records are left out. */
export function addToTrails(trails: Trails, step: TrailStep, wanted: ReadonlySet<string>): void {
  for (const { record, id, field, before, after } of step.fields) {
    const key = recordKey(record, id);
    if (!wanted.has(key)) continue;
    let fields = trails.get(key);
    if (fields === undefined) {
      fields = new Map();
      trails.set(key, fields);
    }
    let trail = fields.get(field);
    if (trail === undefined) {
      trail = { values: [], ids: new Set(), lastId: undefined, turns: 0 };
      fields.set(field, trail);
    }
    for (const value of [before, after].map((each) => told(field, each))) {
      if (trail.values.length > 0 && isSameValue(trail.values.at(-1), value)) continue;
      trail.values.push(value);
    }
    for (const each of step.ids) trail.ids.add(each);
    trail.lastId = step.ids.at(-1) ?? trail.lastId;
    trail.turns += step.turns ?? 0;
  }
}

/** A place counts as the item's position, whatever was beside it. */
function told(field: string, value: unknown): unknown {
  if (field !== placeField) return value;
  const { wrapUpId, order } = (value ?? {}) as { wrapUpId?: unknown; order?: unknown };
  return { wrapUpId, order };
}

export function trailOf(trails: Trails, key: string, field: string): FieldTrail {
  return trails.get(key)?.get(field) ?? noTrail;
}

export const hasValue = (trail: FieldTrail, value: unknown): boolean =>
  trail.values.some((each) => isSameValue(each, value));

/** Returns the newest value that both sides had; undefined if the histories know none. */
export function lastCommon(here: FieldTrail, there: FieldTrail): { value: unknown } | undefined {
  const value = there.values.findLast((each) => hasValue(here, each));
  return value === undefined && !hasValue(here, undefined) ? undefined : { value };
}
