import {
  attribute,
  documentView,
  firstChild,
  isElement,
  nextSibling,
  ownerDocument,
  query,
  queryAll,
  rootOf,
} from './safe-dom.ts';

const isTab = (element: Element): boolean => attribute(element, 'role') === 'tab';

function firstElement(parent: Element): Element | undefined {
  let child = firstChild(parent);
  while (child && !isElement(child)) child = nextSibling(child);
  return child ?? undefined;
}

/**
 * True for a row of tabs' labels: of the panels that they lead to the reader sees one, whose text is
 * copied; the names of the others say nothing without theirs.
 */
export function isTabBar(element: Element): boolean {
  const first = firstElement(element);
  if (!first) return false;
  const inner = firstElement(first);
  if (!isTab(first) && !(inner && isTab(inner))) return false;
  const tabs = queryAll(element, '[role="tab"]');
  return tabs.length > 1 && tabs.some(leadsToHidden);
}

function leadsToHidden(tab: Element): boolean {
  const id = attribute(tab, 'aria-controls') || attribute(tab, 'href').replace(/^[^#]*#?/, '');
  const root = rootOf(tab) as Document | ShadowRoot;
  const panel = id === '' ? undefined : query(root, `#${CSS.escape(id)}`);
  if (!panel) return attribute(tab, 'aria-selected') === 'false';
  const doc = ownerDocument(panel);
  const style = doc && documentView(doc)?.getComputedStyle(panel);
  return style?.display === 'none' || style?.visibility === 'hidden';
}
