import type { ConfirmationState } from '../core/capture/confirmation-state.ts';
import type { Confirmer } from './ports.ts';

export interface AnywhereConfirmer extends Confirmer {
  /** The page of a tab kept the last outcome from being seen. Never rejects. */
  showUnseen(tabId: number): Promise<void>;
}

/** More pages than one clips from at once; an outcome may hold a whole quote. */
const pagesKept = 8;

/**
 * Shows the outcome of a gesture in the page or, if the page cannot show it, in the popup at our
 * button (ADR 24).
 */
export function confirmAnywhere(page: Confirmer, popup: Confirmer): AnywhereConfirmer {
  /** The outcome that each tab's page shows, the latest last. */
  const inPages = new Map<number, ConfirmationState>();
  return {
    prepare: (tabId) => page.prepare?.(tabId),
    async showUnseen(tabId) {
      const state = inPages.get(tabId);
      inPages.delete(tabId);
      if (state) await popup.show(tabId, state);
    },
    async show(tabId, state) {
      const isOutcome = state.state !== 'picture' && state.state !== 'reading';
      if (isOutcome) keepLatest(inPages, tabId, state);
      const isInPage = await page.show(tabId, state);
      if (isOutcome && !isInPage) inPages.delete(tabId);
      // These states add to the card of their clip, wherever that shows.
      if (state.state === 'picture') return (await popup.show(tabId, state)) || isInPage;
      if (isInPage) return true;
      // The badge would otherwise stay when the page shows the outcome; it reports reading, too.
      if (state.state === 'reading') return false;
      const isShown = await popup.show(tabId, state);
      // A popup closes with the first click elsewhere, so it must not be the only place that holds
      // words.
      const holdsWords = state.state === 'failed' && state.markdown !== '';
      return isShown && !holdsWords;
    },
  };
}

function keepLatest(
  inPages: Map<number, ConfirmationState>,
  tabId: number,
  state: ConfirmationState,
): void {
  inPages.delete(tabId);
  inPages.set(tabId, state);
  const [oldest] = inPages.keys();
  if (inPages.size > pagesKept && oldest !== undefined) inPages.delete(oldest);
}
