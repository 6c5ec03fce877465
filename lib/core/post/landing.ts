import type { Item } from './item.ts';
import { keyAfter, keyBetween, planMove, type StoredPlace } from './order.ts';
import type { Landing } from './wrap-up.ts';

/** Parts that close a post; what lands at its end goes before them. */
const closingParts: ReadonlySet<string> = new Set(['thanks', 'footer']);

export const isClosingPart = (item: Item): boolean =>
  item.kind === 'part' && closingParts.has(item.part);

/** The order keys of a wrap-up between which something lands; undefined: none on that side. */
export interface LandingGap {
  before: string | undefined;
  after: string | undefined;
  /** Id of the item with the key `after`. */
  nextId: string | undefined;
}

/** A landing place in the post. */
export type PostLanding = Exclude<Landing, 'tray'>;

/**
 * Returns order keys for `ids` in a gap, in their order, and the keys that other items get because
 * there is no room.
 * @param readPlaces returns all places of the wrap-up, including deleted ones; called only if there
 * is no room
 */
export async function keysInGap(
  { before, after, nextId }: LandingGap,
  ids: readonly string[],
  readPlaces: () => Promise<readonly StoredPlace[]>,
): Promise<{ orders: string[]; rekeyed: ReadonlyMap<string, string> }> {
  const orders: string[] = [];
  for (const _ of ids) {
    const last = orders.at(-1) ?? before;
    // There is always room at the end, even after a broken key.
    const key = after === undefined ? keyAfter(last) : keyBetween(last, after);
    if (key === undefined) {
      const plan = planMove(await readPlaces(), ids, nextId);
      const planned = ids.map((id) => plan.get(id) ?? '');
      for (const id of ids) plan.delete(id);
      return { orders: planned, rekeyed: plan };
    }
    orders.push(key);
  }
  return { orders, rekeyed: new Map() };
}

/** Returns the landing place after `id` has landed there: below it. Undefined if it stays. */
export function landingAfter(landing: Landing | undefined, id: string): Landing | undefined {
  return landing === undefined || landing === 'end' || landing === 'tray' ? undefined : id;
}

/**
 * Returns the landing place when the item that it follows is among those that leave: it stays in
 * position, after what comes before them. Undefined if it need not change.
 * @param ids of the items in the post, in their previous order
 */
export function landingWithout(
  landing: Landing | undefined,
  ids: readonly string[],
  leaving: ReadonlySet<string>,
): Landing | undefined {
  if (landing === undefined || !leaving.has(landing)) return undefined;
  const at = ids.indexOf(landing);
  return ids.slice(0, Math.max(0, at)).findLast((id) => !leaving.has(id)) ?? 'start';
}

/**
 * Returns how many of the post's items come before the landing place.
 * @param ids of the items, in their order
 * @param outline those that hold others, including the closing parts
 * @param previousId what comes before it, if the item that it follows has left the post
 */
export function landingIndex(
  ids: readonly string[],
  outline: ReadonlyMap<string, Item>,
  landing: PostLanding = 'end',
  previousId?: string | null,
): number {
  if (landing === 'start' || previousId === null) return 0;
  if (landing !== 'end') {
    const at = ids.lastIndexOf(previousId ?? landing);
    if (at >= 0) return at + 1;
  }
  const isOpen = (id: string) => {
    const item = outline.get(id);
    return item === undefined || !isClosingPart(item);
  };
  return ids.findLastIndex(isOpen) + 1;
}
