import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, isSame } from '../sight.ts';

/** Lets new clips land in the tray, from where the post has none until they are placed. */
export async function landInTray(hands: Hands): Promise<void> {
  const { panel, tally } = hands;
  await tally.during('place', async () => {
    await hands.click(await panel.find('button', 'Change where new clips land'));
    await hands.click(await panel.find('menuitem', 'Land in the tray'));
  });
  tally.landing();
  await panel.saved();
}

/** Moves a clip that landed elsewhere to the end of the post, by what its row shows. */
export async function moveToEnd(hands: Hands, words: string): Promise<void> {
  const { panel, tally } = hands;
  const texts = await panel.rowTexts();
  const rows = await panel.rows();
  const [row, last] = [rows[texts.findIndex((text) => text.startsWith(words))], rows.at(-1)];
  if (!row || !last) throw new Error(`No row begins with “${words}”: ${texts.join(' | ')}`);
  await tally.during('place', () => hands.drag(row, 'below', last));
  tally.moved();
  await waitFor(`“${words}” at the end`, async () =>
    (await panel.rowTexts()).at(-1)?.startsWith(words),
  );
  await panel.saved();
}

/** Moves what was just written before everything else. */
export async function moveToStart(hands: Hands, row: Found): Promise<void> {
  const { panel, tally } = hands;
  const [first] = await panel.rows();
  if (!first || (await isSame(first, row))) return;
  await tally.during('place', () => hands.drag(row, 'above', first));
  await waitFor('it at the start', async () => {
    const [now, open] = [(await panel.rows())[0], await hands.openRow()];
    return now && open && isSame(now, open);
  });
  await panel.saved();
}

/**
 * Makes what is added next land after so many rows. It goes after the row that is open, else to the end; for
 * what goes before all rows there is no such way.
 */
export async function openPlace(hands: Hands, at: number): Promise<void> {
  const rows = await hands.panel.rows();
  const before = rows[at - 1];
  const open = await hands.openRow();
  if (at === 0 || !before || (open ? await isSame(open, before) : at === rows.length)) return;
  const row = at === rows.length ? open : before;
  const main = await row?.$('.clip-main');
  if (!main) throw new Error('This row has no main button');
  await hands.tally.during('place', () => hands.click(main));
  await waitFor('the place to be chosen', async () => {
    const now = await hands.openRow();
    return at === rows.length ? now === null : now !== null && isSame(now, before);
  });
}
