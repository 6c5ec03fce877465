import type { Rendered } from './rendered.ts';
import { areBeside, type Box } from './row-boxes.ts';
import { isElement, isText } from './safe-dom.ts';

/** Half a pixel, because rounding may move boxes of one line apart. */
const tolerance = 0.5;

interface Item {
  order: number;
  /** Undefined for text that is an item without an element. */
  rendered?: Rendered | undefined;
  /** The item's copy is part of a line. */
  isInLine: boolean;
}

interface Shown extends Item {
  node: Node;
}

/** What remains of `grid-area` after removing the browser's own placement. */
const ownPlacement = /\bauto\b|\bspan \d+|[/\s]/g;

/**
 * The items of one flex box or grid. `order`, reversed directions and explicit positions show them
 * in another order than in the document; rows below one another, whose words form columns, become
 * lines. https://drafts.csswg.org/css-flexbox/#order-property,
 * https://drafts.csswg.org/css-grid/#placement
 */
export class ShownOrder {
  private readonly isGrid: boolean;
  private readonly isColumn: boolean;
  private readonly isReversed: boolean;
  /** Several lines may be below or beside one another. */
  private readonly wraps: boolean;
  private readonly isWrapReversed: boolean;
  private readonly runsLeft: boolean;
  private isMoved: boolean;
  /** Items have explicit positions. */
  private isPlaced = false;
  private isCode = false;
  /** They are below one another, though all of them are out of the flow. */
  private isStack = false;
  private readonly items = new Map<Node, Item>();

  /**
   * @param rendered a flex box, a grid, or an element with lines of code that have explicit
   * positions
   */
  constructor(rendered: Rendered) {
    const isFlex = /flex$/.test(rendered.display);
    const direction = isFlex ? rendered.value('flex-direction') : '';
    const wrap = isFlex ? rendered.value('flex-wrap') : 'nowrap';
    this.isGrid = /grid$/.test(rendered.display);
    this.isColumn = direction.startsWith('column');
    this.isReversed = direction.endsWith('-reverse');
    this.wraps = wrap !== 'nowrap' && wrap !== '';
    this.isWrapReversed = wrap === 'wrap-reverse';
    this.isMoved = this.isReversed || this.isWrapReversed;
    this.runsLeft = this.isGrid && rendered.value('direction') === 'rtl';
  }

  /** @param copy the part of the item that goes into the copy of the box */
  add(copy: Node, rendered: Rendered, isInLine: boolean): void {
    const order = Number(rendered.value('order')) || 0;
    if (order !== 0) this.isMoved = true;
    if (this.isGrid && rendered.value('grid-area').replace(ownPlacement, '') !== '')
      this.isPlaced = true;
    // Few boxes move anything, but what comes before the first moved item has to be known, too.
    const isAsked = this.wraps || this.isGrid;
    this.items.set(copy, { order, rendered: isAsked ? rendered : undefined, isInLine });
  }

  /** Adds a line of code that a style has positioned. */
  addLine(copy: Node, rendered: Rendered): void {
    this.isPlaced = true;
    this.isCode = true;
    this.items.set(copy, { order: 0, rendered, isInLine: false });
  }

  /** Adds a row of a list whose rows have explicit positions. */
  addRow(copy: Node, rendered: Rendered): void {
    this.isPlaced = true;
    this.isStack = true;
    this.items.set(copy, { order: 0, rendered, isInLine: false });
  }

  /**
   * Puts the copies of items in their visible order, with a space or a line end between two of
   * them.
   */
  arrange(box: Node): void {
    if (this.isMoved || this.isPlaced) this.move(box);
    if (this.wraps || this.isGrid) this.breakLines();
  }

  private move(box: Node): void {
    const shown: Shown[] = Array.from(box.childNodes)
      .filter((node) => isElement(node) || (isText(node) && /\S/.test(node.data)))
      .map((node) => ({ node, ...(this.items.get(node) ?? { order: 0, isInLine: true }) }))
      .toSorted((a, b) => a.order - b.order);
    if (shown.length < 2) return;
    const all = this.isPlaced ? this.byPlace(shown) : this.byLines(shown);
    // If nothing is moved, what is between the items stays, too.
    if (all.every(({ node }, index) => index === 0 || follows(all[index - 1]?.node, node))) return;
    this.items.clear();
    for (const [index, item] of all.entries()) {
      if (index > 0 && !this.isCode)
        box.appendChild(item.node.ownerDocument?.createTextNode(' ') as Node);
      box.appendChild(item.node);
      this.items.set(item.node, item);
    }
  }

  /**
   * Sorts them by position: row by row, and within a row from side to side. Text without a box, and
   * what covers others, stays with the item before it.
   */
  private byPlace(shown: readonly Shown[]): Shown[] {
    const groups: Group[] = [];
    const loose: Shown[] = [];
    for (const item of shown) {
      const { rendered } = item;
      const isLaidOver = !this.isCode && !this.isStack && rendered?.isOutOfFlow;
      const box = isLaidOver ? undefined : boxOfItem(rendered);
      if (box && box.bottom > box.top) groups.push({ box, items: [item] });
      else (groups.at(-1)?.items ?? loose).push(item);
    }
    return [...loose, ...inRows(groups, this.runsLeft).flatMap(({ items }) => items)];
  }

  private byLines(shown: readonly Shown[]): Shown[] {
    const lines = this.wraps ? inLines(shown, this.isColumn) : [[...shown]];
    const each = this.isReversed ? lines.map((line) => line.toReversed()) : lines;
    return (this.isWrapReversed ? each.toReversed() : each).flat();
  }

  /**
   * Rows of words that form columns, like those of a table, become lines; words that wrap do not.
   */
  private breakLines(): void {
    if (this.isColumn) return;
    const shown = [...this.items].map(([node, item]) => ({ node, ...item }));
    if (!shown.some(({ isInLine }) => isInLine)) return;
    const lines = inLines(shown, false);
    const rows = lines.filter((line) => line.length > 1);
    const lefts = rows.map((line) => boxOfItem(line[1]?.rendered)?.left ?? Number.NaN);
    const isAligned = lefts.every((left) => Math.abs(left - (lefts[0] ?? left)) <= tolerance);
    if (!isAligned || (rows.length < 2 && !this.isGrid)) return;
    for (const [index, line] of lines.entries()) {
      const first = line[0];
      if (index === 0 || !first?.isInLine || !lines[index - 1]?.at(-1)?.isInLine) continue;
      const { node } = first;
      if (node.ownerDocument)
        node.parentNode?.insertBefore(node.ownerDocument.createElement('br'), node);
    }
  }
}

/** The box, rotated like the lines of the box around it. */
const boxOfItem = (rendered: Rendered | undefined): Box | undefined =>
  rendered && (rendered.parent ?? rendered).turned(rendered.box);

const follows = (before: Node | undefined, node: Node): boolean =>
  !!before && (before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const overlaps = (a: Box, b: Box, isColumn: boolean): boolean =>
  isColumn
    ? a.left < b.right - tolerance && b.left < a.right - tolerance
    : a.top < b.bottom - tolerance && b.top < a.bottom - tolerance;

/** Groups items into their rows or columns. */
function inLines<T extends Item>(items: readonly T[], isColumn: boolean): T[][] {
  const lines: T[][] = [];
  let first: Box | undefined;
  for (const item of items) {
    const box = boxOfItem(item.rendered);
    const line = lines.at(-1);
    if (line && (!box || !first || overlaps(first, box, isColumn))) line.push(item);
    else {
      lines.push([item]);
      first = box;
    }
    first ??= box;
  }
  return lines;
}

interface Group {
  box: Box;
  items: Shown[];
}

/**
 * Sorts row by row, and within a row from side to side. If something is beside several rows, these
 * count as one.
 */
function inRows(groups: readonly Group[], runsLeft: boolean): Group[] {
  const height = ({ box }: Group): number => box.bottom - box.top;
  const fromTop = groups.toSorted((a, b) => {
    const down = a.box.top - b.box.top;
    return Math.abs(down) > tolerance ? down : height(b) - height(a);
  });
  const rows: Group[][] = [];
  for (const group of fromTop) {
    const row = rows.at(-1);
    if (row?.[0] && areBeside(row[0].box, group.box)) row.push(group);
    else rows.push([group]);
  }
  for (const row of rows) {
    row.sort((a, b) => {
      const aside = runsLeft ? b.box.right - a.box.right : a.box.left - b.box.left;
      return Math.abs(aside) > tolerance ? aside : a.box.top - b.box.top;
    });
  }
  return rows.flat();
}
