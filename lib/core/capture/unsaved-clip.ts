import * as v from 'valibot';
import { errorCodes } from '../base/errors.ts';
import { IdSchema, InstantSchema } from '../base/record.ts';

/** A clip that could not be saved, or words for one that is. */
export const UnsavedClipSchema = v.object({
  /** The id it would have had, and gets if it is clipped again. */
  id: IdSchema,
  /** The tab it was clipped in. */
  tabId: v.number(),
  code: v.picklist(errorCodes),
  at: InstantSchema,
  /** Title of the page it is from, or ''. */
  title: v.string(),
  /** What would have been clipped, as Markdown. */
  markdown: v.string(),
  /** All that is needed to clip it again, if there is room for it; its shape is `lib/app`'s. */
  candidate: v.optional(v.unknown()),
  /** `markdown` was typed for a clip that is saved: where it goes, and what it was typed over. */
  words: v.optional(
    v.object({
      itemId: IdSchema,
      field: v.picklist(['note', 'alt']),
      base: v.string(),
      /** The edit, as the history will know it. */
      editId: IdSchema,
    }),
  ),
});

export type UnsavedClip = v.InferOutput<typeof UnsavedClipSchema>;
