import type { Item } from '../core/post/item.ts';

/** Increased when the digest changes; migrations then convert old ones. */
const version = 1;

/**
 * Fields of the record, of its place, or fixed at opening: changing them changes no word of the
 * block.
 */
const others: ReadonlySet<string> = new Set([
  ...['id', 'wrapUpId', 'order', 'createdAt', 'updatedAt', 'deletedAt', 'tray', 'seenAt'],
  ...['triagedAt', 'clipId', 'source', 'fingerprint', 'text', 'talkId', 'takenAt', 'piece'],
]);

/**
 * Returns a digest that shows if an item has changed: the version, and 106 bits of its own fields,
 * in one string. It guards against mistakes, not attacks, and must be synchronous, so it is no
 * sha-256.
 */
export function fieldsDigest(item: Item): string {
  const own = Object.entries(item)
    .filter(([key, value]) => !others.has(key) && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify(own);
  return [version, mixed(text, 0), mixed(text, 0x9e3779b9)].join(':');
}

/** Returns 53 bits of a text (cyrb53). */
function mixed(text: string, seed: number): string {
  let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (2 ** 32 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
