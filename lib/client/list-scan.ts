import type { Item } from '../core/post/item.ts';
import type { TypedOver } from './live-list.ts';

/** Where all rows of a list come from; `lib/store/list-source.ts` is the real one. */
export interface ScanSource {
  watch(callback: (keys: ReadonlySet<string> | 'all') => void): () => void;
  /** All of them, as they are stored, a slice at a time: some may not be readable. */
  slices(): AsyncIterable<readonly Item[]>;
  read(ids: readonly string[]): Promise<{ items: readonly Item[] }>;
}

export interface Scan {
  source: ScanSource;
  typed: Pick<TypedOver, 'over'>;
  /** May throw for a row that cannot be read: it is none that is looked for. */
  isWanted(item: Item): boolean;
  /**
   * One that was found stays when it is none any more: it would go away under the hands of its note-taker, who
   * is changing it.
   */
  keepsFound: boolean;
  /**
   * Told of the ids found so far, in time and at the end; the same set, growing. Also when one that was found and
   * may go was written.
   */
  onFound(found: ReadonlySet<string>, done: boolean): void;
  onFailure(cause: unknown): void;
  /** Waited for between two slices, where there is no hurry. */
  rest?: () => Promise<unknown>;
}

/** After so long what was found so far is told, and each time that it has grown for as long. */
const tellMs = 150;

/**
 * Goes through all rows of a list, in slices, for those that are wanted, and follows what is written then.
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
    // The list itself says of what it shows that it cannot be read.
    return false;
  }
}
