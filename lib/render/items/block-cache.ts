import type { Item } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { type RenderedBlock, renderWritten } from './render-item.ts';

/**
 * A cache of rendered blocks, by the item's identity: if one of 2,000 items was edited, one is
 * rendered. A caller that composes repeatedly keeps one.
 */
export class BlockCache {
  #profile: Profile | undefined;
  #blocks = new WeakMap<Item, RenderedBlock>();

  /** Renders what is missing, one item at each step, so that the caller can pause in between. */
  *fill(items: readonly Item[], profile: Profile): Generator<void> {
    for (const item of items) {
      if (profile === this.#profile && this.#blocks.has(item)) continue;
      this.block(item, profile);
      yield;
    }
  }

  block(item: Item, profile: Profile): RenderedBlock {
    if (profile !== this.#profile) {
      this.#profile = profile;
      this.#blocks = new WeakMap();
    }
    const known = this.#blocks.get(item);
    if (known) return known;
    const made = renderWritten(item, profile);
    this.#blocks.set(item, made);
    return made;
  }
}
