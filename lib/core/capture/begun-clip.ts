import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../base/record.ts';
import { ClipIntentSchema } from './clip-intent.ts';

/** The gestures that do not clip, or not yet. */
export const otherGestures = ['speaker', 'ask-region'] as const;
export type OtherGesture = (typeof otherGestures)[number];

/** A clip (or other action) that a gesture requested, and whose outcome was not shown yet. */
export const BegunClipSchema = v.object({
  /** The id that the clip gets. */
  id: IdSchema,
  tabId: v.number(),
  intent: v.union([ClipIntentSchema, v.object({ what: v.picklist(otherGestures) })]),
  /** What the menu said; `lib/clips` defines its shape. */
  menu: v.optional(v.unknown()),
  at: InstantSchema,
});

export type BegunClip = v.InferOutput<typeof BegunClipSchema>;

type Intent = BegunClip['intent'];

export const isOtherGesture = (intent: Intent): intent is Extract<Intent, { what: OtherGesture }> =>
  otherGestures.some((each) => each === intent.what);

/** After this time, something else may be selected, or the page may be another. */
const samePageMs = 10_000;

/** True if doing it now would still clip what was meant then. */
export function isStillMeant(
  { intent, at }: Pick<BegunClip, 'intent' | 'at'>,
  now: string,
): boolean {
  return namesItself(intent) || (!passes(intent) && Date.parse(now) - Date.parse(at) < samePageMs);
}

/** True if the intent itself names what it is about. */
const namesItself = ({ what }: Intent) => what === 'link' || what === 'picture';

/** True if what is meant disappears at once. */
const passes = ({ what }: Intent) =>
  what === 'moment' || what === 'screenshot' || what === 'region';
