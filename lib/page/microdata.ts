import type { LinkedNode } from './json-ld.ts';
import {
  attribute,
  baseUrl,
  createTreeWalker,
  hasAttribute,
  localName,
  nodeType,
  ownerDocument,
  parentNode,
  queryAll,
  textContent,
} from './safe-dom.ts';

const maxItems = 50;
const maxElements = 5_000;
const maxText = 2_000;
/** How many elements around an item are examined. */
const maxAround = 100;

function propertyValue(element: Element, depth: number): unknown {
  if (hasAttribute(element, 'itemscope')) return depth > 4 ? undefined : itemOf(element, depth + 1);
  if (hasAttribute(element, 'content')) return attribute(element, 'content');
  if (hasAttribute(element, 'datetime')) return attribute(element, 'datetime');
  const address = attribute(element, 'href') || attribute(element, 'src');
  if (['a', 'link', 'area', 'img'].includes(localName(element)) && address !== '') {
    return URL.parse(address, baseUrl(element))?.href ?? '';
  }
  return (textContent(element) ?? '').slice(0, maxText).replace(/\s+/g, ' ').trim();
}

/** Converts one microdata item to the form that JSON-LD would have. */
function itemOf(scope: Element, depth: number): LinkedNode {
  const properties = new Map<string, unknown[]>();
  const types = attribute(scope, 'itemtype').split(/\s+/);
  const doc = ownerDocument(scope);
  const walker = doc && createTreeWalker(doc, scope, NodeFilter.SHOW_ELEMENT);
  let seen = 0;
  let node = walker?.nextNode() as Element | null | undefined;
  while (walker && node && seen++ < maxElements) {
    if (hasAttribute(node, 'itemprop')) {
      const value = propertyValue(node, depth);
      for (const name of attribute(node, 'itemprop').split(/\s+/)) {
        const list = properties.get(name);
        if (list) list.push(value);
        else properties.set(name, [value]);
      }
    }
    // The content of an inner item belongs to that item.
    let next: Node | null = hasAttribute(node, 'itemscope') ? null : walker.firstChild();
    while (!next) {
      next = walker.nextSibling();
      if (!next && !walker.parentNode()) break;
      if (!next && walker.currentNode === scope) break;
    }
    node = next as Element | null;
  }
  return { '@type': types, ...Object.fromEntries(properties) };
}

/** True if the item is a part of another one of the type: a talk of a conference. */
function isInAnother(scope: Element, type: RegExp): boolean {
  let around = parentNode(scope);
  for (let steps = 0; around && nodeType(around) === 1 && steps < maxAround; steps++) {
    const element = around as Element;
    if (type.test(attribute(element, 'itemtype')) && hasAttribute(element, 'itemscope'))
      return true;
    around = parentNode(element);
  }
  return false;
}

/** Returns the page's outermost microdata items of schema.org types whose name matches. */
export function microdataItems(doc: Document, type: RegExp): LinkedNode[] {
  return queryAll(doc, '[itemscope][itemtype*="schema.org/"]')
    .filter((scope) => type.test(attribute(scope, 'itemtype')) && !isInAnother(scope, type))
    .slice(0, maxItems)
    .map((scope) => itemOf(scope, 0));
}
