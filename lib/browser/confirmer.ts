import type { ConfirmationState } from '../core/confirmation-state.ts';
import { noteProblem } from '../core/problem.ts';
import { askFrame } from '../page-wire/ask-page.ts';
import { rememberConfirmed } from './confirmed-clips.ts';
import { rememberOffer } from './offered-clips.ts';

/** Shows confirmations in pages (`Confirmer` in `lib/app/ports.ts`), in the top frame alone. */
export const confirmer = {
  async show(tabId: number, state: ConfirmationState): Promise<boolean> {
    try {
      // Begun first, because the page may answer as soon as it is shown: the browser keeps the order.
      const remembered = remember(tabId, state);
      const shown = await askFrame({ tabId }, 'confirmation', state);
      await remembered;
      return shown;
    } catch (thrown) {
      // The caller tells it in another way.
      noteProblem('confirmation.show', thrown);
      return false;
    }
  },
};

/** What the card may ask for. If it can't be remembered, the card shows all the same, and is refused. */
async function remember(tabId: number, state: ConfirmationState): Promise<void> {
  try {
    if ('itemId' in state) await rememberConfirmed(tabId, state.itemId);
    if (state.state === 'failed') await rememberOffer(tabId, state);
  } catch (thrown) {
    noteProblem('confirmation.show', thrown);
  }
}
