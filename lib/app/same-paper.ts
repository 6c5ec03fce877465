import { completedByPaper, knownOfPaper, paperKeyOf } from '../clips/paper-facts.ts';
import type { Item, ItemChanges } from '../core/post/item.ts';
import type { Stores } from './ports.ts';

/**
 * Lets a new clip of a paper and the earlier ones of the same paper complete each other. Call it
 * after the confirmation, because it looks through all clips. Best effort: if it fails, everything
 * stays as it was.
 */
export async function completePaper({ items }: Pick<Stores, 'items'>, item: Item): Promise<void> {
  const key = 'source' in item ? paperKeyOf(item) : undefined;
  if (key === undefined) return;
  try {
    const clips = await items.ofPaper(key);
    const known = knownOfPaper(clips);
    const changes = new Map<string, ItemChanges>();
    for (const clip of clips) {
      const change = completedByPaper(clip, known);
      if (Object.keys(change).length > 0) changes.set(clip.id, change);
    }
    if (changes.size > 0) await items.updateMany(changes);
  } catch {
    // The new clip, which is what was asked for, is stored.
  }
}
