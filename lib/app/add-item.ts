import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { type ChangeView, recordKey } from '../core/post/change.ts';
import { type Item, inboxId, type Note, type Raw, type Section } from '../core/post/item.ts';
import { keysInGap } from '../core/post/landing.ts';
import { compareOrder } from '../core/post/order.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { attempt, orFail } from './attempt.ts';
import { newOrigin } from './edited.ts';
import { goOnBelow, type Landed, land } from './landing.ts';
import { type MoveTarget, placesAt } from './move-items.ts';
import { type AmongParts, placeAmong } from './part-rows.ts';
import type { ChangeStore, Clock } from './ports.ts';

/** Where something new goes. */
export interface NewPlace {
  wrapUpId: string;
  /** Default: where new clips land, or the end of the post if they land in the tray. */
  at?: MoveTarget;
  /** Given with `id` instead of `at`, if parts of the template get rows beside it. */
  among?: AmongParts | undefined;
}

interface NewItem extends NewPlace {
  /** Given, so that a retry writes the same record; otherwise generated. */
  id?: string;
  note: string;
}

type Deps = { changes: ChangeStore; clock: Clock };

/** The note-taker's own paragraph or bullet; its shortcodes and HTML count as theirs, too. */
export function addNote(
  deps: Deps,
  { form = 'paragraph', ...item }: NewItem & { form?: Note['form'] },
): Promise<Result<Item, Failure>> {
  return add(deps, item, { kind: 'note', form, asTyped: true });
}

/** A lead-in line or a heading. */
export function addSection(
  deps: Deps,
  { form = 'lead-in', ...item }: NewItem & { form?: Section['form'] },
): Promise<Result<Item, Failure>> {
  return add(deps, item, { kind: 'section', form });
}

/** Text that is written unchanged. */
export function addRaw(deps: Deps, item: NewItem): Promise<Result<Item, Failure>> {
  return add(deps, item, { kind: 'raw' });
}

function add(
  deps: Deps,
  { id = crypto.randomUUID(), note, ...where }: NewItem,
  what:
    | Pick<Note, 'kind' | 'form' | 'asTyped'>
    | Pick<Section, 'kind' | 'form'>
    | Pick<Raw, 'kind'>,
): Promise<Result<Item, Failure>> {
  const { wrapUpId } = where;
  const made = { ...what, id, wrapUpId, hidden: false, note, ...newRecord(deps.clock) };
  return addItem(deps, id, where, (order) => ({ ...made, order }));
}

function newRecord(clock: Pick<Clock, 'now'>) {
  const now = clock.now();
  return { createdAt: now, updatedAt: now, deletedAt: null };
}

/**
 * Returns an empty note to write in, which is created below something that is placed
 * (`placeItems`).
 */
export function begunNote(clock: Pick<Clock, 'now'>, wrapUpId: string) {
  const id = crypto.randomUUID();
  const made = { kind: 'note', form: 'paragraph', asTyped: true, note: '', hidden: false } as const;
  const itemAt = (order: string): Note => ({ ...made, id, wrapUpId, order, ...newRecord(clock) });
  return { id, itemAt };
}

/** It reads and writes in one transaction, so two items added at once get different places. */
export function addItem(
  { changes, clock }: Deps,
  id: string,
  { wrapUpId, at, among }: NewPlace,
  itemAt: (order: string) => Item,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const { records } = await changes.apply(newOrigin(), async (view) => {
      const wrapUp = wrapUpId === inboxId ? undefined : await view.wrapUp(wrapUpId);
      if (among) {
        const { plan, orderOf } = await placeAmong(view, wrapUpId, among, [id], clock.now());
        const above = among.order[among.order.indexOf(id) - 1];
        const next = above !== undefined && above === wrapUp?.landing ? id : undefined;
        return {
          ...plan,
          kind: 'add',
          created: [itemAt(orderOf(id)), ...plan.created],
          edits: [...plan.edits, ...goOnBelow(wrapUpId, { next })],
        };
      }
      const landed = await placeNew(view, wrapUpId, wrapUp, id, at);
      const item = itemAt(landed.orders[0] ?? '');
      const { rekeyed } = landed;
      return {
        kind: 'add',
        created: [item],
        rekeyed,
        edits: goOnBelow(wrapUpId, landed),
      };
    });
    return orFail(records.get(recordKey('item', id)), 'storage-failed') as Item;
  });
}

async function placeNew(
  view: ChangeView,
  wrapUpId: string,
  wrapUp: WrapUp | undefined,
  id: string,
  at: MoveTarget | undefined,
): Promise<Pick<Landed, 'orders' | 'rekeyed' | 'next'>> {
  if (at === undefined) return land(view, wrapUp, [id]);
  const end = await view.gapAt(wrapUpId);
  const { orders } = await keysInGap(end, [id], () => view.places(wrapUpId));
  const order = orders[0] ?? '';
  const all = [...(await view.places(wrapUpId)), { id, order, shown: true }].sort(compareOrder);
  const { places, rekeyed } = placesAt(all, wrapUpId, [id], at);
  const isAtLanding = at !== 'end' && 'afterId' in at && at.afterId === wrapUp?.landing;
  return {
    orders: [places[0]?.order ?? order],
    rekeyed,
    next: isAtLanding ? id : undefined,
  };
}
