import { browser } from 'wxt/browser';
import type { MenuInfo } from '../clips/menu-page.ts';
import { sourceOfReader } from '../core/address/url.ts';
import { browserText, type MessageKey } from './i18n.ts';

/** The context menu's entries, by what was clicked. A `frame` entry also shows in PDF viewers. */
const entries = {
  'clip-selection': { title: 'menu_clip_selection', contexts: ['selection'] },
  'clip-link': { title: 'menu_clip_link', contexts: ['link'] },
  'clip-picture': { title: 'menu_clip_picture', contexts: ['image'] },
  'clip-page': { title: 'menu_clip_page', contexts: ['page', 'frame'] },
  'clip-moment': { title: 'menu_clip_moment', contexts: ['video', 'audio', 'page'] },
  'clip-screenshot': { title: 'menu_clip_screenshot', contexts: ['video'] },
  'clip-speaker': { title: 'menu_clip_speaker', contexts: ['page'] },
  'open-panel': { title: 'menu_open_panel', contexts: ['page', 'video', 'audio'] },
  'open-desk': { title: 'menu_open_desk', contexts: ['action'] },
  'clip-region': { title: 'menu_clip_region', contexts: ['page'] },
} as const satisfies Record<string, { title: MessageKey; contexts: readonly string[] }>;

export type MenuEntry = keyof typeof entries;

/** Firefox for Android has no extension menus; the polyfill's types do not know that. */
const apis = browser as Partial<typeof browser>;

/** True if the browser shows our entries in its context menu. */
export const hasMenus = (): boolean => apis.contextMenus !== undefined;

/** Creates the entries; may be called again. */
export async function createMenus(): Promise<void> {
  const { contextMenus } = apis;
  if (contextMenus === undefined) return;
  await contextMenus.removeAll();
  for (const [id, { title, contexts }] of Object.entries(entries)) {
    contextMenus.create({ id, title: browserText(title), contexts: [...contexts] }, () => {
      // Reading it keeps the browser from reporting it; it is fine if an entry exists already.
      void browser.runtime.lastError;
    });
  }
}

/** Calls back for a click on one of our entries. Call it synchronously at the start. */
export function onMenuClick(
  callback: (entry: MenuEntry, tabId: number, menu: MenuInfo, windowId: number | undefined) => void,
): void {
  apis.contextMenus?.onClicked.addListener((info, tab) => {
    const id = String(info.menuItemId);
    if (!Object.hasOwn(entries, id) || tab?.id === undefined) return;
    const { linkText } = info as { linkText?: string };
    callback(
      id as MenuEntry,
      tab.id,
      {
        pageUrl: sourceOfReader(info.pageUrl ?? tab.url ?? ''),
        frameUrl: info.frameUrl,
        frameId: info.frameId,
        tabTitle: tab.title,
        selectionText: info.selectionText,
        linkUrl: info.linkUrl,
        linkText,
        srcUrl: info.srcUrl,
      },
      tab.windowId,
    );
  });
}
