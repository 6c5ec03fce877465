import type { Failure } from '../core/errors.ts';
import type { Item, Note, Section } from '../core/item.ts';
import { keyAfter } from '../core/order.ts';
import type { Result } from '../core/result.ts';
import { attempt } from './attempt.ts';
import { type MoveTarget, moveItem } from './move-items.ts';
import type { Clock, ItemStore } from './ports.ts';

interface NewItem {
  /** Given, so that a retry writes the same record; made up where it is not. */
  id?: string;
  wrapUpId: string;
  note: string;
  /** Default: at the end. */
  at?: MoveTarget;
}

type Deps = { items: ItemStore; clock: Clock };

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

function add(
  deps: Deps,
  { id = crypto.randomUUID(), wrapUpId, note, at = 'end' }: NewItem,
  what: Pick<Note, 'kind' | 'form'> | Pick<Section, 'kind' | 'form'>,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const now = deps.clock.now();
    const order = keyAfter(await deps.items.lastOrder(wrapUpId));
    const record = { createdAt: now, updatedAt: now, deletedAt: null };
    const item: Item = { ...what, id, wrapUpId, order, hidden: false, note, ...record };
    await deps.items.put(item);
    if (at === 'end') return item;
    const moved = await moveItem(deps, item, at);
    return (moved.ok ? moved.value.find((each) => each.id === id) : undefined) ?? item;
  });
}
