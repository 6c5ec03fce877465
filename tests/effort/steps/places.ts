import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, isSame } from '../sight.ts';

type Line = 'at the end of the post' | 'in the tray';

/** Lets new clips land elsewhere, with the line that says where they do. */
export async function land(hands: Hands, where: Line): Promise<void> {
  await place(hands, async () => {
    await hands.click(await hands.panel.find('button', 'Change where new clips land'));
    await hands.click(await hands.panel.find('menuitem', `Land ${where}`));
  });
}

/** Lets new clips land below the row whose text begins with these words. */
export async function landBelow(hands: Hands, words: string): Promise<void> {
  const row = await rowThatBegins(hands, words);
  await place(hands, async () => {
    await openInsertMenu(hands, row);
    await hands.click(await hands.panel.find('menuitem', 'New clips land here'));
  });
}

async function place(hands: Hands, act: () => Promise<void>): Promise<void> {
  await hands.tally.during('place', act);
  hands.tally.landing();
  await hands.panel.saved();
}

/** Returns the row whose text begins with these words. */
async function rowThatBegins(hands: Hands, words: string): Promise<Found> {
  return waitFor(`a row that begins with “${words}”`, async () => {
    const texts = await hands.panel.rowTexts();
    return (await hands.panel.rows())[texts.findIndex((text) => text.startsWith(words))];
  });
}

/** The last part of the template before all rows of the post. */
const lastLeadingPart =
  '[data-kind=part]:not(li[data-kind]:not([data-kind=part]) ~ li):not(:has(+ [data-kind=part]))';

/**
 * Opens the menu for inserting below a row; without a row: above all of them, below the template's
 * beginning.
 */
async function openInsertMenu(hands: Hands, row: Found | undefined): Promise<void> {
  const above = row ?? (await hands.see(lastLeadingPart));
  const plus = await (above
    ? above.$('.insert button')
    : hands.panel.find('button', 'Insert at the start'));
  if (!plus) throw new Error('Nothing can be put in below this row');
  await hands.click(plus);
}

const entries = {
  'Add note': 'Note',
  'Add heading or lead-in': 'Heading',
} as const;

export type AddButton = keyof typeof entries;

/** How many rows are before it; `landing`: where new clips land; default: it comes last. */
export type At = number | 'landing' | undefined;

/**
 * Adds a row, open and empty. The button puts it below the open row, else where new clips land; the
 * plus between two rows puts it there.
 */
export async function addRow(hands: Hands, button: AddButton, at: At): Promise<void> {
  const { panel, tally } = hands;
  const rows = await panel.rows();
  const landing = await hands.see('li[data-id]:has(+ .landing-place)');
  const before =
    at === 'landing' ? (landing ?? undefined) : at === undefined ? rows.at(-1) : rows[at - 1];
  const open = await hands.openRow();
  const isOpenThere = open && before && (await isSame(open, before));
  const isFree = at === undefined || at === 'landing';
  if (isFree && open && !isOpenThere) {
    await tally.during('place', async () => hands.click(await mainOf(open)));
    await waitFor('the row to close', async () => (await hands.openRow()) === null);
  }
  if (isFree || isOpenThere || (at === rows.length && !open)) {
    await tally.during('words', async () => hands.click(await panel.find('button', button)));
    return;
  }
  await tally.during('place', () => openInsertMenu(hands, before));
  await tally.during('words', async () => {
    await hands.click(await panel.find('menuitem', entries[button]));
  });
}

/** Opens a row, so that the next addition goes below it. */
export async function openRowThatBegins(hands: Hands, words: string): Promise<void> {
  const row = await rowThatBegins(hands, words);
  await hands.tally.during('place', async () => hands.click(await mainOf(row)));
  await waitFor(`“${words}” to open`, () => row.$('.clip-editor'));
}

async function mainOf(row: Found): Promise<Found> {
  const main = await row.$('.clip-main');
  if (!main) throw new Error('This row has no main button');
  return main;
}
