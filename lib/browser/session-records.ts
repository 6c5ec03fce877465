import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { noteProblem } from '../core/base/problem.ts';

/**
 * Records of one kind in `storage.session`: in memory until the browser closes, shared by the
 * background and our pages, and independent of a full disk. Chromium (156) holds 10 MB for all
 * kinds together. Nothing rejects.
 */
export function sessionRecords<T extends object>(
  kind: string,
  schema: v.GenericSchema<unknown, T>,
) {
  const prefix = `${kind}:`;
  const parse = (stored: unknown): T[] => {
    const parsed = v.safeParse(schema, stored);
    return parsed.success ? [parsed.output] : [];
  };
  const list = async (): Promise<T[]> => {
    try {
      const all = await browser.storage.session.get(null);
      const ours = Object.entries(all).filter(([key]) => key.startsWith(prefix));
      return ours.flatMap(([, stored]) => parse(stored));
    } catch (thrown) {
      noteProblem(`session.${kind}`, thrown);
      return [];
    }
  };

  return {
    /** False if there is no room. */
    async put(id: string, record: T): Promise<boolean> {
      try {
        await browser.storage.session.set({ [prefix + id]: record });
        return true;
      } catch (thrown) {
        // There is no room; the caller reports it.
        noteProblem(`session.${kind}`, thrown);
        return false;
      }
    },
    async get(id: string): Promise<T | undefined> {
      try {
        return parse((await browser.storage.session.get(prefix + id))[prefix + id])[0];
      } catch (thrown) {
        noteProblem(`session.${kind}`, thrown);
        return undefined;
      }
    },
    async remove(id: string): Promise<void> {
      await browser.storage.session
        .remove(prefix + id)
        .catch((thrown: unknown) => noteProblem(`session.${kind}`, thrown));
    },
    list,
    /** Calls back with all records, now and after every change. Returns a function that ends it. */
    watch(callback: (records: T[]) => void): () => void {
      let ended = false;
      const tell = async () => {
        const records = await list();
        if (!ended) callback(records);
      };
      const onChanged = (changes: object, area: string) => {
        const isOurs = Object.keys(changes).some((key) => key.startsWith(prefix));
        if (area === 'session' && isOurs) void tell();
      };
      browser.storage.onChanged.addListener(onChanged);
      void tell();
      return () => {
        ended = true;
        browser.storage.onChanged.removeListener(onChanged);
      };
    },
  };
}
