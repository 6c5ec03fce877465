import type { Item } from '../core/post/item.ts';
import { recordingsOf } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';

/** Ids of all bytes that a post's pictures have. */
export function pictureIds(wrapUp: WrapUp, items: readonly Item[]): string[] {
  const ofItems = items.flatMap((item) => (item.kind === 'image' ? [item.assetId] : []));
  const ofRecordings = recordingsOf(wrapUp).map(({ recording }) => recording.assetId ?? '');
  return [...ofItems, ...ofRecordings].filter((id) => id !== '');
}
