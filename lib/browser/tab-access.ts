import { browser } from 'wxt/browser';

const permission = { permissions: ['tabs' as const] };

/** A tab's address and title, if the browser reveals them. */
export interface SeenTab {
  url?: string | undefined;
  title?: string | undefined;
}

/**
 * Asks the user for access to the tabs of this window. Call it in a click, before awaiting
 * anything, because Firefox (153) allows no later request.
 * @returns undefined if the user declined
 */
export async function readTabs(): Promise<readonly SeenTab[] | undefined> {
  const asked = browser.permissions.request(permission);
  // Without a gesture the browser rejects, which counts as a refusal.
  if (!(await asked.catch(() => false))) return undefined;
  try {
    return await browser.tabs.query({ currentWindow: true });
  } finally {
    await giveBackTabs();
  }
}

/** Gives the access back, so nothing stays granted and the next list asks again. Never rejects. */
async function giveBackTabs(): Promise<void> {
  await browser.permissions.remove(permission).catch(() => false);
}
