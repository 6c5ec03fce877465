import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema } from '../base/record.ts';

const text = v.pipe(v.string(), v.maxLength(limits.note));

/**
 * What a text that is typed elsewhere was typed over, so that it can be merged with what is stored by
 * the time it arrives. It is sent with each letter, without waiting for the answer to the last one:
 * the page may be gone before that comes.
 */
export const TypedOverSchema = v.object({
  /** Which edit it is; the same one twice is written once. */
  editId: IdSchema,
  /** The field of a card it was typed in, as the history knows it. */
  fieldId: IdSchema,
  /** The field's text that is known to be stored. */
  base: text,
  /** Texts sent after that, of which it is not known whether they are stored; the newest last. */
  sent: v.pipe(v.array(v.object({ editId: IdSchema, text })), v.maxLength(limits.sentTexts)),
});

export type TypedOver = v.InferOutput<typeof TypedOverSchema>;
