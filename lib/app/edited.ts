import type { ErrorCode } from '../core/base/errors.ts';
import {
  type AppliedChange,
  type ChangeKind,
  type ChangeOrigin,
  type Clash,
  type FieldEdit,
  type RecordKind,
  recordKey,
  type StoredRecord,
} from '../core/post/change.ts';
import type { Item } from '../core/post/item.ts';
import { orFail } from './attempt.ts';

/** How an edit is written. */
export interface EditOptions {
  /** Identifies the edit; generated if not given. */
  origin?: ChangeOrigin;
  /** The values that the new ones replaced in the editor, by field. */
  base?: Readonly<Record<string, unknown>> | undefined;
  kind?: ChangeKind;
}

/** A record after an edit. */
export interface Edited<T> {
  record: T;
  /** Fields in which the two texts could not be merged. */
  clashes: readonly Clash[];
  /** Id of the edit, for `ChangeStore.undoOne`; absent if nothing changed. */
  changeId?: string | undefined;
}

export const newOrigin = (client = 'background'): ChangeOrigin => ({
  id: crypto.randomUUID(),
  client,
});

/** Makes one edit for each field; a field that is not in `base` overwrites the stored value. */
export function fieldEdits(
  record: RecordKind,
  id: string,
  changes: object,
  base?: Readonly<Record<string, unknown>>,
): FieldEdit[] {
  return Object.entries(changes).map(([field, value]) => ({
    record,
    id,
    field,
    value,
    base: base && Object.hasOwn(base, field) ? { value: base[field] } : undefined,
  }));
}

/** For use in `attempt`: returns the edited record, or ends the use case with `code`. */
export function editedRecord<T extends StoredRecord>(
  { records, clashes, change }: AppliedChange,
  kind: RecordKind,
  id: string,
  code: ErrorCode,
): Edited<T> {
  const record = orFail(records.get(recordKey(kind, id)), code) as T;
  return { record, clashes, changeId: change?.ids.at(-1) };
}

/** Items that a step wrote. */
export interface WrittenItems {
  items: Item[];
  /** Id of the step, for `ChangeStore.undoOne`; absent if nothing changed. */
  changeId?: string | undefined;
}

export function writtenItems({ records, change }: AppliedChange): WrittenItems {
  const items = [...records.values()].filter((record) => 'wrapUpId' in record);
  return { items, changeId: change?.ids.at(-1) };
}
