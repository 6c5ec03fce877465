import { browser } from 'wxt/browser';
import { createTurns } from '../core/base/turns.ts';

type Entry<T> = [id: string, value: T];

/**
 * The last `limit` values of one kind by their ids, kept for the browser's session, because the
 * worker forgets them when it is stopped. They share one record, which does not grow with the
 * number of tabs ever opened.
 */
export function recentInSession<T>(kind: string, limit: number) {
  const inTurn = createTurns();
  const read = async (): Promise<Entry<T>[]> => {
    const stored = (await browser.storage.session.get(kind))[kind];
    return Array.isArray(stored) ? (stored as Entry<T>[]) : [];
  };
  const change = (to: (entries: Entry<T>[]) => Entry<T>[]) =>
    inTurn(kind, async () => browser.storage.session.set({ [kind]: to(await read()) }));
  return {
    remember: (id: string, value: T): Promise<void> =>
      change((entries) =>
        [...entries.filter(([each]) => each !== id), [id, value] as Entry<T>].slice(-limit),
      ),
    recall: async (id: string): Promise<T | undefined> =>
      (await read()).find(([each]) => each === id)?.[1],
    forget: (id: string): Promise<void> =>
      change((entries) => entries.filter(([each]) => each !== id)),
  };
}
