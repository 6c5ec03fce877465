import type { Confirmer } from './ports.ts';

/**
 * Shows the outcome of a gesture in the page or, if the page cannot show it, in the popup at our
 * button (ADR 24).
 */
export function confirmAnywhere(page: Confirmer, popup: Confirmer): Confirmer {
  return {
    prepare: (tabId) => page.prepare?.(tabId),
    async show(tabId, state) {
      const isInPage = await page.show(tabId, state);
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
