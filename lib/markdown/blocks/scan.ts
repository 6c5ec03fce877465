import * as starts from './block-starts.ts';
import { Cursor } from './cursor.ts';

export type LeafKind =
  | 'paragraph'
  | 'heading'
  | 'rule'
  | 'fence'
  | 'indented'
  | 'html'
  | 'table'
  /** Link reference or definition list, where each line has its own meaning. */
  | 'definition'
  /**
   * Contains the beginning of a footnote's text. For goldmark it may end the containers around it,
   * for CommonMark it is text, so from here on parsers disagree about the nesting.
   */
  | 'footnote'
  /** Nested more deeply than the scan follows. */
  | 'opaque';

export type Container = { type: 'quote' } | { type: 'item'; indent: number; empty: boolean };

/** A block that contains text, and its position. */
export interface Leaf {
  kind: LeafKind;
  /** Index of its first line; its lines are consecutive. */
  firstLine: number;
  /** For each line, where its content begins, after container markers and indentation. */
  starts: number[];
  /** The containers around it, outermost first. */
  containers: readonly Container[];
  /** The closing of a fence or HTML block that is not closed in the text, at top level. */
  unclosed?: string;
}

/**
 * Ordinary text nests a few levels; deeper blocks are left as they are, so that time stays linear.
 */
const maxDepth = 100;

interface OpenLeaf extends Leaf {
  /** Closes a fence or HTML block. */
  end?: RegExp | null;
}

/**
 * Finds the leaf blocks of a Markdown text, as CommonMark's first phase does, with broad tests for
 * GFM's tables and goldmark's definitions. One pass, no recursion.
 */
export function scanBlocks(lines: readonly string[]): Leaf[] {
  const leaves: Leaf[] = [];
  const containers: Container[] = [];
  let leaf: OpenLeaf | null = null;

  const open = (kind: LeafKind, line: number, start: number, end?: RegExp | null) => {
    const parent = containers.at(-1);
    if (parent?.type === 'item') parent.empty = false;
    leaf = { kind, firstLine: line, starts: [start], containers: [...containers] };
    if (end !== undefined) leaf.end = end;
    leaves.push(leaf);
    return leaf;
  };

  lines.forEach((text, number) => {
    const cursor = new Cursor(text);
    let matched = matchContainers(containers, cursor);
    const allMatched = matched === containers.length;
    if (leaf && allMatched && continuesVerbatim(leaf, cursor)) {
      leaf.starts.push(cursor.offset);
      if (isEnd(leaf, cursor)) leaf = null;
      return;
    }
    if (leaf && (cursor.blank || (leaf.kind !== 'paragraph' && leaf.kind !== 'opaque')))
      leaf = null;

    const paragraph = leaf as OpenLeaf | null;
    let fresh = false;
    const close = () => {
      containers.length = matched;
      leaf = null;
      fresh = true;
    };
    while (!cursor.blank) {
      const inParagraph = !fresh && allMatched && paragraph !== null;
      const mayBeLazy = !fresh && paragraph !== null;
      if (cursor.indent >= 4) {
        if (mayBeLazy) break;
        close();
        open('indented', number, cursor.offset);
        return;
      }
      const { rest, contentStart } = cursor;
      if (containers.length >= maxDepth && matched >= maxDepth && /^[>*+\-\d]/.test(rest)) {
        close();
        open('opaque', number, contentStart);
        return;
      }
      if (rest.startsWith('>')) {
        close();
        markFilled(containers);
        cursor.takeQuoteMarker();
        containers.push({ type: 'quote' });
        matched++;
        continue;
      }
      if (starts.atxHeading.test(rest)) {
        close();
        open('heading', number, contentStart);
        leaf = null;
        return;
      }
      const fence = starts.fenceStart.exec(rest)?.[0];
      if (fence) {
        close();
        open('fence', number, contentStart, closingFence(fence)).unclosed = fence;
        return;
      }
      const html = htmlBlockAt(rest, mayBeLazy);
      if (html) {
        close();
        const opened = open('html', number, contentStart, html.end);
        if (html.end?.test(rest)) leaf = null;
        else if (html.end) opened.unclosed = closerOf(rest);
        return;
      }
      if (inParagraph && starts.setextUnderline.test(rest)) {
        paragraph.kind = 'heading';
        paragraph.starts.push(contentStart);
        leaf = null;
        return;
      }
      if (starts.thematicBreak.test(rest)) {
        close();
        open('rule', number, contentStart);
        leaf = null;
        return;
      }
      const marker = listMarker(rest, inParagraph);
      if (!marker) break;
      close();
      markFilled(containers);
      const indent = cursor.takeListMarker(marker.length);
      containers.push({ type: 'item', indent, empty: true });
      matched++;
    }
    if (cursor.blank) {
      containers.length = matched;
      leaf = null;
    } else if (paragraph && !fresh) {
      // If not all containers matched, this is a lazy continuation line.
      paragraph.starts.push(cursor.contentStart);
    } else {
      containers.length = matched;
      open('paragraph', number, cursor.contentStart);
    }
  });
  for (const found of leaves) refineParagraph(found, lines);
  markTerms(leaves, lines);
  return leaves;
}

function matchContainers(containers: readonly Container[], cursor: Cursor): number {
  let matched = 0;
  for (const container of containers) {
    if (container.type === 'quote') {
      if (!cursor.takeQuoteMarker()) break;
    } else if (cursor.blank) {
      if (container.empty) break;
      cursor.skipSpace();
    } else if (cursor.indent >= container.indent) {
      cursor.skipColumns(container.indent);
    } else {
      break;
    }
    matched++;
  }
  return matched;
}

/** True if the line belongs to an open fence, HTML block or indented code, whatever it contains. */
function continuesVerbatim(leaf: OpenLeaf, cursor: Cursor): boolean {
  if (leaf.kind === 'fence') return true;
  if (leaf.kind === 'html') return leaf.end !== null || !cursor.blank;
  return leaf.kind === 'indented' && (cursor.blank || cursor.indent >= 4);
}

function isEnd(leaf: OpenLeaf, cursor: Cursor): boolean {
  if (!leaf.end) return false;
  const ends =
    leaf.kind === 'fence'
      ? cursor.indent < 4 && leaf.end.test(cursor.rest)
      : leaf.end.test(cursor.rest);
  if (ends) delete leaf.unclosed;
  return ends;
}

function closingFence(fence: string): RegExp {
  return new RegExp(`^\\${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
}

function htmlBlockAt(rest: string, mayBeLazy: boolean) {
  if (!rest.startsWith('<')) return undefined;
  return starts.htmlBlocks.find(
    ({ start }, index) => start.test(rest) && !(mayBeLazy && index === starts.lastHtmlBlock),
  );
}

/** Returns what ends an HTML block that begins with `rest`. */
function closerOf(rest: string): string {
  const tag = /^<(script|pre|textarea|style)/i.exec(rest)?.[1];
  if (tag) return `</${tag}>`;
  if (rest.startsWith('<!--')) return '-->';
  if (rest.startsWith('<?')) return '?>';
  return rest.startsWith('<![CDATA[') ? ']]>' : '>';
}

function listMarker(rest: string, inParagraph: boolean): string | undefined {
  const marker = (starts.bulletMarker.exec(rest) ?? starts.orderedMarker.exec(rest))?.[0];
  if (marker === undefined || !inParagraph) return marker;
  // Only an item with text, and only the number 1, may interrupt a paragraph.
  if (rest.slice(marker.length).trim() === '') return undefined;
  return /^\d/.test(marker) && Number.parseInt(marker, 10) !== 1 ? undefined : marker;
}

function markFilled(containers: readonly Container[]): void {
  const parent = containers.at(-1);
  if (parent?.type === 'item') parent.empty = false;
}

function refineParagraph(leaf: Leaf, lines: readonly string[]): void {
  if (leaf.kind !== 'paragraph' && leaf.kind !== 'heading') return;
  const content = leaf.starts.map((start, i) => (lines[leaf.firstLine + i] ?? '').slice(start));
  if (content.some((line) => starts.footnote.test(line))) {
    leaf.kind = 'footnote';
  } else if (leaf.kind === 'heading') {
    return;
  } else if (content.slice(1).some((line) => starts.tableDelimiter.test(line))) {
    leaf.kind = 'table';
  } else if (
    content.some((line) => /^:(?:[ \t]|$)/.test(line)) ||
    (content[0]?.startsWith('[') && starts.definitionStart.test(content.join('\n')))
  ) {
    leaf.kind = 'definition';
  }
}

/** Before a definition (`: …`), goldmark reads each line of a paragraph as a separate term. */
function markTerms(leaves: readonly Leaf[], lines: readonly string[]): void {
  leaves.forEach((leaf, i) => {
    const next = leaves[i + 1];
    if (leaf.kind !== 'paragraph' || !next) return;
    const start = (lines[next.firstLine] ?? '').slice(next.starts[0]);
    if (/^:[ \t]/.test(start)) leaf.kind = 'definition';
  });
}
