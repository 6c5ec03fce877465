import { type FoundSelection, findSelection } from './find-selection.ts';
import { createRange, documentSelection, rootOf } from './safe-dom.ts';

const previewLength = 400;

/** Returns one line of at most 400 characters, with an ellipsis if it was cut. */
export function shorten(text: string): string {
  const line = text
    .slice(0, previewLength * 20)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= previewLength) return line;
  return `${line.slice(0, previewLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Returns roughly the words, for display: the browser's own text of the selection. */
export function previewSelection(doc: Document, found?: FoundSelection): string {
  const selected = found ?? findSelection(doc);
  if (!selected) return '';
  if (selected.kind === 'field') return shorten(selected.text);
  const selection = documentSelection(doc);
  const shown = selection ? shorten(Selection.prototype.toString.call(selection)) : '';
  if (shown !== '') return shown;
  const { start, end } = selected.spans[0] ?? {};
  if (!start || !end || rootOf(start.node) !== rootOf(end.node)) return '…';
  const range = createRange(doc);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return shorten(Range.prototype.toString.call(range)) || '…';
}
