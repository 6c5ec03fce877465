import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { UrlSchema } from '../base/record.ts';

const px = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000));
const lengthPx = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000));

/** A rectangle in what a tab shows, CSS px of its viewport. */
export const TabBoxSchema = v.object({
  box: v.object({ x: px, y: px, width: lengthPx, height: lengthPx }),
  viewport: v.object({ width: lengthPx, height: lengthPx }),
});

/**
 * What the note-taker wants to clip. `here`: the selection, or the page if nothing is selected;
 * `plain-text`: only the selection's words; `screenshot`: the frame of the recording, or what the
 * tab shows if there is none.
 */
export const ClipIntentSchema = v.variant('what', [
  v.object({ what: v.picklist(['here', 'selection', 'plain-text', 'page']) }),
  v.object({ what: v.picklist(['moment', 'screenshot']) }),
  /** A recording that no script may read, at a time that the note-taker types; whole seconds. */
  v.object({
    what: v.literal('moment-at'),
    mediaUrl: UrlSchema,
    startSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.seconds)),
  }),
  v.object({ what: v.literal('link'), linkUrl: UrlSchema }),
  v.object({ what: v.literal('picture'), srcUrl: UrlSchema }),
  v.object({ what: v.literal('region'), ...TabBoxSchema.entries }),
]);

export type TabBox = v.InferOutput<typeof TabBoxSchema>;
export type ClipIntent = v.InferOutput<typeof ClipIntentSchema>;
export type IntentName = ClipIntent['what'];
export type IntentOf<Name extends IntentName> = ClipIntent & { what: Name };

/**
 * The intent of each shortcut and menu entry, by its id in the manifest and the context menu:
 * `clip-` and the intent's name. The other intents are requested by a card or by drawing a region.
 */
export const intentOfGesture = {
  'clip-here': () => ({ what: 'here' }),
  'clip-selection': () => ({ what: 'selection' }),
  'clip-page': () => ({ what: 'page' }),
  'clip-link': ({ linkUrl = '' }) => ({ what: 'link', linkUrl }),
  'clip-picture': ({ srcUrl = '' }) => ({ what: 'picture', srcUrl }),
  'clip-moment': () => ({ what: 'moment' }),
  'clip-screenshot': () => ({ what: 'screenshot' }),
} as const satisfies {
  [Name in Exclude<IntentName, 'plain-text' | 'moment-at' | 'region'> as `clip-${Name}`]: (menu: {
    linkUrl?: string | undefined;
    srcUrl?: string | undefined;
  }) => IntentOf<Name>;
};

export type ClipGesture = keyof typeof intentOfGesture;
