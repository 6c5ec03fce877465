import * as v from 'valibot';
import { UrlSchema } from './record.ts';

const px = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000));
const lengthPx = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000));

/** A place in what a tab shows, CSS px of its viewport. */
export const TabBoxSchema = v.object({
  box: v.object({ x: px, y: px, width: lengthPx, height: lengthPx }),
  viewport: v.object({ width: lengthPx, height: lengthPx }),
});

/**
 * What the note-taker asked for; `here`: the selection, or the page where nothing is selected;
 * `plain-text`: the selection's words alone;
 * `screenshot`: the frame of the recording, or what the tab shows where there is none.
 */
export const ClipIntentSchema = v.variant('what', [
  v.object({ what: v.picklist(['here', 'selection', 'plain-text', 'page']) }),
  v.object({ what: v.picklist(['moment', 'screenshot']) }),
  /** A recording that no script may read, at a time that the note-taker says; whole seconds. */
  v.object({
    what: v.literal('moment-at'),
    mediaUrl: UrlSchema,
    startSeconds: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ what: v.literal('link'), linkUrl: UrlSchema }),
  v.object({ what: v.literal('picture'), srcUrl: UrlSchema }),
  v.object({ what: v.literal('region'), ...TabBoxSchema.entries }),
]);

export type TabBox = v.InferOutput<typeof TabBoxSchema>;
export type ClipIntent = v.InferOutput<typeof ClipIntentSchema>;
/** What is found by looking at what plays and what is shown. */
export type VisualIntent =
  | { what: 'moment' | 'screenshot' }
  | Extract<ClipIntent, { what: 'moment-at' | 'region' }>;
