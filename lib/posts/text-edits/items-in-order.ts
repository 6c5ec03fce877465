import type { Item, Part } from '../../core/post/item.ts';
import { keyBetween } from '../../core/post/order.ts';
import type { PartPiece } from '../../render/parts/pieces.ts';

/** Something in the post, in its order: an item, or a part without a row. */
export type Row = { item: Item } | { part: PartPiece };

/**
 * Returns all items of a post with new ones in their places; undefined if there is no room for a
 * key.
 * @param rows the contents of the post, in its order
 * @param items those that the post had, in their order
 * @param rowOf creates a row for a part without one
 */
export function itemsInOrder(
  rows: readonly Row[],
  items: readonly Item[],
  rowOf: (piece: PartPiece) => Part,
): Item[] | undefined {
  const stored = withPartRows(rows, rowOf);
  const changed = new Map(stored.map((item) => [item.id, item]));
  const made: Item[] = [];
  // An item that prints nothing has no piece with lines, so it stays where it is.
  const all = items.map((item) => changed.get(item.id) ?? item);
  const known = new Set(all.map(({ id }) => id));
  let last: string | undefined;
  const after = new Map<string | undefined, Item[]>();
  for (const item of stored) {
    if (known.has(item.id)) last = item.id;
    else after.set(last, [...(after.get(last) ?? []), item]);
  }
  const put = (from: string | undefined, added: readonly Item[], next: Item | undefined) => {
    let before = from;
    for (const item of added) {
      const order = keyBetween(before, next?.order);
      if (order === undefined) return false;
      made.push({ ...item, order });
      before = order;
    }
    return true;
  };
  if (!put(undefined, after.get(undefined) ?? [], all[0])) return undefined;
  for (const [at, item] of all.entries()) {
    made.push(item);
    if (!put(item.order, after.get(item.id) ?? [], all[at + 1])) return undefined;
  }
  return made;
}

/**
 * Parts without a row follow the template: leading ones before all items, closing ones after them.
 * A part that moves past something new gets a row.
 */
function withPartRows(rows: readonly Row[], rowOf: (piece: PartPiece) => Part): Item[] {
  const isPlaced = (row: Row) => 'item' in row;
  const first = rows.findIndex(isPlaced);
  const last = rows.findLastIndex(isPlaced);
  return rows.flatMap((row, at) => {
    if ('item' in row) return [row.item];
    return first < at && at < last ? [rowOf(row.part)] : [];
  });
}
