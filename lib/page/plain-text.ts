import { limits } from '../core/base/limits.ts';
import type { Deadline } from './deadline.ts';
import type { FoundSelection } from './find-selection.ts';
import {
  flatFirstChild,
  flatNextSibling,
  flatParent,
  SlotPositions,
  shadowOf,
  shadowRootsUnder,
} from './flat-tree.ts';
import { Rendered } from './rendered.ts';
import { isElement, isText, localName, selectionText, textContent, textData } from './safe-dom.ts';
import { nodeAt, type Span } from './span.ts';

const checkVisibility = (Element.prototype as Partial<Element>).checkVisibility;

const silent = new Set(
  'script style template noscript head title textarea select iframe object embed audio canvas'.split(
    ' ',
  ),
);
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp slot small span strong sub sup tt u var'.split(
    ' ',
  ),
);

/**
 * Limit for a page's text around a selection up to which the browser is asked for it; 50 MB would
 * take seconds.
 */
const maxSaid = 2 * limits.quoteText;

/**
 * Returns only the words of a selection, with blocks as lines. It may be longer than a quote may
 * be. In a page of 130,000 elements the browser's own text comes five times faster than a walk over
 * its nodes.
 * @throws TooLargeError if even a walk takes too long
 */
export function plainText(found: FoundSelection, deadline: Deadline): string {
  if (found.kind === 'field') return found.text.trim();
  const said = found.whole && !holdsShadowTree(found.whole) ? wordsOf(found.whole) : '';
  if (said !== '') return said;
  return found.spans
    .map((span) => textBetween(span, deadline))
    .join('\n\n')
    .trim();
}

/** The browser's own text omits shadow trees. */
function holdsShadowTree(selection: Selection): boolean {
  const around = selection.getRangeAt(0).commonAncestorContainer;
  if (isElement(around) && shadowOf(around)) return true;
  return shadowRootsUnder(around).length > 0;
}

/** Returns the text from the browser, which nothing can interrupt; '' if that may take too long. */
function wordsOf(selection: Selection): string {
  const around = selection.getRangeAt(0).commonAncestorContainer;
  return (textContent(around)?.length ?? 0) > maxSaid ? '' : selectionText(selection).trim();
}

/**
 * The browser's quick answer can be trusted if it is yes; `display: contents` has no box either.
 */
function isShown(element: Element): boolean {
  return checkVisibility?.call(element) === true || !new Rendered(element).isHidden;
}

function textBetween({ start, end }: Span, deadline: Deadline): string {
  const positions = new SlotPositions();
  const parts: string[] = [];
  let length = 0;
  /** Line ends to add once more words follow. */
  let breaks = 0;
  const write = (text: string): void => {
    if (text.trim() === '') {
      if (text !== '' && breaks === 0 && length > 0) parts.push(' ');
      return;
    }
    if (length > 0 && breaks > 0) parts.push('\n'.repeat(Math.min(breaks, 2)));
    parts.push(text);
    length += text.length;
    breaks = 0;
  };
  const stop = isText(end.node) ? end.node : nodeAt(end, positions);
  let node = nodeAt(start, positions);
  while (node && length <= limits.quoteText) {
    deadline.check();
    if (node === stop && !isText(stop)) break;
    if (isText(node)) {
      const from = node === start.node ? start.offset : 0;
      write(textData(node).slice(from, node === end.node ? end.offset : undefined));
    }
    if (node === stop) break;
    const name = isElement(node) ? localName(node) : '';
    const isHidden = isElement(node) && (silent.has(name) || !isShown(node));
    const child = isHidden ? null : flatFirstChild(node);
    if (child && !inline.has(name)) breaks++;
    let next: Node | null = child;
    for (let at: Node | null = node; !next && at; at = flatParent(at)) {
      const isBlock = isElement(at) && !inline.has(localName(at)) && !(at === node && isHidden);
      if (isBlock) breaks++;
      next = flatNextSibling(at, positions);
    }
    node = next;
  }
  return parts.join('');
}
