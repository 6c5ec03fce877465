import { browser } from 'wxt/browser';

/**
 * It is in `storage.local`, so an extension that is reinstalled over its data counts as welcomed.
 */
const storageKey = 'welcomed';

/** Opens the welcome page, only the first time. */
export async function welcomeOnce(): Promise<void> {
  const { [storageKey]: welcomed } = await browser.storage.local.get(storageKey);
  if (welcomed) return;
  await browser.storage.local.set({ [storageKey]: true });
  await openWelcome();
}

export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
