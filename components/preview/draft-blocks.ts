import type { Finding } from '../../lib/client/checker.ts';
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

/** Where a finding leads: to the details, if it is of what stands there and in no line. */
export const targetOfFinding = (
  pieces: readonly Piece[],
  { rule, firstLine }: Pick<Finding, 'rule' | 'firstLine'>,
): DraftTarget => (rule === 'file-unlinked' ? { kind: 'details' } : targetAt(pieces, firstLine));

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

/**
 * The same from the pieces alone, without what stands between them and without the front matter's text: what a post shows
 * does not need them, and a long text need not be gone through.
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

/** As high as a post's title is shown. */
const frontMatterLines = 2;

/** So many blocks are set at once. */
const perChunk = 20;
/** Where blocks come in among others, a stretch is not cut in two before it has so many. */
const mostInChunk = 2 * perChunk;

/** Some of the blocks, which a browser sets in a few milliseconds. */
export interface DraftChunk {
  /** The same for the stretch that takes its place. */
  id: number;
  blocks: readonly DraftBlock[];
  lineCount: number;
  /** Its blocks are in the page; else there is only the room that they need. */
  isSet: boolean;
}

/**
 * The blocks in stretches. What is the same as before is the same object: a stretch, and in one that changed each block that
 * did not.
 */
export function chunksOf(
  blocks: readonly DraftBlock[],
  before: readonly DraftChunk[] = [],
): DraftChunk[] {
  const head = alike(before, blocks, 1);
  const tail = alike(before.slice(head.chunks.length), blocks.slice(head.blocks), -1);
  // What comes in between two stretches goes into the first of them.
  if (before.length === head.chunks.length + tail.chunks.length) {
    if (blocks.length === head.blocks + tail.blocks) return [...head.chunks, ...tail.chunks];
    head.blocks -= head.chunks.pop()?.blocks.length ?? 0;
  }
  const old = before.slice(head.chunks.length, before.length - tail.chunks.length);
  const middle = blocks.slice(head.blocks, blocks.length - tail.blocks);
  return [...head.chunks, ...cut(middle, old, before), ...tail.chunks];
}

/** The stretches of the same blocks in a row, from the start or the end; words in them may be others. */
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

/** Names what a block is from, and no other block of the post. */
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

/** New stretches in the place of old ones. */
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
