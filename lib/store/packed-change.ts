import { type TextEdit, textEdit } from '../core/merge/text-edit.ts';
import type { ChangedField } from '../core/post/change.ts';

/** Shorter texts are stored unchanged, because packing would save nothing. */
const shortest = 200;

/** A changed field as it is stored: if both sides are long texts, the later one as a difference. */
type PackedField = Omit<ChangedField, 'after'> & { after?: unknown; edit?: TextEdit };

interface WithFields {
  fields: readonly ChangedField[];
}

/**
 * Returns the stored form of a step: for a long text that was edited, the old text, and what was
 * replaced in it. Older rows that hold both texts can still be read.
 */
export function packChange<T extends WithFields>(change: T): T {
  return { ...change, fields: change.fields.map(packField) };
}

/** A step as it was written, from whichever form it is stored in. */
export function unpackChange<T>(row: T): T {
  const { fields } = (row ?? {}) as { fields?: unknown };
  if (!Array.isArray(fields) || !fields.some((field) => field?.edit !== undefined)) return row;
  return { ...row, fields: fields.map(unpackField) };
}

function packField(field: ChangedField): PackedField {
  const { before, after, ...rest } = field;
  if (typeof before !== 'string' || typeof after !== 'string' || after.length < shortest) {
    return field;
  }
  const edit = textEdit(before, after);
  return edit.by.length > after.length / 2 ? field : { ...rest, before, edit };
}

function unpackField(field: PackedField): PackedField {
  const { edit, ...rest } = field;
  if (edit === undefined || typeof rest.before !== 'string') return field;
  const { from, to, by } = edit;
  return { ...rest, after: rest.before.slice(0, from) + by + rest.before.slice(to) };
}
