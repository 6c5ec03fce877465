import type { Confirmer } from './ports.ts';

/**
 * Shows what a gesture came to in the page, or, where the page cannot show it, in the popup at our
 * button (ADR 24).
 */
export function confirmAnywhere(page: Confirmer, popup: Confirmer): Confirmer {
  return {
    prepare: (tabId) => page.prepare?.(tabId),
    async show(tabId, state) {
      const isInPage = await page.show(tabId, state);
      // Adds to the card of its clip, wherever that shows.
      if (state.state === 'picture') return (await popup.show(tabId, state)) || isInPage;
      if (isInPage) return true;
      // It would stay when what came of it is shown in the page; the badge says it, too.
      if (state.state === 'reading') return false;
      const isShown = await popup.show(tabId, state);
      // A popup goes with the first click elsewhere: words must not be there alone.
      const holdsWords = state.state === 'failed' && state.markdown !== '';
      return isShown && !holdsWords;
    },
  };
}
