import { type ItemList, outlineOf } from '../../lib/client/item-list.ts';
import type { Item } from '../../lib/core/post/item.ts';

/** Makes a list of items that have all been read. */
export function wholeList(items: readonly Item[]): ItemList {
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    ids: items.map(({ id }) => id),
    outline: outlineOf(items),
    get: (id) => byId.get(id),
    keep: () => {},
  };
}
