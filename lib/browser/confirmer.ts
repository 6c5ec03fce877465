import { rememberConfirmed } from './confirmed-clips.ts';
import { runScript } from './run-script.ts';

const confirmationScript = '/confirmation.js';

/** Runs in the page, in our isolated world: tells the confirmation what to say. */
function setConfirmation(state: object) {
  (globalThis as { wrapupConfirmation?: object }).wrapupConfirmation = state;
}

/** Shows confirmations in pages (`Confirmer` in `lib/app/ports.ts`), in the top frame alone. */
export const confirmer = {
  async show(tabId: number, state: { state: string; itemId?: string }): Promise<boolean> {
    try {
      // First: the page may answer as soon as it is shown.
      if (state.itemId !== undefined) await rememberConfirmed(tabId, state.itemId);
      await runScript({ target: { tabId }, func: setConfirmation, args: [state] });
      const [answer] = await runScript({ target: { tabId }, files: [confirmationScript] });
      return answer?.result === true;
    } catch {
      return false;
    }
  },
};
