import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { UrlSchema } from '../base/record.ts';
import { PageInfoSchema } from '../source/source.ts';

const seconds = v.pipe(v.number(), v.minValue(0));
const frameId = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(limits.title));

/** The position of a recording, and its speed. */
export const PlaybackSchema = v.object({
  frameId,
  /** Address of the frame it plays in, so that a navigation is noticed. */
  frameUrl: UrlSchema,
  currentSeconds: seconds,
  playing: v.boolean(),
  /** Playback speed: seconds of the recording per second. */
  rate: v.number(),
});

/** A recording that plays or is paused in a tab, with the details of its current moment. */
export const RecordingSchema = v.object({
  ...PlaybackSchema.entries,
  kind: v.picklist(['video', 'audio']),
  /** null: unknown, or a live stream. */
  durationSeconds: v.nullable(seconds),
  live: v.boolean(),
  mediaUrl: UrlSchema,
  mediaTitle: line,
  chapter: line,
  /** The time may belong to something else (an advertisement, another video). */
  checkTime: v.boolean(),
});

/** What could be clipped in a tab. */
export const PageOverviewSchema = v.object({
  page: PageInfoSchema,
  hasSelection: v.boolean(),
  /** First words of the selection, or ''. */
  selectionPreview: v.string(),
  hasEvent: v.boolean(),
  /** True if the page links to a calendar file. */
  hasCalendar: v.boolean(),
  hasPerson: v.boolean(),
  /** null: none that a script may reach. */
  recording: v.nullable(RecordingSchema),
  /**
   * Address of a recording that is embedded from another site, which no script may enter, or ''.
   */
  embedUrl: UrlSchema,
});

export type Playback = v.InferOutput<typeof PlaybackSchema>;
export type Recording = v.InferOutput<typeof RecordingSchema>;
export type PageOverview = v.InferOutput<typeof PageOverviewSchema>;

/** Returns the recording's position in seconds, that many milliseconds after it was read. */
export function secondsAfter(
  { currentSeconds, playing, rate }: Pick<Playback, 'currentSeconds' | 'playing' | 'rate'>,
  elapsedMs: number,
  durationSeconds: number | null = null,
): number {
  if (!playing) return currentSeconds;
  const seconds = currentSeconds + (elapsedMs / 1_000) * rate;
  return Math.max(0, durationSeconds === null ? seconds : Math.min(seconds, durationSeconds));
}
