import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { UrlSchema } from '../base/record.ts';
import { PageInfoSchema } from '../source/source.ts';

const seconds = v.pipe(v.number(), v.minValue(0));
const frameId = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(limits.title));

/** Where a recording stands, and how fast it goes on. */
export const PlaybackSchema = v.object({
  frameId,
  /** Of the frame it plays in, so that a page that went on is noticed. */
  frameUrl: UrlSchema,
  currentSeconds: seconds,
  playing: v.boolean(),
  /** Seconds of the recording in a second of the day. */
  rate: v.number(),
});

/** A recording that plays or stands in a tab, with what a moment of it says of itself. */
export const RecordingSchema = v.object({
  ...PlaybackSchema.entries,
  kind: v.picklist(['video', 'audio']),
  /** null: unknown, or a live stream. */
  durationSeconds: v.nullable(seconds),
  live: v.boolean(),
  mediaUrl: UrlSchema,
  mediaTitle: line,
  chapter: line,
  /** The time may be that of something else (an advertisement, another video). */
  checkTime: v.boolean(),
});

/** What could be clipped in a tab. */
export const PageOverviewSchema = v.object({
  page: PageInfoSchema,
  hasSelection: v.boolean(),
  /** First words of the selection, or ''. */
  selectionPreview: v.string(),
  hasEvent: v.boolean(),
  /** True if the page links to a calendar's file. */
  hasCalendar: v.boolean(),
  hasPerson: v.boolean(),
  /** null: nothing that a script may reach. */
  recording: v.nullable(RecordingSchema),
  /** Address of a recording that is embedded from another site, where no script may go, or ''. */
  embedUrl: UrlSchema,
});

export type Playback = v.InferOutput<typeof PlaybackSchema>;
export type Recording = v.InferOutput<typeof RecordingSchema>;
export type PageOverview = v.InferOutput<typeof PageOverviewSchema>;

/** Seconds of a recording, so many milliseconds after it was read. */
export function secondsAfter(
  { currentSeconds, playing, rate }: Pick<Playback, 'currentSeconds' | 'playing' | 'rate'>,
  elapsedMs: number,
  durationSeconds: number | null = null,
): number {
  if (!playing) return currentSeconds;
  const seconds = currentSeconds + (elapsedMs / 1_000) * rate;
  return Math.max(0, durationSeconds === null ? seconds : Math.min(seconds, durationSeconds));
}
