import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { toTab } from './tabs.ts';

/** Copies the draft; gives what is in the clipboard then. */
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
