import { browser } from 'wxt/browser';

const permission = { permissions: ['tabs' as const] };

/** A tab's address and title, where the browser tells them. */
export interface SeenTab {
  url?: string | undefined;
  title?: string | undefined;
}

/**
 * Asks the user to show us the tabs of this window. To be called in a click, before anything is
 * awaited: Firefox (153) asks for nothing later.
 * @returns undefined if the user said no
 */
export async function readTabs(): Promise<readonly SeenTab[] | undefined> {
  const asked = browser.permissions.request(permission);
  // Asked without a gesture, the browser rejects: the same as a refusal.
  if (!(await asked.catch(() => false))) return undefined;
  try {
    return await browser.tabs.query({ currentWindow: true });
  } finally {
    await giveBackTabs();
  }
}

/** Nothing stays granted: the next list asks again. Never rejects. */
async function giveBackTabs(): Promise<void> {
  await browser.permissions.remove(permission).catch(() => false);
}
