import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../base/record.ts';
import { ClipIntentSchema } from './clip-intent.ts';

/** What a gesture asks for that is no clip, or not yet. */
export const otherGestures = ['speaker', 'ask-region'] as const;
export type OtherGesture = (typeof otherGestures)[number];

/** A clip (or what is none) that was asked for by a gesture, and whose outcome was not told yet. */
export const BegunClipSchema = v.object({
  /** The id it gets. */
  id: IdSchema,
  tabId: v.number(),
  intent: v.union([ClipIntentSchema, v.object({ what: v.picklist(otherGestures) })]),
  /** What the menu said; its shape is `lib/clips`'s. */
  menu: v.optional(v.unknown()),
  at: InstantSchema,
});

export type BegunClip = v.InferOutput<typeof BegunClipSchema>;

type Intent = BegunClip['intent'];

export const isOtherGesture = (intent: Intent): intent is Extract<Intent, { what: OtherGesture }> =>
  otherGestures.some((each) => each === intent.what);

/** By then something else may be selected, or another page be there. */
const samePageMs = 10_000;

/** True if doing it now clips what was meant then. */
export function isStillMeant(
  { intent, at }: Pick<BegunClip, 'intent' | 'at'>,
  now: string,
): boolean {
  return namesItself(intent) || (!passes(intent) && Date.parse(now) - Date.parse(at) < samePageMs);
}

/** The intent says what it is about. */
const namesItself = ({ what }: Intent) => what === 'link' || what === 'picture';

/** What is meant is gone at once. */
const passes = ({ what }: Intent) =>
  what === 'moment' || what === 'screenshot' || what === 'region';
