import { runScript } from '../page-wire/run-script.ts';
import { createSerialQueues } from '../page-wire/serial-queues.ts';
import { rememberConfirmed } from './confirmed-clips.ts';

const confirmationScript = '/confirmation.js';

/** Runs in the page, in our isolated world: tells the confirmation what to say. */
function setConfirmation(state: object) {
  (globalThis as { wrapupConfirmation?: object }).wrapupConfirmation = state;
}

/** A page that cannot show it by then is stuck: what is to be said is said elsewhere. */
const showMs = 1_000;

/** What is to be said stands in a global for a moment: two at once would say the same. */
const queues = createSerialQueues(showMs);

/** Shows confirmations in pages (`Confirmer` in `lib/app/ports.ts`), in the top frame alone. */
export const confirmer = {
  async show(tabId: number, state: { state: string; itemId?: string }): Promise<boolean> {
    try {
      // First: the page may answer as soon as it is shown.
      if (state.itemId !== undefined) await rememberConfirmed(tabId, state.itemId);
      return await queues(String(tabId), async (until) => {
        const target = { tabId };
        await runScript({ target, func: setConfirmation, args: [state] }, until);
        const [answer] = await runScript({ target, files: [confirmationScript] }, until);
        return answer?.result === true;
      });
    } catch {
      return false;
    }
  },
};
