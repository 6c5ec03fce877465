import type { Piece } from '../../lib/render/parts/pieces.ts';
import { type DraftTarget, targetAt } from '../preview/draft-blocks.ts';

/** A block's position in the text of its post, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Returns the lines that a block prints, without the last line's end; undefined if it prints
 * nothing.
 * @param rowOf returns the id of the row that a piece comes from
 */
export function blockLines(
  text: string,
  pieces: readonly Piece[],
  id: string,
  rowOf: (target: DraftTarget) => string | undefined,
): Stretch | undefined {
  const piece = pieces.find(
    ({ firstLine, lineCount }) => lineCount > 0 && rowOf(targetAt(pieces, firstLine)) === id,
  );
  if (!piece) return undefined;
  const lines = text.split('\n');
  const lengthOf = (count: number) => lines.slice(0, count).join('\n').length;
  const { firstLine, lineCount } = piece;
  const start = lengthOf(firstLine) + (firstLine > 0 ? 1 : 0);
  return { start, end: lengthOf(firstLine + lineCount) };
}
