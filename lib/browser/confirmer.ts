import type { ConfirmationState } from '../core/confirmation-state.ts';
import { noteProblem } from '../core/problem.ts';
import { askFrame } from '../page-wire/ask-page.ts';
import { rememberConfirmed } from './confirmed-clips.ts';
import { rememberOffer } from './offered-clips.ts';

/** Shows confirmations in pages (`Confirmer` in `lib/app/ports.ts`), in the top frame alone. */
export const confirmer = {
  async show(tabId: number, state: ConfirmationState): Promise<boolean> {
    try {
      // First: the page may answer as soon as it is shown.
      if ('itemId' in state) await rememberConfirmed(tabId, state.itemId);
      if (state.state === 'failed') await rememberOffer(tabId, state);
      return await askFrame({ tabId }, 'confirmation', state);
    } catch (thrown) {
      // The caller tells it in another way.
      noteProblem('confirmation.show', thrown);
      return false;
    }
  },
};
