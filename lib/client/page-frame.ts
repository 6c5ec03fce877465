import { browser } from 'wxt/browser';

/** Where this page of ours shows: over the browser, beside its pages, or in a tab. */
export type PageFrame = 'popup' | 'panel' | 'tab';

let frame: PageFrame | undefined;

/** It is read in every render, and never changes. */
export function pageFrame(): PageFrame {
  frame ??= readFrame();
  return frame;
}

function readFrame(): PageFrame {
  if (location.pathname.endsWith('/sidepanel.html')) return 'panel';
  return browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'tab';
}
