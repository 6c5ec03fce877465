import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { ChangeView } from '../core/post/change.ts';
import { type Item, type ItemChanges, inboxId } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { unusedName } from '../core/text/file-name.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { allItems } from './free-name.ts';
import { goOnBelow, land, landingEdits } from './landing.ts';
import type { ChangeStore } from './ports.ts';

/**
 * Moves items, in the given order, to where clips land in another wrap-up, or out of or into the
 * inbox. A picture whose file name is taken there gets another.
 */
export function moveItemsToWrapUp(
  { changes }: { changes: ChangeStore },
  ids: readonly string[],
  wrapUpId: string,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const wrapUp = wrapUpId === inboxId ? undefined : await openWrapUp(view, wrapUpId);
        const found = await Promise.all(ids.map((id) => view.item(id)));
        const items = found.flatMap((item) => (item && item.wrapUpId !== wrapUpId ? [item] : []));
        const moving = items.map(({ id }) => id);
        const landed = await land(view, wrapUp, moving);
        const { orders, rekeyed, tray } = landed;
        const taken = fileNames(await allItems(view, wrapUpId));
        // In another tray it needs a new decision.
        const place = tray === undefined ? { tray } : { tray, triagedAt: undefined };
        const edits = [
          ...(await landingEdits(view, moving)),
          ...goOnBelow(wrapUpId, landed),
          ...items.flatMap((item) =>
            fieldEdits('item', item.id, { ...renamed(item, taken), ...place }),
          ),
        ];
        const places = moving.map((id, at) => ({ id, wrapUpId, order: orders[at] ?? '' }));
        return { kind: 'move-away', edits, places, rekeyed };
      }),
    ),
  );
}

async function openWrapUp(view: ChangeView, id: string): Promise<WrapUp> {
  const wrapUp = orFail(await view.wrapUp(id), 'wrap-up-gone');
  if (wrapUp.deletedAt !== null) throw new CodedError('wrap-up-gone');
  return wrapUp;
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
