import { browser } from 'wxt/browser';

const page = '/welcome.html';
const storageKey = 'practised';

/** True for the welcome page, where the user tries the key. */
export const isPracticePage = (address: string | undefined): boolean =>
  address?.split(/[?#]/)[0] === browser.runtime.getURL(page);

/** Tells the welcome page that the clipping key was pressed on it. */
export async function practise(): Promise<void> {
  await browser.storage.session.set({ [storageKey]: crypto.randomUUID() });
}

/** Calls back when the key was pressed; the returned function ends it. */
export function onPractised(callback: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && storageKey in changes) callback();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
