import { browser } from 'wxt/browser';
import { noteProblem } from '../core/base/problem.ts';

/** The name under which the page of an outcome connects to the background. */
export const outcomePort = 'outcome';

/** What the page of an outcome is sent: what to show, and which tab it is about. */
export interface OutcomeMessage {
  tabId: number;
  state: { state: string };
}

const outcomePage = '/outcome.html';
const popupPage = '/popup.html';

/** A page of ours that has not connected by then is not on the screen. */
const openMs = 5_000;
/** Of the small window, CSS px; the page makes it as high as what it shows. */
const windowPx = { width: 372, height: 180 };
/** From the edges of the browser's own window: where the toolbar's popup would be. */
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
 * Shows the outcome of a gesture where the page cannot (`Confirmer` in `lib/app/ports.ts`): in the
 * popup at our button, else in a small window of its own (ADR 24). To be called synchronously when
 * the background starts.
 *
 * There is one at most: what comes while it is open takes the place of what it shows.
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
    /** Resolves to false if the browser shows neither. Never rejects. */
    async show(tabId: number, state: { state: string }): Promise<boolean> {
      const message = { tabId, state };
      if (open !== undefined) {
        open.postMessage(message);
        return true;
      }
      // Goes with the confirmation of its clip, or isn't shown: the popup's list says it, too.
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

/** The browser says who connects; a script of ours in a page has the page's origin. */
function isOurPage({ sender }: Port): boolean {
  return sender?.id === browser.runtime.id && sender?.origin === new URL(url('/')).origin;
}

/**
 * The button's popup, once with the outcome. Firefox up to 148 wants a gesture for it, and by now the
 * gesture is over; Chromium refuses in a window that is not in front.
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

/** How long a popup takes to be gone, or to be known as ours. */
const settleMs = 250;

/**
 * Rejects where our own popup is open: it lists what was clipped itself, and a window over it would be
 * too much.
 */
async function openPopupOrWindow(windowId: number | undefined): Promise<void> {
  try {
    await openPopup(windowId);
  } catch (refused) {
    // One that is just going, or coming, is in the way, too.
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (await isPopupOpen()) throw refused;
    // Refused again, whatever the reason: a window of its own then.
    await openPopup(windowId).catch(async () => {
      // It takes longer to be known than to be in the way.
      if (await isPopupOpen()) throw refused;
      await openWindow(windowId);
    });
  }
}

/** In neither's types; Firefox has it from 127 on. */
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
    // By the browser's window, on whichever screen that is.
    const { left = 0, top = 0, width = 0 } = await browser.windows.get(windowId as number);
    const place = { left: left + width - windowPx.width - insetPx.right, top: top + insetPx.top };
    await browser.windows.create({ ...page, ...place });
  } catch {
    // A place outside of the screen is refused.
    await browser.windows.create(page);
  }
}
