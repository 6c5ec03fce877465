import { clampText, limits } from '../core/base/limits.ts';
import type { Selector } from '../core/source/selectors.ts';
import {
  attribute,
  childAt,
  createRange,
  createTreeWalker,
  documentBody,
  elementAround,
  isElement,
  isText,
  lastChild,
  localName,
  nodeType,
  ownerDocument,
  parentNode,
  previousElement,
  queryAll,
  rootOf,
  textData,
} from './safe-dom.ts';
import type { Span } from './span.ts';

/** How many characters are stored before and after a quote, as in Hypothesis. */
const contextLength = 32;

/** The nodes that make up a range's text. */
const textNodes = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** Returns the last characters, never half of a surrogate pair. */
function tail(text: string, count: number): string {
  const cut = text.slice(-count);
  const first = cut.charCodeAt(0);
  return first >= 0xdc00 && first <= 0xdfff ? cut.slice(1) : cut;
}

/**
 * Returns the tree whose text the offsets count: the body, or the shadow root that both ends are
 * in.
 */
function textRoot(span: Span): { root: Node; isDocument: boolean } | undefined {
  const root = rootOf(span.start.node);
  if (root !== rootOf(span.end.node)) return undefined;
  if (nodeType(root) === 11) return { root, isDocument: false };
  const doc = ownerDocument(span.start.node);
  const body = doc && documentBody(doc);
  return body ? { root: body, isDocument: true } : undefined;
}

/** Returns only the first characters after an end in the tree, because millions may follow. */
function textAfter(doc: Document, root: Node, { node, offset }: Span['end']): string {
  const walker = createTreeWalker(doc, root, textNodes);
  const first = isText(node) ? node : childAt(node, offset);
  walker.currentNode = first ?? lastIn(node);
  let text = isText(first) ? textData(first).slice(first === node ? offset : 0) : '';
  while (text.length <= contextLength && walker.nextNode()) {
    text += textData(walker.currentNode as Text);
  }
  return clampText(text, contextLength);
}

/** Returns the last node in `node`, or itself; what follows it is after all of it. */
function lastIn(node: Node): Node {
  let last = node;
  for (let child = lastChild(last); child; child = lastChild(last)) last = child;
  return last;
}

/** Returns quote and position in the tree's text content; nothing for a span across trees. */
function textSelectors(span: Span): Selector[] {
  const tree = textRoot(span);
  const doc = ownerDocument(span.start.node);
  if (!tree || !doc) return [];
  const between = (from: [Node, number], to: [Node, number]): string => {
    const range = createRange(doc);
    range.setStart(...from);
    range.setEnd(...to);
    return range.toString();
  };
  const start: [Node, number] = [span.start.node, span.start.offset];
  const end: [Node, number] = [span.end.node, span.end.offset];
  const before = between([tree.root, 0], start);
  const exact = between(start, end);
  const selectors: Selector[] = [
    {
      type: 'TextQuoteSelector',
      exact: clampText(exact, limits.selectorText),
      prefix: tail(before, contextLength),
      suffix: textAfter(doc, tree.root, span.end),
    },
  ];
  if (tree.isDocument) {
    const from = before.length;
    selectors.push({ type: 'TextPositionSelector', start: from, end: from + exact.length });
  }
  return selectors;
}

const escapeIdent = (text: string): string =>
  typeof CSS === 'object' && CSS.escape
    ? CSS.escape(text)
    : text.replace(/[^\p{L}\p{N}_-]/gu, (character) => `\\${character}`).replace(/^\d/, '\\3$& ');

/** A deeper path of `:nth-of-type` is not worth storing. */
const maxPath = 30;
/**
 * With more elements before it among its siblings, the next change of the page would move an
 * element.
 */
const maxBefore = 10_000;

/**
 * Returns a selector of the nearest element around `node`: from its nearest ancestor with an id, or
 * from the root; '' if it would not be worth storing.
 */
export function cssPath(node: Node): string {
  const steps: string[] = [];
  let element = elementAround(node);
  for (let depth = 0; element && depth < maxPath; depth++) {
    const id = attribute(element, 'id');
    if (id !== '' && isUnique(element, id)) {
      steps.unshift(`#${escapeIdent(id)}`);
      return steps.join(' > ');
    }
    const name = localName(element);
    let nth = 1;
    let passed = 0;
    for (let before = previousElement(element); before; before = previousElement(before)) {
      if (++passed > maxBefore) return '';
      if (localName(before) === name) nth++;
    }
    const isTop = name === 'html' || name === 'body';
    steps.unshift(isTop ? name : `${escapeIdent(name)}:nth-of-type(${nth})`);
    const parent: Node | null = parentNode(element);
    element = isElement(parent) ? parent : null;
  }
  return steps.join(' > ');
}

function isUnique(element: Element, id: string): boolean {
  const root = rootOf(element);
  if (nodeType(root) !== 9 && nodeType(root) !== 11) return false;
  return queryAll(root as Document | ShadowRoot, `#${escapeIdent(id)}`).length === 1;
}

/**
 * Returns the deepest element that contains the whole span, or its start if the ends are in two
 * trees.
 */
function holderOf(span: Span): Node {
  const doc = ownerDocument(span.start.node);
  if (!doc || rootOf(span.start.node) !== rootOf(span.end.node)) return span.start.node;
  const range = createRange(doc);
  range.setStart(span.start.node, span.start.offset);
  range.setEnd(span.end.node, span.end.offset);
  return range.commonAncestorContainer;
}

/**
 * Describes where the span is, in several ways, so that it can be found again when the page has
 * changed. `headingId` is the id of the heading above, or ''.
 */
export function describeSpan(span: Span, headingId: string): Selector[] {
  const selectors = textSelectors(span);
  const path = cssPath(holderOf(span));
  if (path !== '' && path.length <= limits.description) {
    selectors.push({ type: 'CssSelector', value: path });
  }
  if (headingId !== '') {
    selectors.push({
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
      value: headingId,
    });
  }
  return selectors;
}
