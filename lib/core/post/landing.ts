import type { Item } from './item.ts';
import { keyAfter, keyBetween, planMove, type StoredPlace } from './order.ts';
import type { Landing } from './wrap-up.ts';

/** Parts that close a post: what lands at the end of it stands before them. */
const closingParts: ReadonlySet<string> = new Set(['thanks', 'footer']);

export const isClosingPart = (item: Item): boolean =>
  item.kind === 'part' && closingParts.has(item.part);

/** Between which order keys of a wrap-up something lands; undefined: none on that side. */
export interface LandingGap {
  before: string | undefined;
  after: string | undefined;
  /** Id of the item with the key `after`. */
  nextId: string | undefined;
}

/** A landing place in the post. */
export type PostLanding = Exclude<Landing, 'tray'>;

/**
 * Order keys for `ids` in a gap, in their order, and the keys that others get because there is no
 * room.
 * @param readPlaces gives all places of the wrap-up, deleted ones too; asked only where there is no
 * room
 */
export async function keysInGap(
  { before, after, nextId }: LandingGap,
  ids: readonly string[],
  readPlaces: () => Promise<readonly StoredPlace[]>,
): Promise<{ orders: string[]; rekeyed: ReadonlyMap<string, string> }> {
  const orders: string[] = [];
  for (const _ of ids) {
    const last = orders.at(-1) ?? before;
    // At the end there is always room, even behind a key that is broken.
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

/** The landing place once `id` has landed there: it goes on below it. Undefined if it stays. */
export function landingAfter(landing: Landing | undefined, id: string): Landing | undefined {
  return landing === undefined || landing === 'end' || landing === 'tray' ? undefined : id;
}

/**
 * The landing place when the item that it follows is among those that leave their places: it stays
 * where it is, after what stands before them. Undefined if it need not change.
 * @param ids of the items in the post, in their order, as they stand before
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
 * How many of the items in the post stand before the landing place.
 * @param ids of the items, in their order
 * @param outline those that hold others, the closing parts among them
 * @param previousId what stands before it, where the item that it follows is not in the post any more
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
