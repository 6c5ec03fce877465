import { browser } from 'wxt/browser';

const page = '/welcome.html';
const storageKey = 'practised';

/** True for the page of the first steps, on which the key is tried. */
export const isPracticePage = (address: string | undefined): boolean =>
  address?.split(/[?#]/)[0] === browser.runtime.getURL(page);

/** Tells that page that the key for clipping was pressed on it. */
export async function practise(): Promise<void> {
  await browser.storage.session.set({ [storageKey]: crypto.randomUUID() });
}

/** Calls back when the key was pressed; the answer ends that. */
export function onPractised(callback: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && storageKey in changes) callback();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
