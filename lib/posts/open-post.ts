import { type TopBlockKind, topBlocks } from '../markdown/top-blocks.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter/split.ts';
import { masked, maskTags } from './mask.ts';

export type PieceKind = TopBlockKind | 'comment' | 'shortcode';

/** A block of an opened post, unchanged. */
export interface Piece {
  kind: PieceKind;
  /** Whole lines, without the line end of the last. */
  text: string;
  /** The line end and blank lines between it and what comes before it. */
  gap: string;
}

/** A post, split so that its parts joined together are the text again. */
export interface OpenedPost {
  /** Byte order mark, or ''. */
  mark: string;
  frontMatter: FrontMatter | undefined;
  pieces: readonly Piece[];
  /** The text after the last piece; for a post without pieces everything after the front matter. */
  tail: string;
  /** The most frequent line end. */
  lineEnd: '\n' | '\r\n' | '\r';
}

const byteOrderMark = '\uFEFF';

/** Opens any text; what is not understood stays as it is. */
export function openPost(text: string): OpenedPost {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const whole = text.slice(mark.length);
  const frontMatter = splitFrontMatter(whole);
  const body = whole.slice(frontMatterText(frontMatter).length);
  return { mark, frontMatter, ...piecesOf(body), lineEnd: mostUsedLineEnd(whole) };
}

/** Returns the front matter with its delimiters; '' for none. */
export function frontMatterText(frontMatter: FrontMatter | undefined): string {
  if (frontMatter === undefined) return '';
  return frontMatter.opening + frontMatter.fields + frontMatter.closing;
}

/** Splits Markdown into its blocks and what is between them. */
export function piecesOf(body: string): Pick<OpenedPost, 'pieces' | 'tail'> {
  const readable = maskTags(body);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, start, end } of topBlocks(readable)) {
    const text = body.slice(start, end);
    const shown = readable.slice(start, end);
    pieces.push({ kind: kindOf(kind, text, shown), text, gap: body.slice(at, start) });
    at = end;
  }
  return { pieces, tail: body.slice(at) };
}

function kindOf(kind: TopBlockKind, text: string, readable: string): PieceKind {
  if (kind === 'paragraph' && readable.replaceAll(masked, '').trim() === '') return 'shortcode';
  if (kind === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(text)) return 'comment';
  return kind;
}

function mostUsedLineEnd(text: string): OpenedPost['lineEnd'] {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [end] of text.matchAll(/\r\n?|\n/g)) counts[end as keyof typeof counts]++;
  if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
}
