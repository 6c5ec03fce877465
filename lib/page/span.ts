import { flatNextSibling, flatParent, type SlotPositions } from './flat-tree.ts';
import {
  childAt,
  closest,
  elementAround,
  isElement,
  isText,
  localName,
  nextSibling,
} from './safe-dom.ts';

/** A place in a page, in a Range's form. */
export interface Place {
  node: Node;
  offset: number;
}

/** What is selected, from `start` to before `end`; both may be in different shadow trees. */
export interface Span {
  start: Place;
  end: Place;
}

/** A formula is one unit: its parts mean nothing alone, and its source is in a hidden part. */
export const formulas =
  '.katex-display, .katex, mjx-container, .mjx-chtml, span[class*="MathJax"], .MathJax_Display, .mwe-math-element, math';

/** Returns the next node in the shown tree after `node` and its content. */
function nodeAfter(node: Node, positions: SlotPositions): Node | null {
  for (let at: Node | null = node; at; at = flatParent(at)) {
    const sibling = flatNextSibling(at, positions);
    if (sibling) return sibling;
  }
  return null;
}

/** Returns the first node at or after the place; for a place in a text, the text. */
export function nodeAt(place: Place, positions: SlotPositions): Node | null {
  if (!isElement(place.node) && isText(place.node)) return place.node;
  return childAt(place.node, place.offset) ?? nodeAfter(place.node, positions);
}

function outermostFormula(node: Node): Element | null {
  const element = elementAround(node);
  let found = element && closest(element, formulas);
  for (let outer = found; outer; outer = outerOf(outer)) found = outer;
  return found;
}

function outerOf(formula: Element): Element | null {
  const parent = elementAround(flatParent(formula));
  return parent && closest(parent, formulas);
}

/** MathJax 2 keeps a formula's source after what it drew. */
function withSource(formula: Element): Node {
  const next = nextSibling(formula);
  return isElement(next) && localName(next) === 'script' ? next : formula;
}

/** Extends the span to whole formulas at its ends. */
export function wholeFormulas(span: Span): Span {
  const first = outermostFormula(span.start.node);
  const last = outermostFormula(span.end.node);
  return {
    start: first ? { node: first, offset: -1 } : span.start,
    end: last ? { node: withSource(last), offset: -1 } : span.end,
  };
}
