import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema } from '../base/record.ts';
import { inboxId } from '../post/item.ts';

/** Where a clip is, as its confirmation shows it. */
export const ClipPlaceSchema = v.object({
  /** '' for the inbox. */
  wrapUpTitle: v.string(),
  where: v.picklist(['start', 'end', 'section', 'middle', 'tray', 'inbox']),
  /** The section that it is in, as plain text; '' if it is in none. */
  section: v.pipe(v.string(), v.maxLength(limits.label)),
});

/** A place to which a confirmation can move its clip. */
export const PlaceTargetSchema = v.variant('to', [
  v.object({ to: v.literal('start') }),
  v.object({ to: v.literal('end') }),
  v.object({ to: v.literal('tray') }),
  v.object({ to: v.literal('section'), id: IdSchema }),
  v.object({ to: v.literal('wrap-up'), id: v.union([IdSchema, v.literal(inboxId)]) }),
]);

/** The sections and wrap-ups that a clip may be moved to. */
export const PlaceChoicesSchema = v.object({
  /** In the order of the post. */
  sections: v.array(v.object({ id: IdSchema, text: v.string() })),
  /** Newest first; '' is the title of the inbox. */
  wrapUps: v.array(v.object({ id: v.union([IdSchema, v.literal(inboxId)]), title: v.string() })),
});

export type ClipPlace = v.InferOutput<typeof ClipPlaceSchema>;
export type PlaceTarget = v.InferOutput<typeof PlaceTargetSchema>;
export type PlaceChoices = v.InferOutput<typeof PlaceChoicesSchema>;
