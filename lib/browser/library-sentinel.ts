import { browser } from 'wxt/browser';
import { noteProblem } from '../core/base/problem.ts';
import { type LibraryMark, parseMark } from '../core/library/library-mark.ts';
import { sentinelKey, sentinelKeys, sentinelSlots } from './storage-keys.ts';

/** Returns the latest of the marks in `storage.local`, or in some of its values. */
export const latestMark = (stored: Record<string, unknown>): LibraryMark | undefined =>
  sentinelKeys
    .map((key) => parseMark(stored[key]))
    .filter((mark) => mark !== undefined)
    .reduce<LibraryMark | undefined>(
      (last, mark) => (last && last.writes >= mark.writes ? last : mark),
      undefined,
    );

/**
 * Remembers in `storage.local` what was written last, so that the loss of a database is noticed:
 * the two are stored in separate files, and one was never damaged along with the other (`Sentinel`
 * in `lib/store/library-mark.ts`). Each open context has its own place, so a late one never
 * overwrites a later mark.
 */
export function createSentinel(context: 'background' | 'page') {
  const slot = context === 'background' ? Promise.resolve(0) : takeSlot();
  let latest: LibraryMark | undefined;
  let writing = false;

  const write = async () => {
    if (writing) return;
    writing = true;
    try {
      for (let mark = latest; mark !== undefined; mark = latest === mark ? undefined : latest) {
        await browser.storage.local.set({ [sentinelKey(await slot)]: mark });
      }
    } catch (thrown) {
      // This underestimates what was written; the next write corrects it.
      noteProblem('sentinel.write', thrown);
    } finally {
      writing = false;
    }
  };

  return {
    async read(): Promise<LibraryMark | undefined> {
      try {
        return latestMark(await browser.storage.local.get(sentinelKeys));
      } catch (thrown) {
        noteProblem('sentinel.read', thrown);
        return undefined;
      }
    },
    wrote(mark: LibraryMark): void {
      latest = mark;
      void write();
    },
    /** Calls back after any context has recorded a write; returns a function that ends it. */
    listen(callback: () => void): () => void {
      const listener = (changes: object, area: string) => {
        if (area === 'local' && sentinelKeys.some((each) => each in changes)) callback();
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}

async function takeSlot(): Promise<number> {
  for (let slot = 1; slot < sentinelSlots - 1; slot++)
    if (await hold(`wrapup:slot:${slot}`)) return slot;
  // With this many pages at once, the rest share the last place.
  return sentinelSlots - 1;
}

/** Resolves to true once this page holds a lock, which it keeps while it is open. */
async function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = navigator.locks?.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
    // Without locks no page has its own place.
    if (request === undefined) resolve(false);
    request?.catch((thrown: unknown) => {
      noteProblem('sentinel.lock', thrown);
      resolve(false);
    });
  });
}
