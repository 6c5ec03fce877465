import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';

/** Moves a clip that landed elsewhere to the end of the post, by what its row shows. */
export async function moveToEnd(hands: Hands, words: string): Promise<void> {
  const { panel, tally } = hands;
  const texts = await panel.rowTexts();
  const rows = await panel.rows();
  const [row, last] = [rows[texts.findIndex((text) => text.startsWith(words))], rows.at(-1)];
  if (!row || !last) throw new Error(`No row begins with “${words}”: ${texts.join(' | ')}`);
  await tally.during('place', () => hands.dragBelow(row, last));
  tally.moved();
  await waitFor(`“${words}” at the end`, async () =>
    (await panel.rowTexts()).at(-1)?.startsWith(words),
  );
  await panel.saved();
}
