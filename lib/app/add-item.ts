import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { recordKey } from '../core/post/change.ts';
import type { Item, Note, Section } from '../core/post/item.ts';
import { keyAfter } from '../core/post/order.ts';
import { attempt, orFail } from './attempt.ts';
import { newOrigin } from './edited.ts';
import { type MoveTarget, placesAt } from './move-items.ts';
import type { ChangeStore, Clock } from './ports.ts';

interface NewItem {
  /** Given, so that a retry writes the same record; made up where it is not. */
  id?: string;
  wrapUpId: string;
  note: string;
  /** Default: at the end. */
  at?: MoveTarget;
}

type Deps = { changes: ChangeStore; clock: Clock };

/** A paragraph or bullet of the note-taker's own. */
export function addNote(
  deps: Deps,
  { form = 'paragraph', ...item }: NewItem & { form?: Note['form'] },
): Promise<Result<Item, Failure>> {
  return add(deps, item, { kind: 'note', form });
}

/** A lead-in line or a heading. */
export function addSection(
  deps: Deps,
  { form = 'lead-in', ...item }: NewItem & { form?: Section['form'] },
): Promise<Result<Item, Failure>> {
  return add(deps, item, { kind: 'section', form });
}

/** Read and written in one transaction, so that two at once get places of their own. */
function add(
  { changes, clock }: Deps,
  { id = crypto.randomUUID(), wrapUpId, note, at = 'end' }: NewItem,
  what: Pick<Note, 'kind' | 'form'> | Pick<Section, 'kind' | 'form'>,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const now = clock.now();
    const { records } = await changes.apply(newOrigin(), async (view) => {
      const order = keyAfter(await view.lastOrder(wrapUpId));
      const record = { createdAt: now, updatedAt: now, deletedAt: null };
      const item: Item = { ...what, id, wrapUpId, order, hidden: false, note, ...record };
      if (at === 'end') return { kind: 'add', created: [item] };
      const all = [...(await view.places(wrapUpId)), { id, order, shown: true }];
      const { places, rekeyed } = placesAt(all, wrapUpId, [id], at);
      const [place] = places;
      return { kind: 'add', created: [{ ...item, order: place?.order ?? order }], rekeyed };
    });
    return orFail(records.get(recordKey('item', id)), 'storage-failed') as Item;
  });
}
