import { browser } from 'wxt/browser';
import { noteProblem } from '../core/base/problem.ts';

/** The name of the port between the page of an outcome and the background. */
export const outcomePort = 'outcome';

/** What is sent to the page of an outcome: what to show, and which tab it is about. */
export interface OutcomeMessage {
  tabId: number;
  state: { state: string };
}

const outcomePage = '/outcome.html';
const popupPage = '/popup.html';

/** If our page has not connected by then, it is not on the screen. */
const openMs = 5_000;
/** Size of the small window, CSS px; the page adjusts the height to its content. */
const windowPx = { width: 372, height: 180 };
/** Distance from the edges of the browser's window, where the toolbar's popup would be. */
const insetPx = { right: 24, top: 88 };

interface Port {
  name: string;
  sender?: { id?: string; origin?: string };
  postMessage(message: OutcomeMessage | null): void;
  onDisconnect: { addListener(listener: () => void): void };
}

interface Waiting {
  message: OutcomeMessage;
  shown(isShown: boolean): void;
}

const url = (page: string) => browser.runtime.getURL(page as never);

/**
 * Shows the outcome of a gesture if the page cannot (`Confirmer` in `lib/app/ports.ts`): in the
 * popup at our button, or else in a small window (ADR 24). Call it synchronously when the
 * background starts.
 *
 * There is at most one; a later outcome replaces what an open one shows.
 */
export function createOutcomePopup() {
  let open: Port | undefined;
  let waiting: Waiting | undefined;

  browser.runtime.onConnect.addListener((connected) => {
    const port = connected as unknown as Port;
    if (port.name !== outcomePort || !isOurPage(port)) return;
    open = port;
    port.onDisconnect.addListener(() => {
      if (open === port) open = undefined;
    });
    port.postMessage(waiting?.message ?? null);
    waiting?.shown(true);
  });

  return {
    /** Resolves to false if the browser allows neither. Never rejects. */
    async show(tabId: number, state: { state: string }): Promise<boolean> {
      const message = { tabId, state };
      if (open !== undefined) {
        open.postMessage(message);
        return true;
      }
      // It is shown with its clip's confirmation, or not at all; the popup's list shows it, too.
      if (state.state === 'picture') return false;
      waiting?.shown(false);
      const isShown = new Promise<boolean>((resolve) => {
        const late = setTimeout(() => resolve(false), openMs);
        waiting = {
          message,
          shown(answer) {
            clearTimeout(late);
            resolve(answer);
          },
        };
      });
      const mine = waiting;
      try {
        const { windowId } = await browser.tabs.get(tabId);
        await openPopupOrWindow(windowId);
      } catch (thrown) {
        noteProblem('outcome.show', thrown);
        mine?.shown(false);
      }
      const answer = await isShown;
      if (waiting === mine) waiting = undefined;
      return answer;
    },
  };
}

/** The browser says who connects; our script in a page has the page's origin. */
function isOurPage({ sender }: Port): boolean {
  return sender?.id === browser.runtime.id && sender?.origin === new URL(url('/')).origin;
}

/**
 * Opens the button's popup once, with the outcome. Firefox up to 148 requires a gesture, and the
 * gesture is over by now; Chromium refuses in a window that is not in front.
 */
async function openPopup(windowId: number | undefined): Promise<void> {
  const { action, tabs } = browser;
  const [tab] = await tabs.query({ active: true, ...(windowId === undefined ? {} : { windowId }) });
  const tabId = tab?.id;
  if (tabId === undefined) throw new Error('No tab in front');
  await action.setPopup({ tabId, popup: url(outcomePage) });
  try {
    await action.openPopup(windowId === undefined ? {} : { windowId });
  } finally {
    await action.setPopup({ tabId, popup: url(popupPage) });
  }
}

/** How long a popup takes to close, or to be recognised as ours. */
const settleMs = 250;

/**
 * Rejects if our own popup is open, because it lists what was clipped, and a window over it would
 * be too much.
 */
async function openPopupOrWindow(windowId: number | undefined): Promise<void> {
  try {
    await openPopup(windowId);
  } catch (refused) {
    // A popup that is closing or opening also blocks this.
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (await isPopupOpen()) throw refused;
    // If it is refused again, for whatever reason, a small window opens.
    await openPopup(windowId).catch(async () => {
      // A popup blocks this before it can be recognised.
      if (await isPopupOpen()) throw refused;
      await openWindow(windowId);
    });
  }
}

/** Neither browser's types have it; Firefox supports it from 127 on. */
interface ContextBrowser {
  getContexts?: (filter: { contextTypes: string[] }) => Promise<unknown[]>;
}

async function isPopupOpen(): Promise<boolean> {
  const runtime = browser.runtime as ContextBrowser;
  return ((await runtime.getContexts?.({ contextTypes: ['POPUP'] })) ?? []).length > 0;
}

async function openWindow(windowId: number | undefined): Promise<void> {
  const page = { type: 'popup', url: url(`${outcomePage}#window`), ...windowPx } as const;
  try {
    // Next to the browser's window, on whichever screen that is.
    const { left = 0, top = 0, width = 0 } = await browser.windows.get(windowId as number);
    const place = { left: left + width - windowPx.width - insetPx.right, top: top + insetPx.top };
    await browser.windows.create({ ...page, ...place });
  } catch {
    // The browser refuses a position outside the screen.
    await browser.windows.create(page);
  }
}
