import { browser } from 'wxt/browser';

/**
 * The one picture that a drawing in a tab may ask for, by its clip's id: no script in a page can
 * take pictures of its own accord. Kept for the browser's session, because the worker may be
 * stopped while the note-taker draws.
 */
const key = (tabId: number) => `region:${tabId}`;

export async function rememberRegion(tabId: number, requestId: string): Promise<void> {
  await browser.storage.session.set({ [key(tabId)]: requestId });
}

export async function wasRegionAsked(tabId: number, requestId: string): Promise<boolean> {
  const name = key(tabId);
  return (await browser.storage.session.get(name))[name] === requestId;
}

/** Once the picture is taken: none other may be asked for. */
export async function forgetRegion(tabId: number): Promise<void> {
  await browser.storage.session.remove(key(tabId));
}
