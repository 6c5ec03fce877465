import type { Failure } from '../core/errors.ts';
import { unusedName } from '../core/file-name.ts';
import { type Item, type ItemChanges, inboxId } from '../core/item.ts';
import { keyAfter } from '../core/order.ts';
import type { Result } from '../core/result.ts';
import { attempt, orFail } from './attempt.ts';
import type { ItemStore, WrapUpStore } from './ports.ts';

/**
 * Moves items, in the order given, to the end of another wrap-up, out of the inbox or into it.
 * A picture whose file name is taken there gets another one.
 */
export function moveItemsToWrapUp(
  deps: { items: ItemStore; wrapUps: WrapUpStore },
  ids: readonly string[],
  wrapUpId: string,
): Promise<Result<Item[], Failure>> {
  return attempt(async () => {
    if (wrapUpId !== inboxId) orFail(await deps.wrapUps.get(wrapUpId), 'wrap-up-gone');
    const taken = fileNames(await deps.items.list(wrapUpId));
    let order = await deps.items.lastOrder(wrapUpId);
    const changes = new Map<string, ItemChanges>();
    for (const id of ids) {
      const item = await deps.items.get(id);
      if (item === undefined || item.wrapUpId === wrapUpId) continue;
      order = keyAfter(order);
      changes.set(id, { wrapUpId, order, ...renamed(item, taken) });
    }
    return deps.items.updateMany(changes);
  });
}

/** Names of the picture files of some items. */
export function fileNames(items: readonly Item[]): Set<string> {
  return new Set(items.flatMap((item) => (item.kind === 'image' ? [item.fileName] : [])));
}

function renamed(item: Item, taken: Set<string>): ItemChanges {
  if (item.kind !== 'image' || item.fileName === '') return {};
  const dot = item.fileName.lastIndexOf('.');
  const stem = dot > 0 ? item.fileName.slice(0, dot) : item.fileName;
  const fileName = unusedName(stem, dot > 0 ? item.fileName.slice(dot + 1) : 'png', taken);
  taken.add(fileName);
  return fileName === item.fileName ? {} : { fileName };
}
