import type { Item } from '../core/post/item.ts';
import type { TypedOver } from './live-list.ts';

/** The source of all rows of a list; `lib/store/list-source.ts` is the real one. */
export interface ScanSource {
  watch(callback: (keys: ReadonlySet<string> | 'all') => void): () => void;
  /** All rows as they are stored, a slice at a time; some may be unreadable. */
  slices(): AsyncIterable<readonly Item[]>;
  read(ids: readonly string[]): Promise<{ items: readonly Item[] }>;
}

export interface Scan {
  source: ScanSource;
  typed: Pick<TypedOver, 'over'>;
  /** May throw for an unreadable row, which then does not match. */
  isWanted(item: Item): boolean;
  /**
   * A found item stays even if it no longer matches, because it would vanish while the note-taker
   * is changing it.
   */
  keepsFound: boolean;
  /**
   * Called with the ids found so far, from time to time and at the end; always the same growing
   * set. Also called when a found item that may vanish was written.
   */
  onFound(found: ReadonlySet<string>, done: boolean): void;
  onFailure(cause: unknown): void;
  /** Awaited between two slices if there is no hurry. */
  rest?: () => Promise<unknown>;
}

/**
 * After this time the ids found so far are reported, and again each time after as long, if there
 * are more.
 */
const tellMs = 150;

/**
 * Searches all rows of a list, in slices, and follows writes from then on.
 * @returns ends it at the next slice
 */
export function scanList(scan: Scan): () => void {
  const { source, typed, onFound } = scan;
  let found = new Set<string>();
  let turn = 0;
  let isDone = false;
  let ended = false;

  const look = (items: readonly Item[]) => {
    const nowMs = Date.now();
    for (const item of items) {
      if (wants(scan, typed.over(item, nowMs))) found.add(item.id);
    }
  };
  const run = async () => {
    const ours = ++turn;
    found = new Set();
    isDone = false;
    let toldAt = performance.now();
    let told = 0;
    for await (const rows of source.slices()) {
      if (ended || ours !== turn) return;
      look(rows);
      if (found.size > told && performance.now() - toldAt > tellMs) {
        toldAt = performance.now();
        told = found.size;
        onFound(found, false);
      }
      await scan.rest?.();
    }
    if (ended || ours !== turn) return;
    isDone = true;
    onFound(found, true);
  };
  const readAgain = async (keys: ReadonlySet<string>) => {
    const before = found.size;
    const isKnown = (id: string) => !scan.keepsFound && found.has(id);
    const wasKnown = [...keys].some(isKnown);
    const { items } = await source.read([...keys]);
    if (!scan.keepsFound) for (const key of keys) found.delete(key);
    look(items);
    if (!ended && (wasKnown || found.size !== before)) onFound(found, isDone);
  };
  const attempt = (work: Promise<void>) =>
    void work.catch((cause: unknown) => {
      if (!ended) scan.onFailure(cause);
    });

  const unwatch = source.watch((keys) => attempt(keys === 'all' ? run() : readAgain(keys)));
  attempt(run());
  return () => {
    ended = true;
    unwatch();
  };
}

function wants({ isWanted }: Scan, item: Item): boolean {
  try {
    return isWanted(item);
  } catch {
    // The list itself reports unreadable items that it shows.
    return false;
  }
}
