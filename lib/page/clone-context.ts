import { copyElement, copyShown } from './copy-element.ts';
import type { WordsAround } from './generated.ts';
import { isCutToPunctuation, isHeadingItself } from './heading-link.ts';
import type { OpenLine } from './line-writer.ts';
import { listNumber, listStep } from './list-number.ts';
import { diffLines } from './outline/diff-line.ts';
import { isListing } from './outline/listing.ts';
import type { Rendered } from './rendered.ts';
import {
  attribute,
  hasAttribute,
  isElement,
  localName,
  matches,
  previousSibling,
} from './safe-dom.ts';
import type { Shape } from './shape.ts';
import type { ShownOrder } from './shown-order.ts';
import { formulas, type Place } from './span.ts';

/** An element of the page with its copy; several may share one copy (slots, hosts of slots). */
export interface Opened {
  live: Node;
  /** The contents of the element are added here. */
  copy: Node;
  /** The copy of the element itself, around the marks that its style makes. */
  own: Node;
  shape: Shape;
  /** The order of its items, if it is a flex box or a grid. */
  items?: ShownOrder | undefined;
  /** What styles write at its start and end. */
  said?: WordsAround | undefined;
  /** It interrupts a line of words that it does not belong to. */
  note?: { copy: Element; rendered: Rendered; line: OpenLine } | undefined;
}

/** An element around everything that is copied. */
export interface Above {
  live: Element;
  shape: Shape;
}

export interface Edges {
  /** From the common ancestor down to the parent of the first copied node. */
  started: Opened[];
  /** The first copied node. */
  first: Node;
  /** The elements that were still open where the span ended. */
  ended: Opened[];
  /** Ancestors of the common ancestor, the nearest first. */
  above: Above[];
  /** Where the span starts. */
  start: Place;
}

/** Inline elements that say something about the words in them. */
const inlineMarks = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby s samp small strong sub sup tt u var strike'.split(
    ' ',
  ),
);
/** Elements whose parts mean nothing without the whole. */
const wholes = new Set(
  'ul ol dl menu table thead tbody tfoot tr pre blockquote details picture figure ruby math svg'.split(
    ' ',
  ),
);
const alwaysEmpty = new Set(['img', 'br', 'hr', 'input', 'wbr', 'video']);
const cells = new Set(['td', 'th']);
const tableParts = new Set(['tr', 'thead', 'tbody', 'tfoot']);

const isBlank = (node: Node): boolean => node.nodeType === 3 && !/\S/.test(node.nodeValue ?? '');

/** The box of a task from which no word was selected. */
const isBox = (node: Node): boolean => isElement(node) && localName(node) === 'input';

/**
 * An empty cell keeps the column of what follows; empty cells alone mean that nothing was selected.
 */
const isKeptEmpty = (element: Element): boolean =>
  alwaysEmpty.has(localName(element)) ||
  (cells.has(localName(element)) &&
    (element.previousElementSibling !== null || element.nextSibling !== null));

/** True for a row, and finally a table, of cells that are kept only for their columns. */
const isBlankRow = (element: Element): boolean =>
  matches(element, ':is(table, thead, tbody, tfoot, tr):not(:has(img, hr, input, video, math))') &&
  !/\S/.test(element.textContent ?? '');

/**
 * Removes elements that a span only touched: `</p>` before its first word, `<li>` after its last.
 */
function pruneEmpty(edge: Opened[], root: Node): void {
  for (const { copy, own } of [...edge].reverse()) {
    if (own === root || !isElement(own)) continue;
    const isEmpty =
      !isKeptEmpty(own) &&
      Array.from(copy.childNodes).every((child) => isBlank(child) || isBox(child));
    if (!isEmpty && !isBlankRow(own)) continue;
    const around = own.parentElement;
    own.remove();
    // The `div` that set it apart.
    if (around && around !== root && around.attributes.length === 0 && !around.hasChildNodes()) {
      around.remove();
    }
  }
}

function freeHeadings(edge: Opened[], inert: Document): void {
  for (const opened of edge) {
    if (!isHeadingItself(opened.live) && !isCutToPunctuation(opened.live, opened.copy)) continue;
    if (opened.own.parentNode) (opened.own as Element).replaceWith(unwrapped(opened.copy, inert));
  }
}

/** Words within a diff's line have no sign. */
function withoutSign(live: Node, copy: Node, start: Place): void {
  if (!isElement(live) || !matches(live, diffLines) || start.offset < 0) return;
  const before = new Range();
  before.setStart(live, 0);
  before.setEnd(start.node, start.offset);
  if (/\S/.test(String(before).replace(/^[+-]/, ''))) {
    (copy as Element).setAttribute('data-code-marker', '');
  }
}

/** A list that begins in the middle keeps its number, a row its columns. */
function alignStarts({ started, first }: Edges, inert: Document): void {
  started.forEach(({ live, own: copy }, index) => {
    if (!isElement(live) || !isElement(copy) || !copy.hasChildNodes()) return;
    const below = started[index + 1];
    const inside = below?.live ?? first;
    if (localName(live) === 'ol') {
      // Nothing was selected of the item in which it began.
      const isPruned = below !== undefined && below.own !== copy && !copy.contains(below.own);
      const number = listNumber(live, inside) + (isPruned ? listStep(live) : 0);
      if (number !== 1 || hasAttribute(live, 'start')) copy.setAttribute('start', String(number));
    }
    if (localName(copy) === 'tr') {
      const name = localName(live) === 'tr' ? '' : 'td';
      for (let cell = previousSibling(inside); cell; cell = previousSibling(cell)) {
        if (isElement(cell)) copy.prepend(copyElement(cell, inert, name));
      }
    }
  });
}

/** The one child that is not blank; null where there is none, or another one. */
function onlyChild(parent: Node): Node | null {
  let only: Node | null = null;
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (isBlank(child)) continue;
    if (only) return null;
    only = child;
  }
  return only;
}

/**
 * Returns the deepest copy that contains everything copied, and the copies around it, the nearest
 * first.
 */
function narrow(root: Node): { core: Node; around: Element[] } {
  const around: Element[] = [];
  let core = root;
  for (;;) {
    const only = onlyChild(core);
    if (!isElement(only) || alwaysEmpty.has(localName(only))) break;
    if (isElement(core)) around.unshift(core);
    core = only;
  }
  return { core, around };
}

const codeParent =
  '[class*="highlight"], [class*="language-"], [class*="lang-"], [class*="code"], [class*="source"], [data-lang], [data-language], [data-code-language], [data-tagsearch-lang]';

/**
 * Returns the copied span with the surroundings that determine what it is: a piece of code stays in
 * its `pre` with its language, words of a link stay a link, rows stay in a table. Words of one list
 * item, cell or heading are just words, not a list, table or heading.
 */
export function inContext(root: Node, edges: Edges, inert: Document): DocumentFragment {
  pruneEmpty(edges.started, root);
  pruneEmpty(edges.ended, root);
  freeHeadings([...edges.started, ...edges.ended], inert);
  const common = edges.started[0];
  if (common) withoutSign(common.live, common.own, edges.start);
  const { core, around } = narrow(root);
  alignStarts(edges, inert);

  const outer: Element[] = [];
  const headingLinks = new Set(
    edges.started.filter(({ live }) => isHeadingItself(live)).map(({ own }) => own),
  );
  const isFree = (element: Element): boolean =>
    headingLinks.has(element) || isHeadingItself(element);
  for (const element of around) {
    if (!isFree(element)) outer.push(element.cloneNode(false) as Element);
  }
  for (const { live, shape } of edges.above) {
    if (localName(live) === 'slot' || isHeadingItself(live)) continue;
    const { own, inner } = copyShown(live, inert, shape);
    withoutSign(live, own, edges.start);
    for (let mark = inner; mark !== own; mark = mark.parentElement as Element) {
      outer.push(mark.cloneNode(false) as Element);
    }
    outer.push(own.cloneNode(false) as Element);
  }

  let content: Node = core;
  const isKept = (element: Element): boolean =>
    wholes.has(localName(element)) ||
    isCodeBlock(element) ||
    matches(element, `${diffLines}, ${formulas}`) ||
    (inlineMarks.has(localName(element)) && !isFree(element)) ||
    (localName(element) === 'td' && outer.some(isCodeBlock));
  if (isElement(core) && !isKept(core)) {
    content = unwrapped(core, inert);
  }
  const wrap = (element: Element): void => {
    element.replaceChildren(content);
    content = element;
  };
  wrapIn(outer, localNameOf(core), wrap);
  // Moving it once more takes time for each node in it.
  if (content.nodeType === 11) return content as DocumentFragment;
  const fragment = inert.createDocumentFragment();
  fragment.appendChild(content);
  return fragment;
}

const localNameOf = (node: Node): string => (isElement(node) ? localName(node) : '');

/**
 * Returns the contents of a copy, node by node, because there may be more than a call's arguments
 * allow.
 */
function unwrapped(copy: Node, inert: Document): DocumentFragment {
  const fragment = inert.createDocumentFragment();
  for (let child = copy.firstChild; child; child = copy.firstChild) fragment.appendChild(child);
  return fragment;
}

const isCodeBlock = (element: Element): boolean =>
  localName(element) === 'pre' || isListing(attribute(element, 'class'));

function wrapIn(outer: Element[], core: string, wrap: (element: Element) => void): void {
  const preAt = outer.findIndex(isCodeBlock);
  const codeCellAt = outer.findIndex((element) => matches(element, 'td[class*="code"]'));
  const tableAt = outer.findIndex((element) => localName(element) === 'table');

  if (preAt >= 0 || core === 'pre') {
    for (const element of outer.slice(0, preAt + 1)) wrap(element);
    // Highlighters write the language on the element around `pre`, or on the one around that.
    for (const element of outer.slice(preAt + 1, preAt + 5)) {
      if (!['div', 'figure', 'td', 'code'].includes(localName(element))) break;
      if (localName(element) !== 'td' && matches(element, codeParent)) wrap(element);
    }
    return;
  }
  if (codeCellAt >= 0 && tableAt > codeCellAt) {
    for (const element of outer.slice(0, tableAt + 1)) wrap(element);
    return;
  }
  if (tableParts.has(core)) {
    for (const element of outer.slice(0, tableAt + 1)) wrap(element);
    return;
  }
  for (const element of outer) {
    const name = localName(element);
    if (inlineMarks.has(name)) wrap(element);
    else if (!['span', 'font', 'slot'].includes(name) && !name.includes('-')) break;
  }
}
