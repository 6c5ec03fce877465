import { browser } from 'wxt/browser';
import { noteProblem } from '../core/base/problem.ts';

/** The browsers' APIs for it; neither is in the polyfill's types. */
interface PanelBrowser {
  sidePanel?: { open(options: { windowId: number | undefined }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const panels = browser as unknown as PanelBrowser;

/** True if this browser can show a panel beside its pages; Firefox for Android can't. */
export function hasSidePanel(): boolean {
  return panels.sidebarAction !== undefined || panels.sidePanel !== undefined;
}

async function currentWindowId(): Promise<number | undefined> {
  return (await browser.windows.getCurrent()).id;
}

/**
 * Opens our panel beside the pages of a window. Call it in the handler of a click, a shortcut or a
 * menu, before awaiting anything, because Firefox (153) refuses after one `await`.
 * @returns false if the browser refused
 */
export async function openSidePanel(windowId: number | undefined): Promise<boolean> {
  try {
    if (panels.sidebarAction) await panels.sidebarAction.open();
    // Chromium (156) remembers the gesture across one `await`.
    else await panels.sidePanel?.open({ windowId: windowId ?? (await currentWindowId()) });
    return true;
  } catch (thrown) {
    noteProblem('panel.open', thrown);
    return false;
  }
}
