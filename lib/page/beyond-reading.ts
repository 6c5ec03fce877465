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

/**
 * True if far too much is selected to be read in full, estimated from the selection's share of the
 * letters around it, which the browser counts quickly.
 */
export function isBeyondReading(spans: readonly Span[], most = mostElements): boolean {
  const [start, end] = [spans[0]?.start, spans.at(-1)?.end];
  const doc = start && ownerDocument(start.node);
  if (!start || !end || !doc || rootOf(start.node) !== rootOf(end.node)) return false;
  const range = createRange(doc);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  const around = range.commonAncestorContainer;
  const elements = isElement(around) ? elementsUnder(around, '*').length : 0;
  if (elements <= most) return false;
  const letters = textContent(around)?.length ?? 0;
  return elements * (range.toString().length / Math.max(letters, 1)) > most;
}
