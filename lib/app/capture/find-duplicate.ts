import { formerFingerprints } from '../../clips/former-fingerprints.ts';
import { nearFingerprints } from '../../clips/moment.ts';
import type { Item, SourcedClip } from '../../core/item.ts';
import type { Stores } from '../ports.ts';

/**
 * The same thing clipped before, in any wrap-up; undefined where it was not. A moment a second
 * before or after is the same, and so is what code with other rules for addresses clipped.
 */
export async function findDuplicate(
  { items }: Pick<Stores, 'items'>,
  item: SourcedClip,
): Promise<Item | undefined> {
  const same =
    item.kind === 'moment'
      ? await nearFingerprints(item.mediaUrl, item.startSeconds)
      : [item.fingerprint];
  for (const fingerprint of [...same, ...(await formerFingerprints(item))]) {
    const duplicate = (await items.withFingerprint(fingerprint)).find(({ id }) => id !== item.id);
    if (duplicate !== undefined) return duplicate;
  }
  return undefined;
}
