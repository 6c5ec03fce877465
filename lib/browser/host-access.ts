import { browser } from 'wxt/browser';

const patternOf = (address: string) => `${new URL(address).origin.replace(/:\d+$/, '')}/*`;

/**
 * Asks the user for one host, runs the task and gives the host back, so that nothing stays granted.
 * To be called in a click, before anything is awaited: Firefox (153) asks for nothing later.
 * @returns undefined if the user said no
 */
export async function withHostAccess<T>(
  address: string,
  task: () => Promise<T>,
): Promise<T | undefined> {
  const asked = browser.permissions.request({ origins: [patternOf(address)] });
  // Asked without a gesture, the browser rejects: the same as a refusal.
  if (!(await asked.catch(() => false))) return undefined;
  try {
    return await task();
  } finally {
    await giveBackHost(address);
  }
}

/** Takes away what `withHostAccess` was granted, if anything. Never rejects. */
export async function giveBackHost(address: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false);
}
