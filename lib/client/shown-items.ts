import type { Item } from '../core/post/item.ts';
import type { TypedOver } from './live-list.ts';
import { keepSame } from './same-record.ts';

/** Items with typed text applied; it visits only those with pending changes, now or before. */
export class ShownItems {
  readonly #typed: Pick<TypedOver, 'over' | 'ids'>;
  /** The edited ones, as they were last shown. */
  readonly #known = new Map<string, Item>();

  constructor(typed: Pick<TypedOver, 'over' | 'ids'>) {
    this.#typed = typed;
  }

  /** The same array if nothing was ever typed into the items. */
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
