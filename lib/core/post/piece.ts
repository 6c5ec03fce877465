import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema } from '../base/record.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** The piece of an opened post that an item was, and its bytes there (ADR 55). */
export const PieceSchema = v.object({
  /** Id of the wrap-up that the post was opened as; in any other, the item is like all others. */
  of: IdSchema,
  /** How many pieces came before it. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whole lines, without the last one's line end. */
  text: text(limits.note),
  /** The text between it and the previous piece. */
  gap: text(limits.note),
  /** Digest of the item's own fields as they were opened; while it matches, `text` is written. */
  digest: text(100),
});

export type StoredPiece = v.InferOutput<typeof PieceSchema>;
