import { browser } from 'wxt/browser';

/**
 * Which clips were confirmed in which tab, so that a script in a page can change those and no
 * others. Kept for the browser's session: the worker forgets when it is stopped.
 */
const key = (tabId: number) => `confirmed:${tabId}`;

/** Enough for the confirmations that one may still answer to. */
const kept = 20;

async function confirmedIn(tabId: number): Promise<string[]> {
  const stored = (await browser.storage.session.get(key(tabId)))[key(tabId)];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

export async function rememberConfirmed(tabId: number, itemId: string): Promise<void> {
  const ids = await confirmedIn(tabId);
  const all = [...ids.filter((id) => id !== itemId), itemId].slice(-kept);
  await browser.storage.session.set({ [key(tabId)]: all });
}

export async function wasConfirmed(tabId: number, itemId: string): Promise<boolean> {
  return (await confirmedIn(tabId)).includes(itemId);
}
