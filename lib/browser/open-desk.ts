import { browser } from 'wxt/browser';

/**
 * Opens the desk, the page for finishing a post, in a tab.
 * @param wrapUpId default: the current wrap-up
 */
export async function openDesk(wrapUpId = ''): Promise<void> {
  const page = browser.runtime.getURL('/desk.html');
  await browser.tabs.create({
    url: wrapUpId === '' ? page : `${page}#${encodeURIComponent(wrapUpId)}`,
  });
}
