import type { Badge, Confirmer } from '../ports.ts';

/** How long reading may take before it is shown: what is quicker would only flash. */
const quietMs = 500;

/**
 * Shows that a page is being read, where `read` takes longer than a moment: in the page, and on the
 * button, because a page that is stuck shows nothing. What comes of it takes its place in the page.
 */
export async function whileReading<T>(
  { confirmer, badge }: { confirmer: Confirmer; badge: Badge },
  tabId: number,
  read: () => Promise<T>,
): Promise<T> {
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    void confirmer.show(tabId, { state: 'reading' });
    badge.showReading(tabId, true).catch(() => undefined);
  }, quietMs);
  try {
    return await read();
  } finally {
    clearTimeout(timer);
    if (shown) await badge.showReading(tabId, false).catch(() => undefined);
  }
}
