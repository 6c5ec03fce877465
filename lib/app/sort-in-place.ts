import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import { compareOrder } from '../core/post/order.ts';
import { attempt } from './attempt.ts';
import { newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { ChangeStore } from './ports.ts';

/**
 * Puts items of one wrap-up in the given order, using only the places where they already were; what
 * is between them stays. An item that was moved to another wrap-up meanwhile stays there.
 */
export function sortInPlace(
  { changes }: { changes: ChangeStore },
  inOrder: readonly Pick<Item, 'id' | 'wrapUpId'>[],
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const found = await Promise.all(
          inOrder.map(async ({ id, wrapUpId }) => {
            const item = await view.item(id);
            return item?.wrapUpId === wrapUpId ? item : undefined;
          }),
        );
        const items = found.filter((item) => item !== undefined);
        const keys = items.toSorted(compareOrder).map(({ order }) => order);
        return {
          kind: 'sort',
          places: items.map(({ id, wrapUpId, order }, at) => ({
            id,
            wrapUpId,
            order: keys[at] ?? order,
          })),
        };
      }),
    ),
  );
}
