import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { wordsOf } from '../sight.ts';
import { deskAtRest } from './desk.ts';
import { toTab } from './tabs.ts';

/** Does the same at the desk, with its key, once everything typed is stored and in the draft. */
export async function copyAtDesk(hands: Hands): Promise<string> {
  await deskAtRest(hands);
  await hands.tally.during('take away', () => hands.chord('Control+Shift+c'));
  await waitFor('“Copied”', async () => {
    const said = await hands.seeAtDesk('.desk-toasts');
    return said !== null && (await wordsOf(said)).includes('Copied');
  });
  return hands.clipboard();
}

/** Copies the draft; returns the clipboard's content. */
export async function copyDraft(hands: Hands): Promise<string> {
  await hands.tally.during('take away', async () => {
    const { panel } = hands;
    await toTab(hands, 'Draft');
    await panel.draft();
    await hands.click(await panel.find('button', 'Copy draft'));
    await waitFor('“Copied”', async () => (await panel.status()).includes('Copied'));
  });
  return hands.clipboard();
}
