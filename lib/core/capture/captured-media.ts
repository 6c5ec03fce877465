import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { problemLimits } from '../base/problem.ts';
import { ProblemSchema } from '../base/problem-log.ts';
import { UrlSchema } from '../base/record.ts';

/** Seconds, fractions included; null if the player cannot tell. */
const someSeconds = v.pipe(v.number(), v.minValue(0), v.maxValue(limits.seconds));
const seconds = v.nullable(someSeconds);
const line = (max: number) => v.pipe(v.string(), v.maxLength(max));

const BoxSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

/** One recording in a page, at that moment. */
export const CapturedMediumSchema = v.object({
  kind: v.picklist(['video', 'audio']),
  playing: v.boolean(),
  /** It plays without sound, over and over: most likely a decoration. */
  decorative: v.boolean(),
  /** It was played before, or was moved from the start. */
  started: v.boolean(),
  /** Its area in CSS px²; 0 if it is not visible. */
  areaPx: v.pipe(v.number(), v.minValue(0)),
  currentSeconds: someSeconds,
  /** null: unknown, or a live stream. */
  durationSeconds: seconds,
  /** Playback speed: seconds of the recording per second. */
  rate: v.optional(v.number(), 1),
  live: v.boolean(),
  /** How long the recording is, according to the page. */
  expectedSeconds: seconds,
  /** Address of the recording that has that length, or ''. */
  expectedUrl: UrlSchema,
  adShowing: v.boolean(),
  /** Address of the media file, or '' if the page feeds the player itself (`blob:`). */
  sourceUrl: UrlSchema,
  /** Address of the recording that the player itself gives, or ''. */
  playerUrl: UrlSchema,
  /** Title that the player gives, or ''. */
  title: line(limits.title),
  chapter: line(limits.title),
  /** The picture's position in the frame, CSS px; null for a sound or if it is not in view. */
  box: v.nullable(BoxSchema),
  viewport: v.object({ width: v.number(), height: v.number() }),
});

/** One frame's answer to the question of what plays in it. */
export const CapturedMediaSchema = v.object({
  frame: v.object({ top: v.boolean() }),
  /** The frame's address at the moment. */
  url: UrlSchema,
  /** The recording that is meant, of all in the frame; absent if there is none. */
  medium: v.optional(CapturedMediumSchema),
  /** Addresses of embedded frames, some of which no script may enter. */
  embeds: v.pipe(v.array(UrlSchema), v.maxLength(20)),
  /** What went wrong during reading, for the diagnostics. */
  problems: v.optional(v.pipe(v.array(ProblemSchema), v.maxLength(problemLimits.perAnswer))),
});

export type CapturedMedium = v.InferOutput<typeof CapturedMediumSchema>;
export type CapturedMedia = v.InferOutput<typeof CapturedMediaSchema>;

type Standing = Pick<CapturedMedium, 'playing' | 'decorative' | 'started' | 'areaPx'>;

/** What is being watched or heard comes before what was stopped, and that before decorations. */
function rank({ playing, decorative, started }: Standing): number {
  if (playing) return decorative ? 1 : 3;
  return started ? 2 : 0;
}

/** Sorts the recording that is meant first; of two equal ones, the larger. */
export function compareMedia(a: Standing, b: Standing): number {
  return rank(b) - rank(a) || b.areaPx - a.areaPx;
}
