import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, isFocused } from '../sight.ts';
import { type AddButton, type At, addRow } from './places.ts';
import { toTab } from './tabs.ts';
import { choose, typeWords } from './words.ts';

/** Where it goes, and its form. */
export interface Wanted<Form extends string> {
  form?: Form | undefined;
  at?: At;
}

/**
 * Writes any Markdown of the note-taker: paragraphs, bullets, code. The form is for a bullet that
 * continues the list before it.
 */
export async function write(
  hands: Hands,
  markdown: string,
  wanted: Wanted<'Bullet'> = {},
): Promise<void> {
  await add(hands, 'Add note', 'Your words', markdown, wanted);
}

/** Writes a lead-in line or a heading. */
export async function head(
  hands: Hands,
  words: string,
  wanted: Wanted<'Large heading' | 'Heading' | 'Small heading' | 'Smallest heading'> = {},
): Promise<void> {
  // The plus adds a heading, the button a lead-in.
  const form = wanted.form ?? 'Lead-in line';
  await add(hands, 'Add heading or lead-in', 'Text', words, { ...wanted, form });
}

/** Begins a note, for words that come later. */
export async function beginNote(hands: Hands): Promise<void> {
  await add(hands, 'Add note', 'Your words', '', {});
}

/** Continues writing in the open note. */
export async function writeOn(hands: Hands, markdown: string): Promise<void> {
  await hands.tally.during('words', async () => {
    const row = await waitFor('an open note', () => hands.openRow());
    const field = await hands.panel.find('textbox', 'Your words', row);
    await hands.clickAtEnd(field);
    await typeWords(hands, field, markdown);
    await hands.panel.saved();
  });
}

async function add(
  hands: Hands,
  button: AddButton,
  label: string,
  words: string,
  { form, at }: Wanted<string>,
): Promise<void> {
  await toTab(hands, 'Clips');
  const { panel, tally } = hands;
  const count = (await panel.rows()).length;
  await addRow(hands, button, at);
  await tally.during('words', async () => {
    const row = await waitFor('the new row', async () =>
      (await panel.rows()).length === count + 1 ? hands.openRow() : null,
    );
    await typeInto(hands, row, label, words);
    if (form) await choose(hands, await panel.find('combobox', 'Show as', row), form);
  });
}

async function typeInto(hands: Hands, row: Found, label: string, words: string): Promise<void> {
  const field = await hands.panel.find('textbox', label, row);
  await waitFor(`the focus in “${label}”`, () => isFocused(field));
  await typeWords(hands, field, words);
  await hands.panel.saved();
}
