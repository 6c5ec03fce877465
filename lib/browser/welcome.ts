import { browser } from 'wxt/browser';

/** In `storage.local`: an extension that is installed anew over its data has been welcomed before. */
const storageKey = 'welcomed';

/** Opens the page of the first steps, the first time alone. */
export async function welcomeOnce(): Promise<void> {
  const { [storageKey]: welcomed } = await browser.storage.local.get(storageKey);
  if (welcomed) return;
  await browser.storage.local.set({ [storageKey]: true });
  await openWelcome();
}

export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
