import type { SelectedElements } from './adapters/adapter.ts';
import { findSelection } from './find-selection.ts';
import { elementAround, firstChild, isElement, nextSibling } from './safe-dom.ts';
import type { Span } from './span.ts';

/** The element that a selection's end points into: a child, where the end is between children. */
function elementAt({ node, offset }: Span['start']): Element | null {
  if (!isElement(node)) return elementAround(node);
  let child = firstChild(node);
  for (let at = 0; child && at < offset; at++) child = nextSibling(child);
  return isElement(child) ? child : node;
}

/** Where the selection of this document begins and ends; undefined where nothing is selected. */
export function selectedElements(doc: Document): SelectedElements | undefined {
  const found = findSelection(doc);
  if (!found) return undefined;
  if (found.kind === 'field') return { first: found.field, last: found.field };
  const start = found.spans[0]?.start;
  const end = found.spans.at(-1)?.end;
  const first = start && elementAt(start);
  // An end before the first child of an element takes nothing of it.
  const last = end && (isElement(end.node) ? elementBefore(end) : elementAround(end.node));
  return first ? { first, last: last ?? first } : undefined;
}

function elementBefore({ node, offset }: Span['end']): Element | null {
  return offset === 0 ? elementAround(node) : elementAt({ node, offset: offset - 1 });
}
