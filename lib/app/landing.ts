import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { ChangeView, FieldEdit } from '../core/post/change.ts';
import { type Item, inboxId, isSecondCapture, type Original } from '../core/post/item.ts';
import { keysInGap, landingAfter, landingWithout, type PostLanding } from '../core/post/landing.ts';
import { compareOrder } from '../core/post/order.ts';
import type { Landing, WrapUp } from '../core/post/wrap-up.ts';
import { attempt, orFail } from './attempt.ts';
import { type Edited, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import type { ChangeStore, ItemStore, Stores } from './ports.ts';

/**
 * Where items land, and what changes with that; everything is written in the transaction that read
 * it.
 */
export interface Landed {
  /** One order key for each. */
  orders: string[];
  /** Keys that other items get because there is no room between two keys. */
  rekeyed: ReadonlyMap<string, string>;
  /** If set, the items are not in the post but wait in the tray. */
  tray: Item['tray'];
  /** Where the next items land; undefined: at the same place. */
  next: Landing | undefined;
}

/**
 * Finds the place of new items in a wrap-up (undefined: the inbox).
 * @param afterId item to insert them after, wherever all others land; ignored if it is in another
 * wrap-up
 */
export async function land(
  view: Pick<ItemStore, 'gapAt' | 'places'> & { item(id: string): Promise<Item | undefined> },
  wrapUp: WrapUp | undefined,
  ids: readonly string[],
  afterId?: string | undefined,
): Promise<Landed> {
  const wrapUpId = wrapUp?.id ?? inboxId;
  const landing = wrapUp?.landing ?? 'end';
  const wanted = afterId === undefined ? undefined : await view.item(afterId);
  const isWanted = wanted !== undefined && wanted.wrapUpId === wrapUpId;
  const inTray = landing === 'tray' && !isWanted;
  const where: PostLanding = isWanted ? wanted.id : landing === 'tray' ? 'end' : landing;
  const gap = await view.gapAt(wrapUpId, where);
  const keys = await keysInGap(gap, ids, () => view.places(wrapUpId));
  const goesOn = !isWanted || landing === afterId;
  const last = ids.at(-1);
  return {
    ...keys,
    tray: inTray ? 'waiting' : undefined,
    next: goesOn && last !== undefined ? landingAfter(landing, last) : undefined,
  };
}

/**
 * Writes a new item where it lands, and moves the landing place below it. Call it within
 * `atomically`.
 * @param afterId item to insert it after, wherever all others land
 */
export async function putLanded<T extends Item>(
  { items, wrapUps }: Pick<Stores, 'items' | 'wrapUps'>,
  item: T,
  wrapUp: WrapUp | undefined,
  { afterId, original }: { afterId?: string | undefined; original?: Original | undefined } = {},
): Promise<T> {
  const view = { item: items.get, gapAt: items.gapAt, places: items.places };
  const { orders, rekeyed, tray, next } = await land(view, wrapUp, [item.id], afterId);
  const placed = {
    ...item,
    wrapUpId: wrapUp?.id ?? inboxId,
    order: orders[0] ?? item.order,
    ...(tray === undefined ? {} : { tray }),
    seenAt: null,
  };
  if (rekeyed.size > 0) {
    await items.updateMany(new Map([...rekeyed].map(([id, order]) => [id, { order }])));
  }
  await items.put(placed, original);
  // A duplicate is written as deleted, so nothing has landed.
  if (wrapUp !== undefined && next !== undefined && item.deletedAt === null) {
    await wrapUps.update(wrapUp.id, { landing: next });
  }
  return placed;
}

/** Returns edits that move the landing place below what has landed. */
export const goOnBelow = (wrapUpId: string, { next }: Pick<Landed, 'next'>): FieldEdit[] =>
  next === undefined ? [] : fieldEdits('wrapUp', wrapUpId, { landing: next });

/** Returns edits that keep the landing place where it is when the items around it move away. */
export async function landingEdits(
  view: Pick<ChangeView, 'item' | 'wrapUp' | 'places'>,
  leaving: readonly string[],
): Promise<FieldEdit[]> {
  const found = await Promise.all(leaving.map((id) => view.item(id)));
  const edits: FieldEdit[] = [];
  for (const wrapUpId of new Set(found.map((item) => item?.wrapUpId ?? inboxId))) {
    const wrapUp = wrapUpId === inboxId ? undefined : await view.wrapUp(wrapUpId);
    if (wrapUp?.landing === undefined || !leaving.includes(wrapUp.landing)) continue;
    const shown = (await view.places(wrapUpId)).filter((place) => place.shown);
    const ids = shown.map(({ id }) => id);
    const landing = landingWithout(wrapUp.landing, ids, new Set(leaving));
    if (landing !== undefined) edits.push(...fieldEdits('wrapUp', wrapUpId, { landing }));
  }
  return edits;
}

/**
 * Returns edits that move the landing place below clips the note-taker wants twice: they were
 * stored where they would have landed, but as deleted.
 */
export async function againEdits(view: ChangeView, ids: readonly string[]): Promise<FieldEdit[]> {
  const edits: FieldEdit[] = [];
  for (const id of ids) {
    const item = await view.item(id);
    const isAgain = item !== undefined && isSecondCapture(item) && item.wrapUpId !== inboxId;
    const wrapUp = isAgain ? await view.wrapUp(item.wrapUpId) : undefined;
    const next = landingAfter(wrapUp?.landing, id);
    if (!isAgain || wrapUp === undefined || next === undefined) continue;
    const shown = (await view.places(wrapUp.id)).filter((place) => place.shown);
    const above = shown.findLast((place) => compareOrder(place, item) < 0)?.id ?? 'start';
    if (above === wrapUp.landing) edits.push(...goOnBelow(wrapUp.id, { next }));
  }
  return edits;
}

/** Sets where new clips land. Fails with `wrap-up-gone` if there is no such wrap-up. */
export function setLanding(
  { changes }: { changes: ChangeStore },
  wrapUpId: string,
  landing: Landing,
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    const applied = await changes.apply(newOrigin(), async (view) => {
      orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
      return { kind: 'landing', edits: fieldEdits('wrapUp', wrapUpId, { landing }) };
    });
    return editedRecord<WrapUp>(applied, 'wrapUp', wrapUpId, 'wrap-up-gone');
  });
}
