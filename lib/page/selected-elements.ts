import type { SelectedElements } from './adapters/adapter.ts';
import type { FoundSelection } from './find-selection.ts';
import {
  childAt,
  createTreeWalker,
  elementAround,
  isElement,
  isText,
  ownerDocument,
  rootOf,
  textData,
} from './safe-dom.ts';
import type { Span } from './span.ts';

type End = Span['start'];

/** Returns the element in which a selection begins: a child, if it begins between children. */
function elementAfter(end: End): Element | null {
  const child = isElement(end.node) ? childAt(end.node, end.offset) : null;
  return isElement(child) ? child : elementAround(end.node);
}

/**
 * Returns the element of the last words before a selection's end. A triple click on a line ends
 * before the first letter of the next one, and selects nothing of it.
 */
function elementBefore(end: End): Element | null {
  const { node, offset } = end;
  if (isText(node) && textData(node).slice(0, offset).trim() !== '') return elementAround(node);
  const doc = ownerDocument(node);
  const following = isElement(node) ? childAt(node, offset) : node;
  if (!doc || !following) return elementAfter({ node, offset: Math.max(offset - 1, 0) });
  const walker = createTreeWalker(doc, rootOf(node), NodeFilter.SHOW_TEXT);
  walker.currentNode = following;
  for (let text = walker.previousNode(); text; text = walker.previousNode()) {
    if (textData(text as Text).trim() !== '') return elementAround(text);
  }
  return null;
}

/** Returns where the selection begins and ends. */
export function selectedElements(found: FoundSelection): SelectedElements | undefined {
  if (found.kind === 'field') return { first: found.field, last: found.field };
  const start = found.spans[0]?.start;
  const end = found.spans.at(-1)?.end;
  const first = start && elementAfter(start);
  const last = end && elementBefore(end);
  return first && start && end ? { first, last: last ?? first, ends: { start, end } } : undefined;
}
