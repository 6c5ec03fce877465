import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../base/record.ts';

/** A picture whose clip is saved and whose bytes are still loading. */
export const LoadingPictureSchema = v.object({
  itemId: IdSchema,
  tabId: v.number(),
  url: v.string(),
  since: InstantSchema,
});

export type LoadingPicture = v.InferOutput<typeof LoadingPictureSchema>;

/** Longer than any reading of a picture takes; one that has been loading longer is missing. */
const longestMs = 60_000;

export function isStillLoading({ since }: Pick<LoadingPicture, 'since'>, now: string): boolean {
  return Date.parse(now) - Date.parse(since) < longestMs;
}
