import type { Item, ItemChanges, SourcedClip } from '../core/item.ts';
import { completedByPaper, knownOfPaper, paperKeyOf } from '../core/paper-facts.ts';
import type { Stores } from './ports.ts';

type Deps = Pick<Stores, 'items'>;

/**
 * A new clip of a paper, with what our own clips of the same paper say of it; as it is where they
 * cannot be read, for it can be kept without.
 */
export async function completeClip({ items }: Deps, clip: SourcedClip): Promise<SourcedClip> {
  const key = paperKeyOf(clip);
  if (key === undefined) return clip;
  const others = await items.ofPaper(key).catch(() => []);
  if (others.length === 0) return clip;
  return { ...clip, ...completedByPaper(clip, knownOfPaper(others)) } as SourcedClip;
}

/**
 * Completes the earlier clips of the same paper with what a new one says. A courtesy: what fails is
 * left as it was.
 */
export async function completeEarlier({ items }: Deps, item: Item): Promise<void> {
  const key = 'source' in item ? paperKeyOf(item) : undefined;
  if (key === undefined) return;
  try {
    const all = await items.ofPaper(key);
    const known = knownOfPaper(all);
    const changes = new Map<string, ItemChanges>();
    for (const clip of all) {
      const change = completedByPaper(clip, known);
      if (clip.id !== item.id && Object.keys(change).length > 0) changes.set(clip.id, change);
    }
    if (changes.size > 0) await items.updateMany(changes);
  } catch {
    // The new clip is kept, which is what was asked for.
  }
}
