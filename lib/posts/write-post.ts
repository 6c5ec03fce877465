import { frontMatterText, type OpenedPost, piecesOf } from './open-post.ts';

/** A block of the post that is written. */
export interface WrittenBlock {
  text: string;
  /** Which piece of the opened post it is, or was made of; absent: it is new. */
  piece?: number;
}

/** The blocks of an opened post, as they are there. */
export const blocksOf = (post: OpenedPost): WrittenBlock[] =>
  post.pieces.map(({ text }, piece) => ({ text, piece }));

/**
 * The post's text with these blocks in place of its pieces. Between two blocks that stood side by side what
 * stood between them is written, as long as both can still be read there; else as little as keeps them
 * apart. What came before the first piece and behind the last belongs to the file, and stays.
 */
export function writePost(
  post: OpenedPost,
  blocks: readonly WrittenBlock[] = blocksOf(post),
): string {
  const head = post.mark + frontMatterText(post.frontMatter);
  const [first, ...others] = blocks;
  if (first === undefined) return head + (post.pieces[0]?.gap ?? '') + post.tail;
  const parts = [head, startGap(post, head), first.text];
  let before = first;
  for (const block of others) {
    parts.push(gapBetween(post, before, block), block.text);
    before = block;
  }
  parts.push(post.pieces.length === 0 ? post.lineEnd : post.tail);
  return parts.join('');
}

/** What stands before the first block; front matter needs a line end. */
function startGap(post: OpenedPost, head: string): string {
  const gap = post.pieces.length === 0 ? post.tail : (post.pieces[0]?.gap ?? '');
  return head.length > post.mark.length && !/[\r\n]$/.test(head) && !/^[\r\n]/.test(gap)
    ? post.lineEnd + gap
    : gap;
}

function gapBetween(post: OpenedPost, before: WrittenBlock, block: WrittenBlock): string {
  const [above, own] = [pieceOf(post, before), pieceOf(post, block)];
  const isPair = above && own && block.piece === (before.piece ?? Number.NaN) + 1;
  if (isPair && above.text === before.text && own.text === block.text) return own.gap;
  const between = post.lineEnd;
  const blank = between + between;
  const gaps = [...(isPair ? [own.gap] : []), ...(isTight(before, block) ? [between] : []), blank];
  const apart = `${blank}<!-- -->${blank}`;
  return [...gaps, apart].find((gap) => keepsApart(before.text, gap, block.text)) ?? blank;
}

const pieceOf = (post: OpenedPost, { piece }: WrittenBlock) =>
  piece === undefined ? undefined : post.pieces[piece];

/** Two items of one list stand without a blank line between. */
function isTight(before: WrittenBlock, block: WrittenBlock): boolean {
  const mark = /^ {0,3}([*+-])[ \t]/;
  const [one, other] = [mark.exec(before.text)?.[1], mark.exec(block.text)?.[1]];
  return one !== undefined && one === other && !/[\r\n][ \t]*[\r\n]/.test(before.text);
}

/** Whether both texts are read as the same blocks when they stand with `gap` between them. */
function keepsApart(before: string, gap: string, after: string): boolean {
  const read = (text: string) => piecesOf(text).pieces.map(({ kind, text }) => ({ kind, text }));
  const [first, last] = [read(before), read(after)];
  const all = read(before + gap + after);
  const same = (one: readonly unknown[], other: readonly unknown[]) =>
    JSON.stringify(one) === JSON.stringify(other);
  return (
    all.length >= first.length + last.length &&
    same(all.slice(0, first.length), first) &&
    same(all.slice(all.length - last.length), last)
  );
}
