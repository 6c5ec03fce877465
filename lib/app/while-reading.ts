import type { Badge, Confirmer } from './ports.ts';

/** How long reading may take before it is shown, because a quicker message would only flash. */
const quietMs = 500;
/** Lets the browser draw the card before reading keeps the page busy. */
const drawnMs = 50;

/**
 * Shows that a page is being read, if `read` takes longer than a moment: in the page, and on the
 * button, because a stuck page shows nothing. The outcome then replaces it in the page.
 * @param read calls its argument if it knows in advance that it will take longer
 */
export async function whileReading<T>(
  { confirmer, badge }: { confirmer: Confirmer; badge: Badge },
  tabId: number,
  read: (tellNow: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let isShown = false;
  const show = async () => {
    if (isShown) return;
    isShown = true;
    // Best effort: errors are ignored.
    badge.showReading(tabId, true).catch(() => undefined);
    await confirmer.show(tabId, { state: 'reading' });
  };
  const timer = setTimeout(() => void show(), quietMs);
  try {
    return await read(async () => {
      await show();
      await new Promise((resolve) => setTimeout(resolve, drawnMs));
    });
  } finally {
    clearTimeout(timer);
    // Best effort: errors are ignored.
    if (isShown) await badge.showReading(tabId, false).catch(() => undefined);
  }
}
