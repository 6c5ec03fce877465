import type { Rendered } from './rendered.ts';
import { boxOf, firstElementChild, localName } from './safe-dom.ts';

/** Nearer than one step of a list, in CSS pixels. */
const sameLevel = 8;

const isList = (node: Element | null | undefined): node is Element =>
  !!node && /^[uo]l$/.test(localName(node));

/**
 * Lists side by side that a page shows in one another by their margins, as Google Docs writes them, and
 * lists right in a list.
 */
export class NestedLists {
  /** Where the items of a copied list begin, in CSS pixels. */
  private readonly lefts = new WeakMap<Element, number>();
  private readonly adopting = new WeakSet<Element>();

  /**
   * Puts the copy of a list where the page shows it. Returns the list that its items go into, which is
   * another where it goes on with that.
   */
  place(copy: Element, rendered: Rendered, into: Node): Element {
    const first = firstElementChild(rendered.element);
    const box = first && boxOf(first);
    const before = lastElement(into);
    if (!box || box.width === 0) {
      into.appendChild(copy);
      return copy;
    }
    const { left } = box;
    this.lefts.set(copy, left);
    let list = before;
    if (!isList(list) || !this.lefts.has(list)) {
      into.appendChild(copy);
      return copy;
    }
    for (;;) {
      const own = this.lefts.get(list) ?? left;
      if (left <= own + sameLevel) break;
      const item: Element | undefined = list.lastElementChild ?? undefined;
      const inner: Element | null = item ? lastElement(item) : null;
      if (!item) break;
      if (!isList(inner) || left < (this.lefts.get(inner) ?? Infinity) - sameLevel) {
        this.adopting.add(list);
        item.appendChild(copy);
        return copy;
      }
      this.adopting.add(list);
      list = inner;
    }
    const goesOn =
      Math.abs(left - (this.lefts.get(list) ?? left)) <= sameLevel &&
      localName(list) === localName(copy) &&
      (this.adopting.has(list) || list !== before);
    if (goesOn) return list;
    into.appendChild(copy);
    return copy;
  }
}

/** The last element in it, if no words follow it. */
function lastElement(node: Node): Element | null {
  let at = node.lastChild;
  while (at && at.nodeType === 3 && !/\S/.test(at.nodeValue ?? '')) at = at.previousSibling;
  return at && at.nodeType === 1 ? (at as Element) : null;
}
