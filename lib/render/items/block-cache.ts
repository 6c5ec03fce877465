import type { Item } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { type RenderedBlock, renderWritten } from './render-item.ts';

/**
 * The blocks of items that were rendered before, by the item's identity: where one of 2,000 items was
 * edited, one is rendered. Whoever composes again and again keeps one.
 */
export class BlockCache {
  #profile: Profile | undefined;
  #blocks = new WeakMap<Item, RenderedBlock>();

  /** Renders what was not, one item at each turn, so that whoever asks can stop in between. */
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
