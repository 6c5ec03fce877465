import { limits } from '../core/limits.ts';
import type { FoundSelection } from './find-selection.ts';
import { flatFirstChild, flatNextSibling, flatParent, SlotPositions } from './flat-tree.ts';
import { documentSelection, isElement, isText, localName, textData } from './safe-dom.ts';
import { nodeAt, type Span } from './span.ts';

const silent = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'select']);
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp slot small span strong sub sup tt u var'.split(
    ' ',
  ),
);

/**
 * The words of a selection without anything else, in one pass over it: what the browser itself would
 * copy, else (in shadow trees, of which it tells nothing) the text of the nodes. May be cut off beyond
 * what a quote may be long.
 */
export function plainText(doc: Document, found: FoundSelection): string {
  if (found.kind === 'field') return found.text.trim();
  const selection = documentSelection(doc);
  const copied = selection ? Selection.prototype.toString.call(selection).trim() : '';
  return copied !== '' ? copied : found.spans.map(textBetween).join('\n\n').trim();
}

function textBetween({ start, end }: Span): string {
  const positions = new SlotPositions();
  const stop = isText(end.node) ? end.node : nodeAt(end, positions);
  let text = '';
  let node = nodeAt(start, positions);
  while (node && text.length <= limits.quoteText) {
    if (node === stop && !isText(stop)) break;
    if (isText(node)) {
      const from = node === start.node ? start.offset : 0;
      text += textData(node).slice(from, node === end.node ? end.offset : undefined);
    }
    if (node === stop) break;
    const isSilent = isElement(node) && silent.has(localName(node));
    const child: Node | null = isSilent ? null : flatFirstChild(node);
    if (isElement(node) && !inline.has(localName(node))) text += '\n';
    let next: Node | null = child;
    for (let at: Node | null = node; !next && at; at = flatParent(at)) {
      if (at !== node && isElement(at) && !inline.has(localName(at))) text += '\n';
      next = flatNextSibling(at, positions);
    }
    node = next;
  }
  return text.replace(/\n{3,}/g, '\n\n');
}
