import type { Item, Part } from '../../core/post/item.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { separator } from '../items/join-blocks.ts';
import type { RenderedBlock } from '../items/render-item.ts';
import { isOutdated } from './by-hand.ts';
import type { Placed } from './place-parts.ts';
import type { PartOutput } from './template-output.ts';

/** The lines of a piece, from 0 on; none if it prints nothing. */
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
  /** The row with its place, its visibility, or its text written by hand. */
  row?: Part;
  /** As written in the post; '' if it is hidden or says nothing. */
  markdown: string;
  /**
   * The template's output for it, safe for the generator; absent if the template no longer has it.
   */
  output?: string;
  /**
   * It is written by hand, and the template's output has changed: `row.base` is the old, `output`
   * the new.
   */
  outdated: boolean;
}

/** The source map of a post: each of its blocks with its lines. */
export type Piece = ItemPiece | PartPiece;

type Gap = NonNullable<PartOutput['gap']>;

/** How pieces are written. */
interface Writing extends Pick<Dialect, 'makeSafe'> {
  /** For the single part of a template that itself contains the items. */
  whole: string | undefined;
}

/** A piece that is being added to the text. */
interface Printed extends RenderedBlock {
  piece: Piece;
  /** For a part of a split template that is in its own place: the template's text beside it. */
  gap?: Gap & Pick<PartOutput, 'side'>;
}

/** Assembles the pieces of the post. */
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
  // Pieces that print nothing are placed where the previous one ends.
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

/** A template with nothing after it ends without the space before its items. */
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
    // The text beside a split template's part is made safe together with it.
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
 * Joins the pieces. If one may be part of the same Markdown block as the previous one, both are
 * made safe together, since that depends on the block; all others are safe by themselves.
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
      // What separates two pieces may be a comment, which not every generator writes in the same
      // way.
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

/** Making text safe adds and removes no lines, so each piece can be found again. */
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
