/**
 * Opens a browser with Wrapup in it and a page to try it on; ends when the browser is closed. The
 * profile stays in `.cache`, so the clips are still there next time.
 */

import { openWithWrapup } from './start/open-with-wrapup.ts';
import { servePages } from './start/serve-pages.ts';
import { shownShortcut } from './start/shown-shortcut.ts';

const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const words = { clip: '', moment: '', panel: '' };

try {
  const address = await servePages(words);
  const browser = await openWithWrapup(name);
  words.clip = await shownShortcut(browser, name, 'clip-here');
  words.moment = await shownShortcut(browser, name, 'clip-moment');
  words.panel = await shownShortcut(browser, name, 'open-panel');
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(address);
  console.log('Wrapup is in the browser that has just opened. Close the browser to end.');
  browser.once('disconnected', () => process.exit());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
