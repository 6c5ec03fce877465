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

export type UnsavedClip = v.InferOutput<typeof UnsavedClipSchema>;
