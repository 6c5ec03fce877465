import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../base/record.ts';
import { type ClipIntent, ClipIntentSchema } from './clip-intent.ts';

/** A clip that was asked for by a gesture, and whose outcome was not told yet. */
export const BegunClipSchema = v.object({
  /** The id it gets. */
  id: IdSchema,
  tabId: v.number(),
  intent: ClipIntentSchema,
  /** What the menu said; its shape is `lib/clips`'s. */
  menu: v.optional(v.unknown()),
  at: InstantSchema,
});

export type BegunClip = v.InferOutput<typeof BegunClipSchema>;

/** By then something else may be selected, or another page be there. */
const samePageMs = 10_000;

/** Whether doing it now clips what was meant then. */
export function isStillMeant(
  { intent, at }: Pick<BegunClip, 'intent' | 'at'>,
  now: string,
): boolean {
  return namesItself(intent) || (!passes(intent) && Date.parse(now) - Date.parse(at) < samePageMs);
}

/** The intent says what it is about. */
const namesItself = ({ what }: ClipIntent) => what === 'link' || what === 'picture';

/** What is meant is gone at once. */
const passes = ({ what }: ClipIntent) =>
  what === 'moment' || what === 'screenshot' || what === 'region';
