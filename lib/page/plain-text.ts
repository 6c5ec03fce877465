import { limits } from '../core/limits.ts';
import type { Deadline } from './deadline.ts';
import type { FoundSelection } from './find-selection.ts';
import { flatFirstChild, flatNextSibling, flatParent, SlotPositions } from './flat-tree.ts';
import { Rendered } from './rendered.ts';
import { isElement, isText, localName, textData } from './safe-dom.ts';
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
 * The words of a selection without anything else, in one quick pass that asks for no styles: blocks
 * are lines. Longer than a quote may be where the selection is.
 *
 * `Selection.toString()` would say more, but nothing can end it where it takes too long.
 * @throws TooLargeError where even that takes too long
 */
export function plainText(found: FoundSelection, deadline: Deadline): string {
  if (found.kind === 'field') return found.text.trim();
  return found.spans
    .map((span) => textBetween(span, deadline))
    .join('\n\n')
    .trim();
}

/** The browser's quick answer is right where it says yes: `display: contents` has no box either. */
function isShown(element: Element): boolean {
  return checkVisibility?.call(element) === true || !new Rendered(element).isHidden;
}

function textBetween({ start, end }: Span, deadline: Deadline): string {
  const positions = new SlotPositions();
  const parts: string[] = [];
  let length = 0;
  /** Line ends that follow once there are words to set apart. */
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
