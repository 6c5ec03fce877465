import { browser } from 'wxt/browser';

const patternOf = (address: string) => `${new URL(address).origin.replace(/:\d+$/, '')}/*`;

/**
 * Requests access to one host, runs the task and gives the access back, so that nothing stays
 * granted. Call it in a click, before awaiting anything, because Firefox (153) allows no later
 * request.
 * @returns undefined if the user declined
 */
export async function withHostAccess<T>(
  address: string,
  task: () => Promise<T>,
): Promise<T | undefined> {
  const asked = browser.permissions.request({ origins: [patternOf(address)] });
  // Without a gesture the browser rejects, which counts as a refusal.
  if (!(await asked.catch(() => false))) return undefined;
  try {
    return await task();
  } finally {
    await giveBackHost(address);
  }
}

/** Removes the access that `withHostAccess` was granted, if any. Never rejects. */
export async function giveBackHost(address: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false);
}
