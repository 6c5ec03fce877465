import { browser } from 'wxt/browser';

/** Where this page of ours shows: over the browser, beside its pages, or in a tab of its own. */
export type PageFrame = 'popup' | 'panel' | 'tab';

export function pageFrame(): PageFrame {
  if (location.pathname.endsWith('/sidepanel.html')) return 'panel';
  return browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'tab';
}
