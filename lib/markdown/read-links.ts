import { type Atom, findAtoms } from './atoms.ts';
import { lineOffsets } from './blocks/line-offsets.ts';
import { type Leaf, scanBlocks } from './blocks/scan.ts';

/** Offsets in UTF-16 code units; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A link or picture of the inline form, `[label](address "title")`. */
export interface LinkInText extends Span {
  isImage: boolean;
  label: Span;
  /** The address as it is written, in its angle brackets if it has any. */
  address: Span;
}

/** A block's text with what stands in it. */
export interface TextBlock extends Span {
  kind: Leaf['kind'];
  /** Where the content of its lines begins, after list markers and the like. */
  lineStarts: readonly number[];
  atoms: readonly Atom[];
  links: readonly LinkInText[];
}

/** Blocks whose text is words, so that a link may stand in it. */
const worded: ReadonlySet<Leaf['kind']> = new Set(['paragraph', 'heading', 'table', 'footnote']);

const headingMark = /^#{1,6}(?:[ \t]+|$)/;
const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;
const taskMark = /^\[[ xX]\][ \t]+/;

/** The blocks of a Markdown text, with their links; code and HTML blocks have none. */
export function readLinks(markdown: string): TextBlock[] {
  const lines = markdown.split('\n');
  const offsets = lineOffsets(lines);
  return scanBlocks(lines).map(({ kind, firstLine, starts }) => {
    const lineStarts = starts.map((start, at) => (offsets[firstLine + at] ?? 0) + start);
    const isHeading = kind === 'heading';
    // Its text is that without `#` on either side, and without the line under it; a task's is without its box.
    const textLines = starts.length - (isHeading && starts.length > 1 ? 1 : 0);
    const first = lineStarts[0] ?? 0;
    const last = (offsets[firstLine + textLines] ?? markdown.length + 1) - 1;
    const written = markdown.slice(first, last);
    const marker = isHeading ? headingMark : kind === 'footnote' ? footnoteMark : taskMark;
    const opening = marker.exec(written)?.[0].length ?? 0;
    const closing =
      isHeading && opening > 0
        ? (/(?:^|[ \t]+)#+[ \t]*$/.exec(written.slice(opening))?.[0].length ?? 0)
        : 0;
    const [start, end] = [first + opening, last - closing];
    const text = markdown.slice(start, end);
    const atoms = worded.has(kind)
      ? findAtoms(text).map((atom) => ({
          ...atom,
          start: atom.start + start,
          end: atom.end + start,
        }))
      : [];
    return {
      kind,
      start,
      end,
      lineStarts,
      atoms,
      links: findLinks(markdown, { start, end }, atoms),
    };
  });
}

/** True if a link can stand in this kind of block. */
export const holdsWords = ({ kind }: Pick<TextBlock, 'kind'>): boolean => worded.has(kind);

interface Opener {
  at: number;
  isImage: boolean;
  /** A link may not hold another: what opened before one that is closed opens nothing. */
  isActive: boolean;
}

function findLinks(markdown: string, within: Span, atoms: readonly Atom[]): LinkInText[] {
  const links: LinkInText[] = [];
  const openers: Opener[] = [];
  let next = 0;
  for (let at = within.start; at < within.end; at++) {
    const atom = atoms[next];
    if (atom && at >= atom.start) {
      at = atom.end - 1;
      next++;
      continue;
    }
    const char = markdown[at];
    if (char === '\\') {
      at++;
    } else if (char === '[') {
      openers.push({ at, isImage: isMark(markdown, at - 1), isActive: true });
    } else if (char === ']') {
      const opener = openers.pop();
      const destination = atoms[next];
      if (!opener?.isActive || destination?.start !== at + 1) continue;
      const { isImage } = opener;
      links.push({
        isImage,
        start: opener.at - (isImage ? 1 : 0),
        end: destination.end,
        label: { start: opener.at + 1, end: at },
        address: addressIn(markdown, destination),
      });
      if (!isImage) for (const earlier of openers) if (!earlier.isImage) earlier.isActive = false;
    }
  }
  return links;
}

/** True for a `!` that no backslash takes its meaning from. */
function isMark(markdown: string, at: number): boolean {
  return markdown[at] === '!' && !isEscaped(markdown, at);
}

/** True if an odd number of backslashes stands before a place. */
export function isEscaped(markdown: string, at: number): boolean {
  let before = at;
  while (markdown[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

function addressIn(markdown: string, { start, end }: Span): Span {
  const inside = markdown.slice(start + 1, end - 1);
  const [, space = '', address = ''] = /^(\s*)(<[^<>\n]*>|\S*)/.exec(inside) ?? [];
  const from = start + 1 + space.length;
  return { start: from, end: from + address.length };
}

/** The address that a link's destination means, without its angle brackets, backslashes and entities. */
export function plainAddress(written: string): string {
  return written
    .replace(/^<([^<>]*)>$/, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&amp;', '&');
}

/** Every address that a text links to: of links, of what stands in angle brackets, and bare ones. */
export function linkedAddresses(markdown: string): string[] {
  if (!/\]\(|https?:/i.test(markdown)) return [];
  const visible = markdown.replace(/<!--[\s\S]*?-->/g, '');
  const found: string[] = [];
  for (const block of readLinks(visible)) {
    if (!holdsWords(block) && block.kind !== 'definition') continue;
    const { atoms, links } = block;
    for (const { address, isImage } of links) {
      if (!isImage) found.push(plainAddress(visible.slice(address.start, address.end)));
    }
    for (const { kind, start, end } of atoms) {
      if (kind === 'autolink') found.push(visible.slice(start + 1, end - 1));
    }
    for (const { start, end } of bareLinks(visible, block)) {
      found.push(visible.slice(start, end).replace(/[.,:;!?'"*_~)]+$/, ''));
    }
  }
  return found;
}

/**
 * Addresses that stand in a block's text as they are, which GFM makes links of, with all that is written
 * right behind them.
 */
export function bareLinks(markdown: string, { start, end, atoms }: TextBlock): Span[] {
  const bare: Span[] = [];
  let at = start;
  for (const atom of [...atoms, { start: end, end }]) {
    const between = markdown.slice(at, atom.start);
    for (const match of between.matchAll(/(?:https?:\/\/|www\.|[^\s<]+@)[^\s<]*/gi)) {
      const from = at + match.index;
      bare.push({ start: from, end: from + match[0].length });
    }
    at = atom.end;
  }
  return bare;
}
