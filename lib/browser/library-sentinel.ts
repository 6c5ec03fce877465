import { browser } from 'wxt/browser';
import { noteProblem } from '../core/base/problem.ts';
import { type LibraryMark, parseMark } from '../core/library/library-mark.ts';

const key = (slot: number) => `library:${slot}`;
/** The background has the first; a page takes the first that no other page has. */
const slots = 16;
const keys = Array.from({ length: slots }, (_, slot) => key(slot));

/**
 * Remembers in `storage.local` what was written last, so that a database is missed that the browser
 * lost: the two lie in files of their own, and none was ever damaged with the other
 * (`Sentinel` in `lib/store/library-mark.ts`). Each context that is open has a place of its own: a late
 * one never writes an earlier mark over a later one.
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
        await browser.storage.local.set({ [key(await slot)]: mark });
      }
    } catch (thrown) {
      // What is missed then is less than was written: the next write says more.
      noteProblem('sentinel.write', thrown);
    } finally {
      writing = false;
    }
  };

  return {
    async read(): Promise<LibraryMark | undefined> {
      try {
        const stored = await browser.storage.local.get(keys);
        return Object.values(stored)
          .map(parseMark)
          .filter((mark) => mark !== undefined)
          .reduce<LibraryMark | undefined>(
            (last, mark) => (last && last.writes >= mark.writes ? last : mark),
            undefined,
          );
      } catch (thrown) {
        noteProblem('sentinel.read', thrown);
        return undefined;
      }
    },
    wrote(mark: LibraryMark): void {
      latest = mark;
      void write();
    },
    /** Calls back after any context has told what it wrote; gives what ends that. */
    listen(callback: () => void): () => void {
      const listener = (changes: object, area: string) => {
        if (area === 'local' && keys.some((each) => each in changes)) callback();
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}

async function takeSlot(): Promise<number> {
  for (let slot = 1; slot < slots - 1; slot++) if (await hold(`wrapup:slot:${slot}`)) return slot;
  // So many pages at once share the last.
  return slots - 1;
}

/** True once this page holds a lock, for as long as it is open. */
async function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = navigator.locks?.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
    // Without locks no page has a place of its own.
    if (request === undefined) resolve(false);
    request?.catch((thrown: unknown) => {
      noteProblem('sentinel.lock', thrown);
      resolve(false);
    });
  });
}
