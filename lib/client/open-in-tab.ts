import { browser } from 'wxt/browser';
import { pageFrame } from './page-frame.ts';

/**
 * True if the browser can ask the user about a folder here. The popup closes when Chromium (156)
 * shows its folder picker, and the question about a folder can only appear over a tab.
 */
export const canAskForFolder = (): boolean => pageFrame() === 'tab';

/**
 * Opens the popup's page in a tab, where it stays; `part` is what the user came for, if not all of
 * it.
 */
export async function openInTab(part?: 'folder' | 'pictures' | 'post' | 'details'): Promise<void> {
  const page = `${location.origin}/popup.html`;
  await browser.tabs.create({ url: part === undefined ? page : `${page}#${part}` });
}

/** Returns why the page was opened in a tab; '' if for nothing in particular. */
export function openedFor(): string {
  return location.hash.slice(1);
}

/**
 * Opens this page where a file can be chosen; undefined if that is possible here. Firefox (153)
 * closes the popup when a file picker opens; Chromium (156) does not.
 */
export function whereToChoose(
  part: 'pictures' | 'post' | 'details' = 'pictures',
): (() => void) | undefined {
  const closes = import.meta.env.BROWSER === 'firefox' && pageFrame() === 'popup';
  return closes ? () => void openInTab(part) : undefined;
}

/** Opens the page of everything that is stored, at `section` if that is given. */
export async function openLibrary(section = ''): Promise<void> {
  const page = browser.runtime.getURL('/library.html');
  await browser.tabs.create({ url: section === '' ? page : `${page}#${section}` });
}
