import type { Browser } from 'puppeteer-core';

const quitting = new WeakMap<Browser, Promise<void>>();

/**
 * Ends a browser only once, however often it is called, because Puppeteer (25.16) never answers the
 * second time.
 */
export function quit(browser: Browser): Promise<void> {
  const ending = quitting.get(browser) ?? end(browser);
  quitting.set(browser, ending);
  return ending;
}

/** A browser that was killed, or has crashed, can't be asked. */
async function end(browser: Browser): Promise<void> {
  if (browser.connected) await browser.close();
}
