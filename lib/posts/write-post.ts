import type { OpenedFile } from '../core/post/wrap-up.ts';
import { scanBlocks } from '../markdown/blocks/scan.ts';
import { splitFrontMatter } from './front-matter/split.ts';
import { frontMatterText, type OpenedPost, type Piece, piecesOf } from './open-post.ts';

/** A block of the post that is being written. */
export interface WrittenBlock {
  text: string;
  /** The piece of the opened post that it is or was made from, unchanged; absent: it is new. */
  piece?: { at: number; text: string; gap: string } | undefined;
}

/** Everything in an opened post except its pieces. */
export type Frame = Pick<OpenedFile, 'mark' | 'frontMatter' | 'start' | 'tail' | 'lineEnd'>;

export function frameOf({ mark, frontMatter, pieces, tail, lineEnd }: OpenedPost): Frame {
  const [first] = pieces;
  return {
    mark: mark === '' ? '' : '\uFEFF',
    ...(frontMatter && { frontMatter }),
    ...(first ? { start: first.gap, tail } : { start: tail }),
    lineEnd,
  };
}

/** Returns the blocks of an opened post, unchanged. */
export const blocksOf = (post: OpenedPost): WrittenBlock[] =>
  post.pieces.map(({ text, gap }, at) => ({ text, piece: { at, text, gap } }));

/** The text of a post with its parts, which joined are the post. */
export interface WrittenPost {
  /** The text before the first block. */
  head: string;
  /** Each block, preceded by the text between it and the previous one. */
  blocks: { gap: string; text: string }[];
  tail: string;
}

/**
 * Returns the post's text with these blocks instead of its pieces. Between two blocks that were
 * adjacent, the original gap is written, if both can still be read there; else the smallest gap
 * that keeps them apart. The text before the first piece and after the last belongs to the file,
 * and stays.
 */
export function writeParts(frame: Frame, blocks: readonly WrittenBlock[]): WrittenPost {
  const head = frame.mark + frontMatterText(frame.frontMatter);
  if (blocks.length === 0) return { head: head + frame.start, blocks: [], tail: frame.tail ?? '' };
  const written = blocks.map((block, at) => {
    const before = blocks[at - 1];
    return { gap: before ? gapBetween(frame, before, block) : '', text: block.text };
  });
  const tail = frame.tail ?? frame.lineEnd;
  const start = startGap(frame, head);
  return { head: head + start + noFrontMatter(frame, start, written, tail), blocks: written, tail };
}

/** Without front matter, a rule or brace at the start of the file would begin one. */
function noFrontMatter(
  { frontMatter, lineEnd }: Frame,
  start: string,
  blocks: WrittenPost['blocks'],
  tail: string,
): string {
  if (frontMatter || !/^(?:---|\+\+\+|\{)/.test(blocks[0]?.text ?? '')) return '';
  const text = start + blocks.map(({ gap, text }) => gap + text).join('') + tail;
  return splitFrontMatter(text) ? `<!-- -->${lineEnd}${lineEnd}` : '';
}

/** Returns the text of `writeParts`. */
export function writePost(frame: Frame, blocks: readonly WrittenBlock[]): string {
  const { head, blocks: written, tail } = writeParts(frame, blocks);
  return head + written.map(({ gap, text }) => gap + text).join('') + tail;
}

/** Returns the text before the first block; front matter needs a line end. */
function startGap({ mark, start, lineEnd }: Frame, head: string): string {
  return head.length > mark.length && !/[\r\n]$/.test(head) && !/^[\r\n]/.test(start)
    ? lineEnd + start
    : start;
}

function gapBetween({ lineEnd }: Frame, before: WrittenBlock, block: WrittenBlock): string {
  const [above, own] = [before.piece, block.piece];
  const pairGap = above && own && own.at === above.at + 1 ? own.gap : undefined;
  if (pairGap !== undefined && above?.text === before.text && own?.text === block.text) {
    return pairGap;
  }
  const known = knownGaps.get(block);
  if (known?.before === before && known.lineEnd === lineEnd) return known.gap;
  const isAsThere = pairGap !== undefined && staysAsThere(before, pairGap, block);
  const gap = isAsThere ? pairGap : leastGap(lineEnd, before, block, pairGap);
  knownGaps.set(block, { before, lineEnd, gap });
  return gap;
}

/** Finding gaps needs a parser, and when a post is written again most blocks are unchanged. */
const knownGaps = new WeakMap<
  WrittenBlock,
  { before: WrittenBlock; lineEnd: string; gap: string }
>();

function leastGap(
  lineEnd: string,
  before: WrittenBlock,
  block: WrittenBlock,
  pairGap: string | undefined,
): string {
  const blank = lineEnd + lineEnd;
  const gaps = [
    ...(pairGap === undefined ? [] : [pairGap]),
    ...(isTight(before, block) ? [lineEnd] : []),
    blank,
  ];
  const apart = `${blank}<!-- -->${blank}`;
  const gap = [...gaps, apart].find((gap) => keepsApart(before, gap, block));
  if (gap !== undefined) return gap;
  // Nothing in the text closes a fence or comment that the file ended with.
  const closing = scanBlocks(before.text.split(/\r\n?|\n/)).at(-1)?.unclosed;
  return closing === undefined ? blank : lineEnd + closing + blank;
}

/** True if two items of one list have no blank line between them. */
function isTight(before: WrittenBlock, block: WrittenBlock): boolean {
  const mark = /^ {0,3}([*+-])[ \t]/;
  const [one, other] = [mark.exec(before.text)?.[1], mark.exec(block.text)?.[1]];
  return one !== undefined && one === other && !/[\r\n][ \t]*[\r\n]/.test(before.text);
}

/** True if both texts are read as the same blocks with `gap` between them. */
function keepsApart(before: WrittenBlock, gap: string, after: WrittenBlock): boolean {
  const [first, last] = [readBlock(before), readBlock(after)];
  const all = readPieces(before.text + gap + after.text);
  const same = (one: readonly unknown[], other: readonly unknown[]) =>
    JSON.stringify(one) === JSON.stringify(other);
  return (
    all.length >= first.length + last.length &&
    same(all.slice(0, first.length), first) &&
    same(all.slice(all.length - last.length), last)
  );
}

/**
 * True if two pieces can't be read apart even as they were in the file, because what is above them
 * decides (lines below a list item, which alone are code), and their changed texts are read as the
 * same kinds as the first ones.
 */
function staysAsThere(before: WrittenBlock, gap: string, after: WrittenBlock): boolean {
  const [above, own] = [before.piece, after.piece];
  if (!above || !own || keepsApart({ text: above.text }, gap, { text: own.text })) return false;
  const kinds = (one: string, other: string) =>
    JSON.stringify(readPieces(one + gap + other).map(({ kind }) => kind));
  return kinds(above.text, own.text) === kinds(before.text, after.text);
}

type ReadPieces = readonly Pick<Piece, 'kind' | 'text'>[];

const readPieces = (text: string): ReadPieces =>
  piecesOf(text).pieces.map(({ kind, text }) => ({ kind, text }));

/** A block has two neighbours; it is read once for both. */
const knownPieces = new WeakMap<WrittenBlock, ReadPieces>();

function readBlock(block: WrittenBlock): ReadPieces {
  const known = knownPieces.get(block) ?? readPieces(block.text);
  knownPieces.set(block, known);
  return known;
}
