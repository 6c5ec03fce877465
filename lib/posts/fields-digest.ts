import type { Item } from '../core/post/item.ts';

/** Raised when the digest is made in another way; then migrations carry old ones over. */
const version = 1;

/** Of the record, of its place, or fixed when it was opened: a change of them changes no word of the block. */
const others: ReadonlySet<string> = new Set([
  ...['id', 'wrapUpId', 'order', 'createdAt', 'updatedAt', 'deletedAt', 'tray', 'seenAt'],
  ...['triagedAt', 'clipId', 'source', 'fingerprint', 'text', 'talkId', 'takenAt', 'piece'],
]);

/**
 * Tells whether an item still says what it said: the version, and 106 bits of its own fields, in one string. It guards
 * against oversight, not against attacks, and has to be there at once, so it is no sha-256.
 */
export function fieldsDigest(item: Item): string {
  const own = Object.entries(item)
    .filter(([key, value]) => !others.has(key) && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify(own);
  return [version, mixed(text, 0), mixed(text, 0x9e3779b9)].join(':');
}

/** 53 bits of a text (cyrb53). */
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
