import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema, InstantSchema } from '../base/record.ts';
import { parseTimeLabel } from '../media/time-label.ts';
import { PageInfoSchema } from '../source/source.ts';
import { MomentSchema } from './item.ts';

const { startSeconds, mediaUrl, mediaTitle, chapter, checkTime } = MomentSchema.entries;

/** A note typed during a talk, with what was known when its first letter was typed. */
export const TalkNoteSchema = v.object({
  /** Becomes the item's id, so writing it twice is harmless. */
  id: IdSchema,
  note: v.pipe(v.string(), v.maxLength(limits.note)),
  takenAt: InstantSchema,
  /** The talk it was taken in, if the evening has several. */
  talkId: v.optional(IdSchema),
  /** The recording and its time; null if nothing readable was playing. */
  moment: v.nullable(
    v.object({
      page: PageInfoSchema,
      facts: v.object({ startSeconds, mediaUrl, mediaTitle, chapter, checkTime }),
      /** The player can't be read, so the time is typed before the words. */
      timeMissing: v.boolean(),
    }),
  ),
});

export type TalkNote = v.InferOutput<typeof TalkNoteSchema>;

/**
 * Returns the time that a note begins with (`45:56 The ring …`), typed because the player can't be
 * read; undefined if there is none.
 */
export function typedTime(note: string): { seconds: number; words: string } | undefined {
  const [, label = '', words = ''] =
    /^\s*((?:\d{1,3}:)?\d{1,4}:\d{2})(?:\s+|$)(.*)$/su.exec(note) ?? [];
  const seconds = parseTimeLabel(label);
  return seconds === undefined ? undefined : { seconds, words };
}
