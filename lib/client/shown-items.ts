import type { Item } from '../core/post/item.ts';
import type { TypedOver } from './live-list.ts';
import { keepSame } from './same-record.ts';

/** Items with what was typed over them: only those are gone through of which something is pending, or was. */
export class ShownItems {
  readonly #typed: Pick<TypedOver, 'over' | 'ids'>;
  /** Those that were typed into, as they were shown last. */
  readonly #known = new Map<string, Item>();

  constructor(typed: Pick<TypedOver, 'over' | 'ids'>) {
    this.#typed = typed;
  }

  /** The same array where nothing was ever typed into them. */
  over(items: readonly Item[]): readonly Item[] {
    const typed = new Set(this.#typed.ids());
    if (typed.size + this.#known.size === 0) return items;
    const nowMs = Date.now();
    return items.map((item) => {
      const before = this.#known.get(item.id);
      if (!before && !typed.has(item.id)) return item;
      const shown = keepSame(before, this.#typed.over(item, nowMs));
      this.#known.set(item.id, shown);
      return shown;
    });
  }
}
