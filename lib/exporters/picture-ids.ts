import type { Item } from '../core/post/item.ts';
import { recordingsOf } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';

/** Returns the ids of all bytes of a post's pictures, and of its files. */
export function pictureIds(wrapUp: WrapUp, items: readonly Item[]): string[] {
  const ofItems = items.flatMap((item) => (item.kind === 'image' ? [item.assetId] : []));
  const ofRecordings = recordingsOf(wrapUp).map(({ recording }) => recording.assetId ?? '');
  const ofFiles = (wrapUp.files ?? []).map(({ assetId }) => assetId);
  return [...ofItems, ...ofRecordings, ...ofFiles].filter((id) => id !== '');
}
