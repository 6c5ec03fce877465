import { Rendered } from './rendered.ts';
import { boxOf, firstElementChild, localName, parentElement } from './safe-dom.ts';

/** Less than one indentation step of a list, in CSS pixels. */
const sameLevel = 8;

/** An item that is indented by less belongs to no inner list. */
const oneStep = 12;

interface Level {
  list: Element;
  /** Where the words of its items begin, and where its items end, in CSS pixels. */
  left: number;
  right: number;
}

const leftOf = (item: Rendered): number =>
  item.box.left + (Number.parseFloat(item.value('padding-left')) || 0);

function firstLevel(list: Element, item: Rendered): Level[] | undefined {
  const parent = parentElement(item.element);
  const first = parent && firstElementChild(parent);
  if (!first) return undefined;
  const rendered = new Rendered(first);
  return [{ list, left: leftOf(rendered), right: rendered.box.right }];
}

const isList = (node: Element | null | undefined): node is Element =>
  !!node && /^[uo]l$/.test(localName(node));

/**
 * Adjacent lists that a page shows as nested by their margins, as Google Docs writes them, and
 * lists directly inside a list.
 */
export class NestedLists {
  /** Where the items of a copied list begin, in CSS pixels. */
  private readonly lefts = new WeakMap<Element, number>();
  private readonly adopting = new WeakSet<Element>();

  /** The levels of lists whose items are indented one by one, the outermost first. */
  private readonly levels = new WeakMap<Element, Level[]>();

  /**
   * Returns the list that the copy of a list's next item goes into: one in its last item, if it is
   * indented; one after it, if its mark is of another kind.
   * @param name of the list that the item's mark is from; '' for that of the list
   */
  forItem(list: Element, item: Rendered, name: '' | 'ul' | 'ol' = ''): Element {
    const levels = this.levels.get(list);
    const isAsked = item.hasAttributes || (levels && levels.length > 1);
    if (!isAsked || !isList(list) || !item.isBlock) return list;
    const { box } = item;
    if (list.lastElementChild === null || box.width === 0) return list;
    const found = levels ?? firstLevel(list, item);
    if (!found) return list;
    this.levels.set(list, found);
    const left = leftOf(item);
    // It is in another column.
    if (Math.abs(box.right - (found[0]?.right ?? 0)) > sameLevel) return list;
    while (found.length > 1 && left < (found.at(-1)?.left ?? left) - sameLevel) found.pop();
    const level = found.at(-1) as Level;
    const above = level.list.lastElementChild;
    if (left > level.left + oneStep && above) {
      const inner = above.appendChild(newList(above, name || localName(list)));
      found.push({ list: inner, left, right: box.right });
      return inner;
    }
    // Nothing follows what the whole copy is made of.
    if (name !== '' && localName(level.list) !== name && level.list.parentNode) {
      const next = newList(level.list, name);
      level.list.after(next);
      level.list = next;
    }
    return level.list;
  }

  /**
   * Returns the list for a paragraph that is written like an item: that of the previous one, one
   * inside that, or another one.
   * @param goesOn false if its number shows that it begins a list
   */
  forHanging(paragraph: Rendered, isOrdered: boolean, goesOn: boolean, into: Node): Element {
    const name = isOrdered ? 'ol' : 'ul';
    const copy = (into.ownerDocument as Document).createElement(name);
    const { left } = paragraph.box;
    this.lefts.set(copy, left);
    this.adopting.add(copy);
    let list = lastElement(into);
    let at: Node = into;
    while (isList(list) && this.adopting.has(list)) {
      const own = this.lefts.get(list) ?? left;
      if (left <= own + sameLevel) {
        if (goesOn && localName(list) === name && left >= own - sameLevel) return list;
        break;
      }
      const item = list.lastElementChild;
      if (!item) break;
      at = item;
      list = lastElement(item);
    }
    at.appendChild(copy);
    return copy;
  }

  /**
   * Puts the copy of a list where the page shows it. Returns the list that its items go into, which
   * is another if this one continues it.
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

const newList = (beside: Element, name: string): Element =>
  beside.ownerDocument.createElement(name);

/** Returns the last element in it, if no words follow it. */
function lastElement(node: Node): Element | null {
  let at = node.lastChild;
  while (at && at.nodeType === 3 && !/\S/.test(at.nodeValue ?? '')) at = at.previousSibling;
  return at && at.nodeType === 1 ? (at as Element) : null;
}
