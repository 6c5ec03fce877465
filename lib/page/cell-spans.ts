import { cloneSpan } from './clone-span.ts';
import { copyElement } from './copy-element.ts';
import { isElement, localName } from './safe-dom.ts';
import type { Span } from './span.ts';

/** Cells that were selected one by one, as with Ctrl in Firefox, by their rows. */
type Cells = Map<Element, Span[]>;

/** Returns the cells, if the spans contain nothing else and a row has more than one. */
export function cellsOf(spans: Span[]): Cells | undefined {
  const rows: Cells = new Map();
  for (const span of spans) {
    const { node, offset } = span.start;
    const isCell = node === span.end.node && span.end.offset === offset + 1;
    if (!isCell || !isElement(node) || localName(node) !== 'tr') return undefined;
    const row = rows.get(node);
    if (row) row.push(span);
    else rows.set(node, [span]);
  }
  return rows.size < spans.length ? rows : undefined;
}

/** Makes a table of only the selected cells. */
export function tableOf(cells: Cells, inert: Document): Element {
  const table = inert.createElement('table');
  for (const [row, spans] of cells) {
    const copy = table.appendChild(copyElement(row, inert));
    for (const span of spans) {
      copy.appendChild(inert.createElement('td')).appendChild(cloneSpan(span, inert));
    }
  }
  return table;
}
