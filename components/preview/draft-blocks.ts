import type { Piece } from '../../lib/render/parts/pieces.ts';

/** What a block of the draft is from, so that it leads there; the front matter is from the details. */
export type DraftTarget =
  | { kind: 'details' }
  | { kind: 'item'; id: string }
  | { kind: 'part'; part: string; talkId?: string; rowId?: string };

/** A block of the draft, as it is shown: its lines with those up to the next. */
export interface DraftBlock {
  text: string;
  lineCount: number;
  target: DraftTarget;
}

function targetOf(piece: Piece): DraftTarget {
  if (piece.kind === 'item') return { kind: 'item', id: piece.id };
  const { part, talkId, row } = piece;
  return {
    kind: 'part',
    part,
    ...(talkId === undefined ? {} : { talkId }),
    ...(row && { rowId: row.id }),
  };
}

/** What stands in a line of the draft, from 0; in a gap, what stands above it. */
export function targetAt(pieces: readonly Piece[], line: number): DraftTarget {
  const piece = pieces.findLast(({ firstLine, lineCount }) => lineCount > 0 && firstLine <= line);
  return piece ? targetOf(piece) : { kind: 'details' };
}

/** The blocks of a draft, the front matter first; joined together they are the draft. */
export function draftBlocks(text: string, pieces: readonly Piece[]): DraftBlock[] {
  const printed = pieces.filter(({ lineCount }) => lineCount > 0);
  const starts = [
    { firstLine: 0, target: { kind: 'details' } as const },
    ...printed.map((piece) => ({ firstLine: piece.firstLine, target: targetOf(piece) })),
  ];
  let line = 0;
  let end = 0;
  return starts.map(({ firstLine, target }, at) => {
    const start = end;
    const next = starts[at + 1]?.firstLine ?? Number.POSITIVE_INFINITY;
    while (line < next && end < text.length) {
      const lineEnd = text.indexOf('\n', end);
      end = lineEnd < 0 ? text.length : lineEnd + 1;
      line++;
    }
    return { text: text.slice(start, end), lineCount: line - firstLine, target };
  });
}

/** So many blocks are set at once. */
const perChunk = 20;

export interface DraftChunk {
  blocks: DraftBlock[];
  lineCount: number;
  /** Equal where all blocks look the same. */
  key: string;
}

/** The blocks in stretches that a browser sets in a few milliseconds each. */
export function chunksOf(blocks: readonly DraftBlock[]): DraftChunk[] {
  const chunks: DraftChunk[] = [];
  for (let at = 0; at < blocks.length; at += perChunk) {
    const some = blocks.slice(at, at + perChunk);
    const lineCount = some.reduce((sum, block) => sum + block.lineCount, 0);
    chunks.push({ blocks: some, lineCount, key: some.map(({ text }) => text).join('\0') });
  }
  return chunks;
}
