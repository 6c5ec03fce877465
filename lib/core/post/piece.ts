import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema } from '../base/record.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** Which piece of an opened post an item was, and the bytes that it had there (ADR 55). */
export const PieceSchema = v.object({
  /** Id of the wrap-up that the post was opened as; in another one the item is like any other. */
  of: IdSchema,
  /** How many pieces stood before it. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whole lines, without the line end of the last. */
  text: text(limits.note),
  /** What stood between it and the piece before it. */
  gap: text(limits.note),
  /** Of the item's own fields as they were opened: while it holds, `text` is written. */
  digest: text(100),
});

export type StoredPiece = v.InferOutput<typeof PieceSchema>;
