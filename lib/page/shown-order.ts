import type { Rendered } from './rendered.ts';
import { isElement, isText } from './safe-dom.ts';

/** Half a pixel: boxes of one line may be rounded apart. */
const tolerance = 0.5;

interface Item {
  order: number;
  /** Where its place has to be asked for. */
  rendered?: Rendered | undefined;
}

/**
 * The items of one flex box or grid: `order` and a reversed direction show them in another order than they stand in.
 * What a style has moved to a place of its own (`grid-area`, an absolute position) stays where it stands.
 * https://drafts.csswg.org/css-flexbox/#order-property
 */
export class ShownOrder {
  private readonly isReversed: boolean;
  /** Several lines, each of them reversed, may be below one another. */
  private readonly wraps: boolean;
  private isMoved: boolean;
  private readonly items = new Map<Node, Item>();

  /** @param rendered a flex box or a grid */
  constructor(rendered: Rendered) {
    const isFlex = /flex$/.test(rendered.display);
    const direction = isFlex ? rendered.value('flex-direction') : '';
    this.isReversed = direction.endsWith('-reverse');
    this.wraps = direction === 'row-reverse' && rendered.value('flex-wrap') !== 'nowrap';
    this.isMoved = this.isReversed;
  }

  /** @param copy what of the item goes into the copy of the box */
  add(copy: Node, rendered: Rendered): void {
    const order = Number(rendered.value('order')) || 0;
    if (order !== 0) this.isMoved = true;
    // Few boxes move anything, but what comes before the first that is moved has to be known, too.
    this.items.set(copy, this.wraps ? { order, rendered } : { order });
  }

  /** Puts the copies of items as they show, with a space between two of them. */
  arrange(box: Node): void {
    if (!this.isMoved) return;
    const shown = Array.from(box.childNodes)
      .filter((node) => isElement(node) || (isText(node) && /\S/.test(node.data)))
      .map((node) => ({ node, ...(this.items.get(node) ?? { order: 0 }) }))
      .toSorted((a, b) => a.order - b.order);
    if (shown.length < 2) return;
    const lines = this.wraps ? inLines(shown) : [shown];
    const all = this.isReversed ? lines.flatMap((line) => line.toReversed()) : shown;
    for (const [index, { node }] of all.entries()) {
      if (index > 0) box.appendChild(node.ownerDocument?.createTextNode(' ') as Node);
      box.appendChild(node);
    }
  }
}

function inLines<T extends Item>(items: readonly T[]): T[][] {
  const lines: T[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const box = item.rendered?.box;
    const line = lines.at(-1);
    if (line && (!box || box.top < bottom - tolerance)) line.push(item);
    else lines.push([item]);
    if (box) bottom = lines.at(-1)?.length === 1 ? box.bottom : Math.max(bottom, box.bottom);
  }
  return lines;
}
