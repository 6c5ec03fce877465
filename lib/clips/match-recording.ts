/** A time of day (ISO instant), and the recording's position at that time, in seconds. */
export interface ClockMark {
  takenAt: string;
  seconds: number;
}

/** A note with its time in the recording; null: it was taken before the recording began. */
export interface MatchedNote<T> {
  note: T;
  startSeconds: number | null;
}

/** True if the marks are consistent: the later one is later in the recording, too. */
export function marksAgree(marks: readonly ClockMark[]): boolean {
  const inOrder = marks.toSorted((one, other) => instantOf(one) - instantOf(other));
  return inOrder.every((mark, at) => {
    const before = inOrder[at - 1];
    return (
      before === undefined || (instantOf(before) < instantOf(mark) && before.seconds < mark.seconds)
    );
  });
}

const instantOf = ({ takenAt }: { takenAt: string }) => Date.parse(takenAt) / 1_000;

/**
 * Returns the recording's position at a time of day. One mark sets the clock. Between two marks
 * time runs evenly, so a clock that drifts, or a break that was cut out, is spread over the time
 * between; before the first and after the last it runs at normal speed.
 * @param marks at least one; they must be consistent
 * @returns seconds, negative before the recording began
 */
export function secondsAt(marks: readonly ClockMark[], takenAt: string): number {
  const at = instantOf({ takenAt });
  const inOrder = marks.toSorted((one, other) => instantOf(one) - instantOf(other));
  const next = inOrder.findIndex((mark) => instantOf(mark) > at);
  const [before, after] = [inOrder.at(next < 0 ? -1 : next - 1), inOrder[next]];
  if (next > 0 && before !== undefined && after !== undefined) {
    const [from, to] = [instantOf(before), instantOf(after)];
    return before.seconds + ((at - from) / (to - from)) * (after.seconds - before.seconds);
  }
  const nearest = next === 0 ? after : before;
  return nearest === undefined ? 0 : nearest.seconds + (at - instantOf(nearest));
}

/** Gives each note its time in the recording, using the marks; whole seconds. */
export function matchNotes<T extends { takenAt: string }>(
  notes: readonly T[],
  marks: readonly ClockMark[],
): MatchedNote<T>[] {
  return notes.map((note) => {
    const seconds = Math.round(secondsAt(marks, note.takenAt));
    return { note, startSeconds: seconds < 0 ? null : seconds };
  });
}
