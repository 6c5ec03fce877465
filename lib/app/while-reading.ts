import type { Badge, Confirmer } from './ports.ts';

/** How long reading may take before it is shown: what is quicker would only flash. */
const quietMs = 500;
/** For the browser to draw the card before the page is busy with being read. */
const drawnMs = 50;

/**
 * Shows that a page is being read, where `read` takes longer than a moment: in the page, and on the
 * button, because a page that is stuck shows nothing. What comes of it takes its place in the page.
 * @param read calls its argument where it is known before that it will take longer
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
