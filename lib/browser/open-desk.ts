import { browser } from 'wxt/browser';

/**
 * Opens the desk in a tab: the page on which a post is finished.
 * @param wrapUpId default: the wrap-up that takes the clips
 */
export async function openDesk(wrapUpId = ''): Promise<void> {
  const page = browser.runtime.getURL('/desk.html');
  await browser.tabs.create({
    url: wrapUpId === '' ? page : `${page}#${encodeURIComponent(wrapUpId)}`,
  });
}
