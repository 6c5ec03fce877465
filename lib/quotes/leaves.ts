import { lineOffsets } from '../markdown/blocks/line-offsets.ts';
import { type LeafKind, scanBlocks } from '../markdown/blocks/scan.ts';
import { findSpans, type Span } from '../markdown/spans.ts';
import type { Selection } from './edit-outcome.ts';

/** A block of a quote that holds text, and where it stands in the quote's Markdown. */
export interface TextLeaf {
  kind: LeafKind;
  /** Where its first line begins, with the marks of the list and quotes around it. */
  lineStart: number;
  /** Where its text begins, after them. */
  start: number;
  /** Exclusive, without the line end. */
  end: number;
}

export function textLeavesOf(markdown: string): TextLeaf[] {
  const lines = markdown.split('\n');
  const offsets = lineOffsets(lines);
  return scanBlocks(lines).map(({ kind, firstLine, starts }) => {
    const lineStart = offsets[firstLine] ?? 0;
    const lastLine = firstLine + starts.length - 1;
    return {
      kind,
      lineStart,
      start: lineStart + (starts[0] ?? 0),
      end: (offsets[lastLine] ?? 0) + (lines[lastLine] ?? '').length,
    };
  });
}

/** True of what may hold links and emphasis: a paragraph or a heading. */
export const isProse = ({ kind }: TextLeaf) => kind === 'paragraph' || kind === 'heading';

/** Where the words of a paragraph or heading may stand: without the marks of the heading. */
export function proseOf(markdown: string, { kind, start, end }: TextLeaf): Selection {
  if (kind !== 'heading') return { start, end };
  const text = markdown.slice(start, end);
  const marks = /^#{1,6}(?:[ \t]+|$)/.exec(text)?.[0].length;
  if (marks !== undefined) return { start: start + marks, end };
  return { start, end: start + text.lastIndexOf('\n') };
}

/** What stands in a paragraph, at places of the whole text. */
export function spansIn(markdown: string, { start, end }: TextLeaf): Span[] {
  // Marks of containers before its further lines mean nothing in it.
  const text = markdown.slice(start, end).replace(/\n[ \t>]+/g, (found) => {
    return `\n${' '.repeat(found.length - 1)}`;
  });
  return findSpans(text).map((span) => ({
    kind: span.kind,
    start: span.start + start,
    innerStart: span.innerStart + start,
    innerEnd: span.innerEnd + start,
    end: span.end + start,
  }));
}
