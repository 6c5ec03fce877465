import { clampText, limits } from '../../core/base/limits.ts';
import { noteProblem } from '../../core/base/problem.ts';
import type { MediaReader, Stores } from '../ports.ts';

/**
 * Adds what the captions showed to a moment that is stored. Best effort: it never blocks the moment
 * itself, and anything unavailable is left out.
 */
export async function storeCaption(
  { media, stores }: { media: MediaReader; stores: Pick<Stores, 'items'> },
  { tabId, frameId, itemId }: { tabId: number; frameId: number; itemId: string },
): Promise<void> {
  const caption = await media.caption(tabId, frameId);
  if (caption === '') return;
  const kept = clampText(caption, limits.description);
  await stores.items
    .update(itemId, { caption: kept })
    .catch((thrown: unknown) => noteProblem('caption.keep', thrown));
}
