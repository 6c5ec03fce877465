import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { FieldEdit } from '../core/post/change.ts';
import { type Item, type ItemChanges, inboxId } from '../core/post/item.ts';
import { keyAfter } from '../core/post/order.ts';
import { unusedName } from '../core/text/file-name.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { ChangeStore } from './ports.ts';

/**
 * Moves items, in the order given, to the end of another wrap-up, out of the inbox or into it.
 * A picture whose file name is taken there gets another one.
 */
export function moveItemsToWrapUp(
  { changes }: { changes: ChangeStore },
  ids: readonly string[],
  wrapUpId: string,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        if (wrapUpId !== inboxId) {
          const { deletedAt } = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
          if (deletedAt !== null) throw new CodedError('wrap-up-gone');
        }
        const taken = fileNames(await view.items(wrapUpId));
        let order = await view.lastOrder(wrapUpId);
        const edits: FieldEdit[] = [];
        const places = [];
        for (const id of ids) {
          const item = await view.item(id);
          if (item === undefined || item.wrapUpId === wrapUpId) continue;
          order = keyAfter(order);
          places.push({ id, wrapUpId, order });
          edits.push(...fieldEdits('item', id, renamed(item, taken)));
        }
        return { kind: 'move-away', edits, places };
      }),
    ),
  );
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
