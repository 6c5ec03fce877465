import { browser } from 'wxt/browser';

/**
 * Whether this page is the toolbar button's popup, which the browser closes as soon as something else
 * has the focus: Chromium for its folder picker and permission prompts, Firefox for file pickers, too.
 */
export function inPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** Opens this page in a tab, where it stays; `part` is what the user came for. */
export async function openInTab(part: 'folder' | 'pictures'): Promise<void> {
  await browser.tabs.create({ url: `${location.origin}${location.pathname}#${part}` });
}

/** What the page was opened in a tab for; '' for nothing of that kind. */
export function openedFor(): string {
  return location.hash.slice(1);
}

/**
 * Opens this page where a file can be chosen; undefined: it can be here. Firefox (153) closes the popup
 * when a file picker opens, Chromium (156) does not.
 */
export function whereToChoose(): (() => void) | undefined {
  const closes = import.meta.env.BROWSER === 'firefox' && inPopup();
  return closes ? () => void openInTab('pictures') : undefined;
}
