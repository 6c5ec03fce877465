import type { Item, Part, Section } from '../core/post/item.ts';
import { type ItemList, outlineOf } from './item-list.ts';
import { keepSame } from './same-record.ts';

interface ReadItems {
  items: readonly Item[];
  /** Ids of the unreadable ones. */
  broken: readonly string[];
}

/** The ids of all items, and the items that hold others. */
interface Order {
  ids: readonly string[];
  outline: readonly (Section | Part)[];
}

/** The start of a list: some of its items, and the order of all if that is known. */
interface FirstItems {
  items: readonly Item[];
  complete: boolean;
  order?: Order | undefined;
}

/** The source of a list; `lib/store/list-source.ts` is the real one. */
export interface ListSource {
  /** Calls back with the keys that a write touched; returns a function that ends it. */
  watch(callback: (keys: ReadonlySet<string> | 'all') => void): () => void;
  /** Reads the last items of the list, and whether there are no others. */
  readEnd(): Promise<ReadItems & { complete: boolean }>;
  readIds(): Promise<Order>;
  /** Reads those of the ids that are in the list. */
  read(ids: readonly string[]): Promise<ReadItems>;
  /** Reads the same, and the id before each; null: it is the first. */
  readPlaced(ids: readonly string[]): Promise<ReadItems & { after: After }>;
}

type After = ReadonlyMap<string, string | null>;

/** Typed text that may not be stored yet (`PendingChanges`). */
export interface TypedOver {
  over<T extends { id: string }>(record: T, nowMs: number): T;
  ids(): Iterable<string>;
  listen(listener: () => void): () => void;
}

/** What a list shows at one moment. */
export interface ListSnapshot extends ItemList {
  /** True while `ids` are only the ones visible at first. */
  readonly partial: boolean;
  /** How many of those read so far are unreadable. */
  readonly unreadable: number;
}

interface Watcher {
  show(snapshot: ListSnapshot): void;
  fail(cause: unknown): void;
}

/** How many records are kept besides the visible ones, so that scrolling back reads nothing. */
const keptRecords = 300;
/** After more changes than this at once, the whole order is read again. */
const fewChanges = 100;

/**
 * A live list of any length: it knows the ids of all items and the records of few. After a write
 * only what that touched is read; all other records stay the same objects.
 */
export class LiveList {
  readonly #source: ListSource;
  readonly #typed: TypedOver;
  /** All ids, including unreadable ones, because places depend on them, too. */
  #order: readonly string[] = [];
  /** The last known positions of some of them. */
  readonly #places = new Map<string, number>();
  #ids: readonly string[] = [];
  /** What `#ids` was made from. */
  #idsOf: readonly [readonly string[], ReadonlySet<string>] | readonly [] = [];
  #broken: ReadonlySet<string> = new Set();
  /** Records as they are stored, the least recently requested first. */
  readonly #stored = new Map<string, Item>();
  /** The same with typed text applied. */
  readonly #shown = new Map<string, Item>();
  /** The outline as stored. */
  #outline = new Map<string, Section | Part>();
  #kept: ReadonlySet<string> = new Set();
  #typedIds: ReadonlySet<string> = new Set();
  #partial = true;
  #changed: Set<string> | 'all' = 'all';
  readonly #missing = new Set<string>();
  #reading = false;
  #watcher: Watcher | undefined;
  #snapshot: ListSnapshot | undefined;

  /** @param first the part of the list that was read before; it is shown until more is known */
  constructor(source: ListSource, typed: TypedOver, first?: FirstItems) {
    this.#source = source;
    this.#typed = typed;
    if (!first) return;
    this.#begin({ ...first, broken: [] });
    if (first.order) this.#beginWith(first.order);
  }

  /** Undefined before anything was read. */
  get snapshot(): ListSnapshot | undefined {
    return this.#snapshot;
  }

  /** Reads, and calls back with each new snapshot. Returns a function that ends it. */
  watch(show: Watcher['show'], fail: Watcher['fail']): () => void {
    const watcher = { show, fail };
    this.#watcher = watcher;
    const unwatch = this.#source.watch((keys) => {
      if (keys === 'all') this.#changed = 'all';
      else if (this.#changed !== 'all') for (const key of keys) this.#changed.add(key);
      void this.#read();
    });
    const unlisten = this.#typed.listen(() => this.#typeOver());
    // Writes that happened while nobody watched are unknown.
    this.#changed = 'all';
    void this.#read();
    return () => {
      unwatch();
      unlisten();
      if (this.#watcher === watcher) this.#watcher = undefined;
    };
  }

  /** Leaves out items that another reader found to be unreadable. */
  leaveOut(ids: readonly string[]): void {
    if (ids.every((id) => this.#broken.has(id))) return;
    this.#take({ items: [], broken: ids });
    this.#tell();
  }

  readonly #keep = (ids: readonly string[]): void => {
    this.#kept = new Set(ids);
    for (const id of ids) {
      const item = this.#stored.get(id);
      if (item) {
        // This makes it the most recently requested one.
        this.#stored.delete(id);
        this.#stored.set(id, item);
      } else if (!this.#broken.has(id)) this.#missing.add(id);
    }
    this.#forget();
    void this.#read();
  };

  #forget(): void {
    let excess = this.#stored.size - Math.max(keptRecords, this.#kept.size);
    for (const id of this.#stored.keys()) {
      if (excess <= 0) return;
      if (this.#kept.has(id)) continue;
      this.#stored.delete(id);
      this.#shown.delete(id);
      excess--;
    }
  }

  /** Only one read runs at a time, so an older answer never comes after a newer one. */
  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#watcher) {
        const changed = this.#changed;
        if (!this.#snapshot) this.#begin(await this.#source.readEnd());
        else if (changed === 'all' || changed.size > fewChanges) await this.#readAll();
        else if (changed.size > 0) await this.#readChanged(changed);
        else if (this.#missing.size > 0) await this.#readMissing();
        else return;
        this.#tell();
      }
    } catch (cause) {
      this.#changed = 'all';
      this.#watcher?.fail(cause);
    } finally {
      this.#reading = false;
    }
  }

  #begin({ items, broken, complete }: ReadItems & { complete: boolean }): void {
    this.#order = items.map(({ id }) => id);
    this.#outline = new Map(outlineOf(items));
    this.#partial = !complete;
    this.#take({ items, broken });
    this.#renew();
  }

  #beginWith({ ids, outline }: Order): void {
    this.#order = ids;
    this.#outline = new Map(outline.map((item) => [item.id, item]));
    this.#partial = false;
    this.#renew();
  }

  /** Reads the order of all, and again the records that are held. */
  async #readAll(): Promise<void> {
    this.#changed = new Set();
    const { ids, outline } = await this.#source.readIds();
    const wanted = [...new Set([...this.#kept, ...this.#missing, ...this.#broken])];
    const read = await this.#source.read(wanted);
    for (const id of wanted) this.#missing.delete(id);
    this.#stored.clear();
    this.#broken = new Set();
    this.#outline = new Map(outline.map((item) => [item.id, item]));
    if (!isSame(this.#order, ids)) this.#order = ids;
    this.#partial = false;
    this.#take(read);
    for (const id of this.#shown.keys()) if (!this.#stored.has(id)) this.#shown.delete(id);
  }

  async #readChanged(changed: ReadonlySet<string>): Promise<void> {
    this.#changed = new Set();
    const read = await this.#source.readPlaced([...changed]);
    const order = arrange(this.#order, changed, read.items, read.after, this.#places);
    if (order === undefined) {
      // The item before it was written, too, and its change is about to arrive.
      this.#changed = 'all';
      return;
    }
    this.#order = order;
    for (const id of this.#places.keys()) if (!this.#stored.has(id)) this.#places.delete(id);
    if ([...this.#broken].some((id) => changed.has(id))) {
      this.#broken = new Set([...this.#broken].filter((id) => !changed.has(id)));
    }
    for (const id of changed) {
      this.#missing.delete(id);
      this.#stored.delete(id);
      this.#outline.delete(id);
    }
    for (const [id, item] of outlineOf(read.items)) this.#outline.set(id, item);
    this.#take(read);
    for (const id of changed) if (!this.#stored.has(id)) this.#shown.delete(id);
    this.#forget();
  }

  async #readMissing(): Promise<void> {
    const ids = [...this.#missing];
    const read = await this.#source.read(ids);
    for (const id of ids) this.#missing.delete(id);
    this.#take(read);
  }

  #take({ items, broken }: ReadItems): void {
    const nowMs = Date.now();
    for (const item of items) {
      this.#stored.set(item.id, item);
      this.#show(item, nowMs);
    }
    if (broken.length > 0) this.#broken = new Set([...this.#broken, ...broken]);
  }

  #show(stored: Item, nowMs: number): void {
    const item = this.#typed.over(stored, nowMs);
    this.#shown.set(stored.id, keepSame(this.#shown.get(stored.id), item));
  }

  /** Something was typed, or typed text was stored. */
  #typeOver(): void {
    const typed = new Set(this.#typed.ids());
    const nowMs = Date.now();
    let isOurs = false;
    for (const id of new Set([...typed, ...this.#typedIds])) {
      const item = this.#stored.get(id);
      if (item) this.#show(item, nowMs);
      isOurs ||= item !== undefined || this.#outline.has(id);
    }
    this.#typedIds = typed;
    if (isOurs) this.#tell();
  }

  #tell(): void {
    if (this.#watcher && this.#snapshot) this.#watcher.show(this.#renew());
  }

  #renew(): ListSnapshot {
    const [order, broken] = [this.#order, this.#broken];
    if (this.#idsOf[0] !== order || this.#idsOf[1] !== broken) {
      this.#idsOf = [order, broken];
      this.#ids = broken.size > 0 ? order.filter((id) => !broken.has(id)) : order;
    }
    const nowMs = Date.now();
    const outline = new Map<string, Section | Part>();
    for (const [id, item] of this.#outline) outline.set(id, this.#typed.over(item, nowMs));
    this.#snapshot = {
      ids: this.#ids,
      outline,
      get: (id) => this.#shown.get(id) ?? outline.get(id),
      keep: this.#keep,
      partial: this.#partial,
      unreadable: this.#broken.size,
    };
    return this.#snapshot;
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

/**
 * Returns `order` after some of its items were written: each of `items` after the item before it,
 * and the others removed; the same array if no place changed. Undefined if a neighbour is unknown.
 * @param places known positions of some; they are tried first, and updated
 */
function arrange(
  order: readonly string[],
  written: ReadonlySet<string>,
  items: readonly Item[],
  after: After,
  places: Map<string, number>,
): readonly string[] | undefined {
  const isInPlace = ({ id }: Item) => {
    const previous = after.get(id) ?? undefined;
    const known = places.get(id);
    // A letter changes no place, and searching all of them would take longer than everything else
    // that a letter causes.
    const at = known !== undefined && order[known] === id ? known : order.indexOf(id);
    if (at < 0) return false;
    places.set(id, at);
    return order[at - 1] === previous && after.has(id);
  };
  const isHere = new Set(items.map(({ id }) => id));
  if (items.every(isInPlace) && ![...written].some((id) => !isHere.has(id) && order.includes(id))) {
    return order;
  }
  const next = order.filter((id) => !written.has(id));
  // In this order each item's neighbour is in place before it.
  for (const item of items.toSorted(inOrder)) {
    const previous = after.get(item.id);
    const at = previous === null ? 0 : next.lastIndexOf(previous ?? '') + 1;
    if (previous !== null && at === 0) return undefined;
    next.splice(at, 0, item.id);
  }
  return next;
}

/** Compares like the index: by code unit; equal keys are sorted by their ids. */
function inOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
