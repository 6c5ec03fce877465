import type { Finding } from '../../lib/client/checker.ts';
import type { Piece } from '../../lib/render/parts/pieces.ts';

/** The source of a block of the draft, for navigation; the front matter comes from the details. */
export type DraftTarget =
  | { kind: 'details' }
  | { kind: 'item'; id: string }
  | { kind: 'part'; part: string; talkId?: string; rowId?: string };

/** A block of the draft for display: its lines up to the next block. */
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

/** Returns the source of a line of the draft, from 0; in a gap, that of the lines above it. */
export function targetAt(pieces: readonly Piece[], line: number): DraftTarget {
  const piece = pieces.findLast(({ firstLine, lineCount }) => lineCount > 0 && firstLine <= line);
  return piece ? targetOf(piece) : { kind: 'details' };
}

/** Returns where a finding leads: to the details, if it is about something there and in no line. */
export const targetOfFinding = (
  pieces: readonly Piece[],
  { rule, firstLine }: Pick<Finding, 'rule' | 'firstLine'>,
): DraftTarget => (rule === 'file-unlinked' ? { kind: 'details' } : targetAt(pieces, firstLine));

/** Returns the blocks of a draft, the front matter first; joined together they are the draft. */
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

/**
 * Returns the same from the pieces alone, without the gaps between them and the front matter's
 * text: a post's display does not need them, so a long text need not be scanned.
 */
export function postBlocks(pieces: readonly Piece[]): DraftBlock[] {
  const blocks: DraftBlock[] = [
    { text: '', lineCount: frontMatterLines, target: { kind: 'details' } },
  ];
  for (const piece of pieces) {
    if (piece.lineCount === 0) continue;
    blocks.push({ text: piece.markdown, lineCount: piece.lineCount + 1, target: targetOf(piece) });
  }
  return blocks;
}

/** The height of a post's title in lines. */
const frontMatterLines = 2;

/** How many blocks are rendered at once. */
const perChunk = 20;
/** If blocks are inserted, a chunk is split only beyond this size. */
const mostInChunk = 2 * perChunk;

/** Some of the blocks, which a browser renders in a few milliseconds. */
export interface DraftChunk {
  /** Kept by the chunk that replaces this one. */
  id: number;
  blocks: readonly DraftBlock[];
  lineCount: number;
  /** True if its blocks are in the page; otherwise there is only empty space of their size. */
  isSet: boolean;
}

/**
 * Returns the blocks in chunks. What is unchanged stays the same object: a chunk, and in a changed
 * chunk each unchanged block.
 */
export function chunksOf(
  blocks: readonly DraftBlock[],
  before: readonly DraftChunk[] = [],
): DraftChunk[] {
  const head = alike(before, blocks, 1);
  const tail = alike(before.slice(head.chunks.length), blocks.slice(head.blocks), -1);
  // Blocks inserted between two chunks go into the first of them.
  if (before.length === head.chunks.length + tail.chunks.length) {
    if (blocks.length === head.blocks + tail.blocks) return [...head.chunks, ...tail.chunks];
    head.blocks -= head.chunks.pop()?.blocks.length ?? 0;
  }
  const old = before.slice(head.chunks.length, before.length - tail.chunks.length);
  const middle = blocks.slice(head.blocks, blocks.length - tail.blocks);
  return [...head.chunks, ...cut(middle, old, before), ...tail.chunks];
}

/**
 * Returns the chunks with the same blocks in a row, from the start or the end; their words may
 * differ.
 */
function alike(before: readonly DraftChunk[], blocks: readonly DraftBlock[], step: 1 | -1) {
  const chunks: DraftChunk[] = [];
  let passed = 0;
  for (let at = step === 1 ? 0 : before.length - 1; before[at]; at += step) {
    const chunk = before[at] as DraftChunk;
    const from = step === 1 ? passed : blocks.length - passed - chunk.blocks.length;
    if (from < 0 || !chunk.blocks.every((each, index) => isOf(each, blocks[from + index]))) break;
    chunks.push(withWords(chunk, blocks.slice(from, from + chunk.blocks.length)));
    passed += chunk.blocks.length;
  }
  return { chunks: step === 1 ? chunks : chunks.reverse(), blocks: passed };
}

function isOf({ target: one }: DraftBlock, other: DraftBlock | undefined): boolean {
  return other !== undefined && keyOf(one) === keyOf(other.target);
}

/** Returns a key that identifies the source of a block within the post. */
export const keyOf = (target: DraftTarget): string =>
  target.kind === 'item'
    ? target.id
    : target.kind === 'part'
      ? `${target.talkId ?? ''}/${target.part}/${target.rowId ?? ''}`
      : 'details';

function withWords(chunk: DraftChunk, blocks: readonly DraftBlock[]): DraftChunk {
  const at = blocks.findIndex(({ text }, index) => text !== chunk.blocks[index]?.text);
  if (at < 0) return chunk;
  const kept = blocks.map((block, index) => sameBlock(chunk.blocks[index], block));
  return { ...chunk, blocks: kept, lineCount: linesOf(kept) };
}

const sameBlock = (before: DraftBlock | undefined, block: DraftBlock): DraftBlock =>
  before?.text === block.text ? before : block;

const linesOf = (blocks: readonly DraftBlock[]) =>
  blocks.reduce((sum, { lineCount }) => sum + lineCount, 0);

/** Makes new chunks that replace old ones. */
function cut(
  blocks: readonly DraftBlock[],
  old: readonly DraftChunk[],
  all: readonly DraftChunk[],
): DraftChunk[] {
  const known = new Map(
    old.flatMap((chunk) => chunk.blocks).map((each) => [keyOf(each.target), each]),
  );
  const shown = new Set(old.flatMap((chunk) => (chunk.isSet ? chunk.blocks : [])));
  const size = old.length === 1 && blocks.length <= mostInChunk ? mostInChunk : perChunk;
  let free = all.reduce((last, { id }) => Math.max(last, id), -1) + 1;
  const chunks: DraftChunk[] = [];
  for (let at = 0; at < blocks.length; at += size) {
    const next = blocks.slice(at, at + size);
    const before = next.map(({ target }) => known.get(keyOf(target)));
    const some = next.map((block, index) => sameBlock(before[index], block));
    const isSet = before.some((block) => block && shown.has(block));
    const id = old[chunks.length]?.id ?? free++;
    chunks.push({ id, blocks: some, lineCount: linesOf(some), isSet });
  }
  return chunks;
}
