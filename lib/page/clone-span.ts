import { limits } from '../core/limits.ts';
import { inContext, type Opened } from './clone-context.ts';
import { copyElement } from './copy-element.ts';
import { type Deadline, TooLargeError } from './deadline.ts';
import { flatFirstChild, flatNextSibling, flatParent, SlotPositions } from './flat-tree.ts';
import { isElement, isText, localName, textData } from './safe-dom.ts';
import { nodeAt, type Span, wholeFormulas } from './span.ts';
import { type Shown, shownAs } from './visibility.ts';

/** Deeper than any parser nests; what is below hangs flat, so that nothing later runs out of stack. */
const maxDepth = 400;
const leaves = new Set(['img', 'br', 'hr', 'input', 'wbr', 'video']);

/** Of the page's nodes: white space, most of all, is collapsed later. */
const maxText = 4 * limits.quoteText;

export interface CloneOptions {
  deadline?: Deadline | undefined;
}

function flatAncestors(node: Node | null): Node[] {
  const chain: Node[] = [];
  for (let at = node; at; at = flatParent(at)) chain.push(at);
  return chain;
}

/**
 * A copy of what the span shows, in an inert document, with as much around it as it needs to keep
 * its meaning (see `inContext`). The page is only read. Linear in what is spanned.
 * @throws TooLargeError where it takes too long, or is far more text than a quote may have
 */
export function cloneSpan(
  given: Span,
  inert: Document,
  options: CloneOptions = {},
): DocumentFragment {
  const span = wholeFormulas(given);
  const positions = new SlotPositions();
  const whole = (place: Span['start']) => place.offset < 0;
  const first = whole(span.start) ? span.start.node : nodeAt(span.start, positions);
  const endsInText = isText(span.end.node);
  const stop = endsInText
    ? span.end.node
    : nodeAt(whole(span.end) ? { node: span.end.node, offset: Infinity } : span.end, positions);
  if (!first || (first === stop && !endsInText)) return inert.createDocumentFragment();

  const endChain = new Set(flatAncestors(span.end.node));
  const startChain = flatAncestors(first);
  const commonAt = startChain.findIndex((node, index) => index > 0 && endChain.has(node));
  const above = startChain.slice(commonAt < 0 ? startChain.length - 1 : commonAt);

  // Open elements from the common ancestor down to the parent of the node that is copied next.
  const open: Opened[] = [];
  const openCopy = (live: Node, shown: Shown | undefined): void => {
    const parent = open.at(-1);
    const transparent = !isElement(live) || localName(live) === 'slot' || open.length >= maxDepth;
    const copy = transparent
      ? (parent?.copy ?? inert.createDocumentFragment())
      : copyElement(live, inert, shown?.block);
    if (parent && copy !== parent.copy) parent.copy.appendChild(copy);
    open.push({ live, copy, hideText: shown?.hideText ?? false });
  };
  for (const live of startChain.slice(1, startChain.length - above.length + 1).reverse()) {
    openCopy(live, isElement(live) ? shownAs(live) : undefined);
  }
  const root = open[0]?.copy;
  const started = [...open];

  let length = 0;
  let node: Node | null = first;
  walk: while (node && open.length > 0) {
    options.deadline?.check();
    if (node === stop && !endsInText) break;
    const into = open.at(-1) as Opened;
    if (isText(node)) {
      const data = textData(node);
      const from = node === span.start.node ? span.start.offset : 0;
      const to = node === stop ? span.end.offset : data.length;
      const text = data.slice(from, to);
      if (text !== '' && !into.hideText) {
        length += text.length;
        if (length > maxText) throw new TooLargeError('Too much text is selected');
        into.copy.appendChild(inert.createTextNode(text));
      }
      if (node === stop) break;
    } else if (isElement(node)) {
      const shown = shownAs(node);
      if (shown.skip) {
        if (endChain.has(node)) break;
      } else if (leaves.has(localName(node))) {
        into.copy.appendChild(copyElement(node, inert));
      } else {
        const child = flatFirstChild(node);
        openCopy(node, shown);
        if (child) {
          node = child;
          continue;
        }
        open.pop();
      }
    }
    let next = flatNextSibling(node, positions);
    while (!next) {
      const closed = open.pop();
      if (!closed || open.length === 0) break walk;
      next = flatNextSibling(closed.live, positions);
    }
    node = next;
  }
  if (!root) return inert.createDocumentFragment();
  const edges = { started, first, ended: [...open], above: above.slice(1), start: span.start };
  return inContext(root, edges, inert);
}
