import type { Item, Part } from '../../core/post/item.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { separator } from '../items/join-blocks.ts';
import type { RenderedBlock } from '../items/render-item.ts';
import { isOutdated } from './by-hand.ts';
import type { Placed } from './place-parts.ts';
import type { PartOutput } from './template-output.ts';

/** Where a piece stands: lines from 0 on; none if it prints nothing. */
interface Lines {
  firstLine: number;
  lineCount: number;
}

/** An item in the post. */
export interface ItemPiece extends Lines {
  kind: 'item';
  id: string;
  markdown: string;
}

/** A part of the template, or one that was written by hand and that the template no longer has. */
export interface PartPiece extends Lines {
  kind: 'part';
  part: string;
  talkId?: string;
  /** The row that says where it stands, that it is hidden, or what it says by hand. */
  row?: Part;
  /** As it stands in the post; '' if it is hidden or says nothing. */
  markdown: string;
  /**
   * What the template makes of it, safe for the generator; absent if the template no longer has it.
   */
  output?: string;
  /** Written by hand, and the template makes something else of it by now: `row.base` is the old, `output` the new. */
  outdated: boolean;
}

/** The source map of a post: each of its blocks with the lines that it stands in. */
export type Piece = ItemPiece | PartPiece;

type Gap = NonNullable<PartOutput['gap']>;

/** How pieces are written. */
interface Writing extends Pick<Dialect, 'makeSafe'> {
  /** For the one part of a template that holds the items itself. */
  whole: string | undefined;
}

/** A piece on its way into the text. */
interface Printed extends RenderedBlock {
  piece: Piece;
  /** Of a part of a cut template that is at its own place: what the template has beside it. */
  gap?: Gap & Pick<PartOutput, 'side'>;
}

/**
 * Puts together what stands in the post.
 */
export function piecesOf(
  placed: readonly Placed[],
  blockOf: (item: Item) => RenderedBlock,
  { whole, makeSafe }: Writing,
): { text: string; pieces: Piece[] } {
  const all = placed.map((each) =>
    'item' in each
      ? printItem(each.item, blockOf(each.item))
      : printPart(each, blockOf, { whole, makeSafe }),
  );
  const printed = all.filter(({ markdown }) => markdown !== '').map(trimLast);
  const gaps = printed.map((each, at) => gapBefore(printed[at - 1], each));
  const text = write(printed, gaps, makeSafe);
  // Those that print nothing stand where the one before them ends.
  let end = 0;
  let at = 0;
  for (const { piece, markdown } of all) {
    piece.firstLine = end;
    if (markdown === '') continue;
    if (at > 0) piece.firstLine += countLineEnds(gaps[at] ?? '') - 1;
    piece.lineCount = countLineEnds(piece.markdown) + 1;
    end = piece.firstLine + piece.lineCount;
    at++;
  }
  return { text, pieces: all.map(({ piece }) => piece) };
}

/** A template that nothing follows ends without the space that it has before its items. */
function trimLast(each: Printed, at: number, all: readonly Printed[]): Printed {
  if (at < all.length - 1 || each.gap?.side !== 'leading') return each;
  each.piece.markdown = each.piece.markdown.trimEnd();
  return { ...each, markdown: each.markdown.trimEnd() };
}

const nowhere: Lines = { firstLine: 0, lineCount: 0 };

function printItem({ id }: Item, block: RenderedBlock): Printed {
  return { ...block, piece: { kind: 'item', id, markdown: block.written, ...nowhere } };
}

function printPart(
  { output, row }: { output?: PartOutput; row?: Part },
  blockOf: (item: Item) => RenderedBlock,
  { whole, makeSafe }: Writing,
): Printed {
  const { part, talkId } = row ?? output ?? { part: '' };
  const made = output && (whole ?? makeSafe(output.markdown).toWellFormed());
  const piece: PartPiece = {
    kind: 'part',
    part,
    ...(talkId === undefined ? {} : { talkId }),
    ...(row && { row }),
    markdown: '',
    ...(made === undefined ? {} : { output: made }),
    outdated: row !== undefined && made !== undefined && isOutdated(row, made),
    ...nowhere,
  };
  if (row?.hidden) return { piece, markdown: '', written: '', bullet: false, asTyped: false };
  if (row?.byHand) {
    const block = blockOf(row);
    return { ...block, piece: { ...piece, markdown: block.written } };
  }
  const written = made ?? '';
  return {
    piece: { ...piece, markdown: written },
    // What stands beside a template that is cut is safe with what it stands beside.
    markdown: whole ?? output?.markdown ?? '',
    written,
    bullet: false,
    asTyped: whole !== undefined,
    ...(output?.gap === undefined || row ? {} : { gap: { ...output.gap, side: output.side } }),
  };
}

function gapBefore(previous: Printed | undefined, next: Printed): string {
  if (!previous) return '';
  const before = previous.gap?.side === 'leading' ? previous.gap : undefined;
  const after = next.gap?.side === 'closing' ? next.gap : undefined;
  if (before && after) return before.ofNone;
  return before?.toItems ?? after?.toItems ?? separator(previous, next);
}

/**
 * Joins the pieces. Where one may be a part of the same Markdown block as the one before it, both are made
 * safe together, since that depends on the block; everywhere else each is safe by itself.
 */
function write(
  printed: readonly Printed[],
  gaps: readonly string[],
  makeSafe: Dialect['makeSafe'],
): string {
  let text = '';
  let group: Printed[] = [];
  let inside: string[] = [];
  const flush = () => {
    if (group.length > 1) makeSafeTogether(group, inside, makeSafe);
    for (const [at, { piece }] of group.entries()) {
      // What keeps two apart may be a comment, which not every generator writes in the same way.
      text += makeSafe(inside[at] ?? '') + piece.markdown;
    }
  };
  for (const [at, each] of printed.entries()) {
    const gap = gaps[at] ?? '';
    const last = group.at(-1);
    if (!last || !isJoint(last, gap, each)) {
      flush();
      group = [];
      inside = [];
    }
    group.push(each);
    inside.push(gap);
  }
  flush();
  return text;
}

function isJoint(previous: Printed, gap: string, next: Printed): boolean {
  if (previous.asTyped || next.asTyped) return false;
  if (/^[ \t]/.test(next.markdown)) return true;
  return !(previous.bullet && next.bullet) && !/\n[ \t]*\n/.test(gap);
}

/** Being made safe adds no lines and takes none, so that each piece finds its own again. */
function makeSafeTogether(
  group: readonly Printed[],
  gaps: readonly string[],
  makeSafe: Dialect['makeSafe'],
): void {
  const joined = group.map(({ markdown }, at) => (at === 0 ? '' : gaps[at]) + markdown).join('');
  const lines = makeSafe(joined).toWellFormed().split('\n');
  let next = 0;
  for (const [at, { piece, markdown }] of group.entries()) {
    if (at > 0) next += countLineEnds(gaps[at] ?? '');
    const count = countLineEnds(markdown);
    piece.markdown = lines.slice(next, next + count + 1).join('\n');
    next += count;
  }
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
