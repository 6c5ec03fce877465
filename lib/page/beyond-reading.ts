import {
  createRange,
  elementsUnder,
  isElement,
  ownerDocument,
  rootOf,
  textContent,
} from './safe-dom.ts';
import type { Span } from './span.ts';

/** More elements than any machine can read in time; trying would waste that time. */
const mostElements = 500_000;

/** True if far too much is selected to be read in full. */
export const isBeyondReading = (spans: readonly Span[], most = mostElements): boolean =>
  elementsIn(spans, most) > most;

/**
 * Returns about how many elements are selected, estimated from the selection's share of the letters
 * around it, which the browser counts quickly; 0 if they can't be counted so, or if there are no
 * more than `few` around it.
 */
export function elementsIn(spans: readonly Span[], few: number): number {
  const [start, end] = [spans[0]?.start, spans.at(-1)?.end];
  const doc = start && ownerDocument(start.node);
  if (!start || !end || !doc || rootOf(start.node) !== rootOf(end.node)) return 0;
  const range = createRange(doc);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  const around = range.commonAncestorContainer;
  const elements = isElement(around) ? elementsUnder(around, '*').length : 0;
  if (elements <= few) return 0;
  const letters = textContent(around)?.length ?? 0;
  return elements * (range.toString().length / Math.max(letters, 1));
}
