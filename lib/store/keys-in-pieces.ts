/**
 * How many keys are read at once; each piece is a separate task, so a key pressed meanwhile need
 * not wait.
 */
const keysAtOnce = 4_000;

/** An index of items by their order. */
export interface OrderedKeys {
  /**
   * Returns the ids of the items from an order on, in their order.
   * @param from undefined: from the first
   * @param count how many at most; undefined: all
   */
  read(from: unknown, count?: number): PromiseLike<string[]>;
  /** Returns the order of an item; undefined if it is gone. */
  orderOf(id: string): PromiseLike<unknown>;
}

/**
 * Returns all ids of an index, read in pieces. Ids with equal keys have their own order, and are
 * skipped if they were read already.
 */
export async function keysInPieces({ read, orderOf }: OrderedKeys): Promise<string[]> {
  const ids: string[] = [];
  for (let from: unknown; ; ) {
    const piece = await read(from, keysAtOnce);
    const known = from === undefined ? -1 : piece.indexOf(ids.at(-1) ?? '');
    const isStuck = piece.length === keysAtOnce && known === piece.length - 1;
    // So many items share one key that only reading everything at once gets past it.
    if (isStuck) return read(undefined);
    for (const id of piece.slice(known + 1)) ids.push(id);
    const last = piece.length < keysAtOnce ? undefined : ids.at(-1);
    from = last === undefined ? undefined : await orderOf(last);
    if (from === undefined) return ids;
  }
}
