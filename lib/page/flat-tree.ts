import { Deadline } from './deadline.ts';
import {
  createTreeWalker,
  firstChild,
  isElement,
  localName,
  nextSibling,
  nodeType,
  ownerDocument,
  parentNode,
  shadowRootOf,
  slotOfElement,
  slotOfText,
} from './safe-dom.ts';

// The tree as it is shown: a shadow root's children replace the host's, and the nodes assigned to a
// slot replace the slot's own. https://drafts.csswg.org/css-scoping/#flattening

type ShadowOpener = (element: Element) => ShadowRoot | null;

interface PrivilegedElement extends Element {
  /** Exists in Firefox, only for content scripts. */
  openOrClosedShadowRoot?: ShadowRoot | null;
}

declare const chrome: { dom?: { openOrClosedShadowRoot?: ShadowOpener } } | undefined;

/**
 * Returns the element's shadow root; a closed one, too, if the browser lets a content script see it
 * (checked only for custom elements, because Chromium's call is too expensive for every element).
 */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = shadowRootOf(element);
  if (open) return open;
  if (!localName(element).includes('-')) return null;
  const own = (element as PrivilegedElement).openOrClosedShadowRoot;
  if (own) return own;
  const opener = typeof chrome === 'object' ? chrome.dom?.openOrClosedShadowRoot : undefined;
  try {
    return opener?.(element) ?? null;
  } catch {
    // Chromium throws for elements that can have no shadow root.
    return null;
  }
}

/** Checking each of half a million elements takes Firefox (153) one to two seconds. */
const searchMs = 400;

/**
 * Returns the shadow roots under `root`, including nested ones, in document order of their hosts.
 * No selector finds them, so every element is checked; for a very large page, it returns those
 * found in time.
 */
export function shadowRootsUnder(root: Node, deadline = new Deadline(searchMs)): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const pending: Node[] = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const doc = ownerDocument(next) ?? (next as Document);
    const walker = createTreeWalker(doc, next, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (deadline.isOver()) return found;
      const shadow = shadowOf(node as Element);
      if (!shadow) continue;
      found.push(shadow);
      pending.push(shadow);
    }
  }
  return found;
}

const assignedNodes = (slot: Element): Node[] =>
  typeof HTMLSlotElement === 'function' && slot instanceof HTMLSlotElement
    ? HTMLSlotElement.prototype.assignedNodes.call(slot)
    : [];

export function flatFirstChild(node: Node): Node | null {
  if (!isElement(node)) return firstChild(node);
  const shadow = shadowOf(node);
  if (shadow) return firstChild(shadow);
  if (localName(node) === 'slot') {
    const assigned = assignedNodes(node);
    if (assigned.length > 0) return assigned[0] ?? null;
  }
  return firstChild(node);
}

function slotOf(node: Node): HTMLSlotElement | null {
  const type = nodeType(node);
  if (type === 1) return slotOfElement(node as Element);
  return type === 3 ? slotOfText(node as Text) : null;
}

/** Positions in the node lists of slots with many nodes, so that walking over them stays linear. */
export class SlotPositions {
  readonly #lists = new Map<Element, { nodes: Node[]; at: Map<Node, number> }>();

  next(slot: Element, node: Node): Node | null {
    let list = this.#lists.get(slot);
    if (!list) {
      const nodes = assignedNodes(slot);
      list = { nodes, at: new Map(nodes.map((assigned, index) => [assigned, index])) };
      this.#lists.set(slot, list);
    }
    const index = list.at.get(node);
    return index === undefined ? null : (list.nodes[index + 1] ?? null);
  }
}

export function flatNextSibling(node: Node, positions: SlotPositions): Node | null {
  const slot = slotOf(node);
  return slot ? positions.next(slot, node) : nextSibling(node);
}

/**
 * Returns the parent as shown; null for the root. For a host's child that no slot shows it is the
 * host.
 */
export function flatParent(node: Node): Node | null {
  const slot = slotOf(node);
  if (slot) return slot;
  const parent = parentNode(node);
  if (!parent) return null;
  return nodeType(parent) === 11 ? ((parent as ShadowRoot).host ?? null) : parent;
}
