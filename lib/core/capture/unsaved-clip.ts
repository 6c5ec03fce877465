import * as v from 'valibot';
import { errorCodes } from '../base/errors.ts';
import { IdSchema, InstantSchema } from '../base/record.ts';

/** A clip that could not be saved, or words for one that was. */
export const UnsavedClipSchema = v.object({
  /** The id that it would have had, and gets if it is clipped again. */
  id: IdSchema,
  /** The tab it was clipped in. */
  tabId: v.number(),
  code: v.picklist(errorCodes),
  at: InstantSchema,
  /** Title of the page it is from, or ''. */
  title: v.string(),
  /** What would have been clipped, as Markdown. */
  markdown: v.string(),
  /**
   * Everything that is needed to clip it again, if there is room for it; `lib/app` defines its
   * shape.
   */
  candidate: v.optional(v.unknown()),
  /** Of two with the same id, the one with the higher number was typed later. */
  turn: v.optional(v.number()),
  /** `markdown` was typed for a saved clip: where it goes, and what it replaced. */
  words: v.optional(
    v.object({
      itemId: IdSchema,
      field: v.picklist(['note', 'alt']),
      base: v.string(),
      /** The edit's id in the history. */
      editId: IdSchema,
    }),
  ),
});

/** True if `kept`, which has the same id, was typed later than `turn`. */
export function isTypedLater(kept: UnsavedClip | undefined, turn = 0): boolean {
  return kept?.turn !== undefined && kept.turn > turn;
}

export type UnsavedClip = v.InferOutput<typeof UnsavedClipSchema>;
