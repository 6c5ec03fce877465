import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';

/** Deletes the first clips of the list by keys, from the row that is open. */
export async function removeFirst(hands: Hands, count: number): Promise<void> {
  const { panel, tally } = hands;
  const rows = async () => (await panel.rows()).length;
  await tally.during('place', async () => {
    await hands.chord('Escape');
    await waitFor('no row to be open', async () => (await hands.openRow()) === null);
    await hands.chord('Home');
    for (let left = await rows(), end = left - count; left > end; left--) {
      await hands.chord('Delete');
      await waitFor('the clip to be gone', async () => (await rows()) === left - 1);
    }
  });
  await panel.saved();
}
