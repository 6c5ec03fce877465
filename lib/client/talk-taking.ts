import { momentStart } from '../clips/moment.ts';
import { type PageOverview, type Recording, secondsAfter } from '../core/media/recording.ts';
import { type TalkNote, typedTime } from '../core/post/talk-note.ts';
import type { PageInfo } from '../core/source/source.ts';

/** What is known at the moment when a note is begun. */
export interface Taking {
  /** What plays, and its position; null if nothing readable plays. */
  recording: Recording | null;
  seconds: number | null;
  /** What the page last said; undefined while it can't be read. */
  overview: PageOverview | undefined;
  secondsBack: number;
  takenAt: string;
}

function momentOf(page: PageInfo, recording: Recording, startSeconds: number): TalkNote['moment'] {
  const { mediaUrl, mediaTitle, chapter, checkTime } = recording;
  const facts = { startSeconds, mediaUrl, mediaTitle, chapter, checkTime };
  return { page, facts, timeMissing: false };
}

/** Creates a note with its first letters and the current time. */
export function beginNote(id: string, note: string, taking: Taking): TalkNote {
  const { recording, seconds, overview, secondsBack, takenAt } = taking;
  const moment =
    recording && overview && seconds !== null
      ? momentOf(overview.page, recording, momentStart(seconds, secondsBack))
      : overview && embeddedMoment(overview);
  return { id, note, takenAt, moment: moment || null };
}

/** Returns a recording that can't be read, whose time the note-taker types before the words. */
function embeddedMoment({ page, embedUrl }: PageOverview): TalkNote['moment'] {
  if (embedUrl === '') return null;
  const facts = {
    startSeconds: 0,
    mediaUrl: embedUrl,
    mediaTitle: '',
    chapter: '',
    checkTime: false,
  };
  return { page, facts, timeMissing: true };
}

/**
 * Returns the time of a note from what the page says `elapsedMs` after it was begun; null if
 * nothing plays there, so the earlier value stays.
 */
export function takeTime(
  { page, recording }: PageOverview,
  elapsedMs: number,
  secondsBack: number,
): TalkNote['moment'] {
  if (!recording) return null;
  return momentOf(page, recording, momentStart(secondsAfter(recording, -elapsedMs), secondsBack));
}

/**
 * Returns the time that the note has, or will have from what is typed before its words; null: none.
 */
export function noteSeconds({ note, moment }: TalkNote): number | null {
  if (!moment) return null;
  const typed = typedTime(note);
  if (typed) return typed.seconds;
  return moment.timeMissing ? null : moment.facts.startSeconds;
}

/**
 * Returns the note in its stored form: trimmed, with a typed time extracted. Undefined if there is
 * nothing in it.
 */
export function finishNote(note: TalkNote): TalkNote | undefined {
  const { moment } = note;
  const typed = moment ? typedTime(note.note) : undefined;
  const words = (typed?.words ?? note.note).trim();
  if (words === '' && !typed) return undefined;
  const startSeconds = noteSeconds(note);
  if (!moment || startSeconds === null) return { ...note, note: words, moment: null };
  const checkTime = moment.facts.checkTime && !typed;
  const facts = { ...moment.facts, startSeconds, checkTime };
  return { ...note, note: words, moment: { ...moment, facts, timeMissing: false } };
}
