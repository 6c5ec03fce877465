import { browser } from 'wxt/browser';

/**
 * Which clips were confirmed in which tab, so that a script in a page can change those and no
 * others. Kept for the browser's session: the worker forgets when it is stopped.
 */
const key = (tabId: number, itemId: string) => `confirmed:${tabId}:${itemId}`;

export async function rememberConfirmed(tabId: number, itemId: string): Promise<void> {
  await browser.storage.session.set({ [key(tabId, itemId)]: true });
}

export async function wasConfirmed(tabId: number, itemId: string): Promise<boolean> {
  const name = key(tabId, itemId);
  return (await browser.storage.session.get(name))[name] === true;
}
