import { lineHunks } from '../../core/merge/line-hunks.ts';
import type { Piece } from '../../render/parts/pieces.ts';

/** Adjacent pieces of a post, with the text that is now in their place. */
export interface ChangedPlace {
  /**
   * Indices of the changed pieces, `to` exclusive; if there are none, the text is before `from`.
   */
  from: number;
  to: number;
  /** With `\n` for line ends, without blank lines around it; '' if nothing is left. */
  text: string;
  /** Its lines in the new body, `end` exclusive. */
  start: number;
  end: number;
}

type Lines = Pick<Piece, 'firstLine' | 'lineCount'>;

const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';

/**
 * Returns which pieces changed between two bodies of a post.
 * @param pieces those that print something, in their order; lines are counted from the body's first
 */
export function changedPlaces(
  pieces: readonly Lines[],
  old: readonly string[],
  fresh: readonly string[],
): ChangedPlace[] {
  const hunks = lineHunks(old, fresh);
  /** The segments are the gap before the first piece, the first piece, the gap after it … */
  const touched = new Set<number>();
  const starts: number[] = [];
  let end = 0;
  for (const { firstLine, lineCount } of pieces) {
    starts.push(end, firstLine);
    end = firstLine + lineCount;
  }
  starts.push(end, old.length);
  const startOf = (segment: number) => starts[segment] ?? old.length;
  for (const { old: run } of hunks) {
    for (let segment = 0; segment <= 2 * pieces.length; segment++) {
      const [from, to] = [startOf(segment), startOf(segment + 1)];
      const isGap = segment % 2 === 0;
      const isIn =
        run.start === run.end
          ? isGap
            ? from <= run.start && run.start <= to
            : from < run.start && run.start < to
          : run.start < to && from < run.end;
      if (isIn) touched.add(segment);
    }
  }
  const places: { from: number; to: number }[] = [];
  const segments = [...touched].sort((one, other) => one - other);
  for (const segment of segments) {
    const last = places.at(-1);
    if (last && segment <= last.to) last.to = segment + 1;
    else places.push({ from: segment, to: segment + 1 });
  }
  const moved = (line: number, side: 'start' | 'end') => {
    let by = 0;
    for (const { old: run, fresh: now } of hunks) {
      const isBefore = side === 'start' ? run.end <= line && run.start < line : run.end <= line;
      if (isBefore) by = now.end - run.end;
    }
    return line + by;
  };
  return places.map(({ from, to }) => {
    const start = moved(startOf(from), 'start');
    return withText(
      { from: from >> 1, to: to >> 1, start, end: Math.max(start, moved(startOf(to), 'end')) },
      fresh,
    );
  });
}

function withText(place: Omit<ChangedPlace, 'text'>, fresh: readonly string[]): ChangedPlace {
  let { start, end } = place;
  while (start < end && isBlank(fresh[start])) start++;
  while (end > start && isBlank(fresh[end - 1])) end--;
  return { ...place, start, end, text: fresh.slice(start, end).join('\n') };
}

/** Extends a place to the piece above or below if the text continues it without a blank line. */
export function widened(
  place: ChangedPlace,
  pieces: readonly Lines[],
  fresh: readonly string[],
  by: { above: boolean; below: boolean },
): ChangedPlace {
  const from = by.above ? Math.max(0, place.from - 1) : place.from;
  const to = by.below ? Math.min(pieces.length, place.to + 1) : place.to;
  const above = place.from > from ? (pieces[from]?.lineCount ?? 0) : 0;
  const below = to > place.to ? (pieces[place.to]?.lineCount ?? 0) : 0;
  let { start, end } = place;
  // Blank lines between belong to neither.
  if (above > 0) {
    while (start > 0 && isBlank(fresh[start - 1])) start--;
    start -= above;
  }
  if (below > 0) {
    while (end < fresh.length && isBlank(fresh[end])) end++;
    end += below;
  }
  return withText({ from, to, start, end }, fresh);
}

/** Merges places that have come to touch. */
export function mergedPlaces(
  places: readonly ChangedPlace[],
  fresh: readonly string[],
): ChangedPlace[] {
  const merged: ChangedPlace[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (!last || (last.to <= place.from && last.end <= place.start)) {
      merged.push(place);
      continue;
    }
    const [start, end] = [Math.min(last.start, place.start), Math.max(last.end, place.end)];
    merged.splice(-1, 1, {
      ...{ from: Math.min(last.from, place.from), to: Math.max(last.to, place.to), start, end },
      text: fresh.slice(start, end).join('\n'),
    });
  }
  return merged;
}
