import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { problemLimits } from '../base/problem.ts';
import { ProblemSchema } from '../base/problem-log.ts';
import { UrlSchema } from '../base/record.ts';

/** Seconds, fractions included; what a player cannot tell is null. */
const someSeconds = v.pipe(v.number(), v.minValue(0), v.maxValue(limits.seconds));
const seconds = v.nullable(someSeconds);
const line = (max: number) => v.pipe(v.string(), v.maxLength(max));

const BoxSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

/** One recording in a page, as it was at the moment. */
export const CapturedMediumSchema = v.object({
  kind: v.picklist(['video', 'audio']),
  playing: v.boolean(),
  /** Plays without a sound, over and over: a decoration, most likely. */
  decorative: v.boolean(),
  /** Was played before, or moved on from the start. */
  started: v.boolean(),
  /** CSS px² that it takes; 0 for what cannot be seen. */
  areaPx: v.pipe(v.number(), v.minValue(0)),
  currentSeconds: someSeconds,
  /** null: unknown, or a live stream. */
  durationSeconds: seconds,
  /** Seconds of the recording in a second of the day. */
  rate: v.optional(v.number(), 1),
  live: v.boolean(),
  /** How long the page says that its recording is. */
  expectedSeconds: seconds,
  /** Which recording it says that of, or ''. */
  expectedUrl: UrlSchema,
  adShowing: v.boolean(),
  /** Address of the media file, or '' if the page feeds the player itself (`blob:`). */
  sourceUrl: UrlSchema,
  /** Address of the recording that the player itself names, or ''. */
  playerUrl: UrlSchema,
  /** Title that the player names, or ''. */
  title: line(limits.title),
  chapter: line(limits.title),
  /** Where its picture is in the frame, CSS px; null for a sound or what is not in view. */
  box: v.nullable(BoxSchema),
  viewport: v.object({ width: v.number(), height: v.number() }),
});

/** What one frame answers to the question what plays in it. */
export const CapturedMediaSchema = v.object({
  frame: v.object({ top: v.boolean() }),
  /** The frame's address at the moment. */
  url: UrlSchema,
  /** The one that is meant, of all in the frame; absent if there is none. */
  medium: v.optional(CapturedMediumSchema),
  /** Addresses of what is embedded there, some of which no script may enter. */
  embeds: v.pipe(v.array(UrlSchema), v.maxLength(20)),
  /** What went wrong in reading it, for the diagnostics. */
  problems: v.optional(v.pipe(v.array(ProblemSchema), v.maxLength(problemLimits.perAnswer))),
});

export type CapturedMedium = v.InferOutput<typeof CapturedMediumSchema>;
export type CapturedMedia = v.InferOutput<typeof CapturedMediaSchema>;

type Standing = Pick<CapturedMedium, 'playing' | 'decorative' | 'started' | 'areaPx'>;

/** What one looks at or listens to comes before what was stopped, and that before decoration. */
function rank({ playing, decorative, started }: Standing): number {
  if (playing) return decorative ? 1 : 3;
  return started ? 2 : 0;
}

/** For sorting: the recording that is meant first; of two alike, the larger. */
export function compareMedia(a: Standing, b: Standing): number {
  return rank(b) - rank(a) || b.areaPx - a.areaPx;
}
