import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema } from '../base/record.ts';

const text = v.pipe(v.string(), v.maxLength(limits.note));

/**
 * The text that something typed elsewhere replaced, so that it can be merged with what is stored
 * when it arrives. It is sent with each letter, without waiting for the answer to the previous one,
 * because the page may close before the answer comes.
 */
export const TypedOverSchema = v.object({
  /** Identifies the edit; the same one twice is written once. */
  editId: IdSchema,
  /** The field of a card it was typed in, as the history knows it. */
  fieldId: IdSchema,
  /** Counts the messages of this field, since one may overtake another. */
  turn: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The text of the field that is known to be stored. */
  base: text,
  /** Texts sent after that, which may or may not be stored; the newest last. */
  sent: v.pipe(v.array(v.object({ editId: IdSchema, text })), v.maxLength(limits.sentTexts)),
});

export type TypedOver = v.InferOutput<typeof TypedOverSchema>;
