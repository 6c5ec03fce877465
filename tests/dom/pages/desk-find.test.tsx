import './fake-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { stepBack } from '../../../lib/client/services.ts';
import { createLink, createNote, createQuote, createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, press, replaceText } from '../components/support.tsx';
import { blockOf, showDesk, storedItem } from './a-desk.tsx';
import { eventually } from './fake-page.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const { id: wrapUpId } = wrapUp;
const note = createNote({ wrapUpId, order: 'a1', note: 'Low tide, low water.' });
const quote = createQuote({ wrapUpId, order: 'a2', note: '', markdown: 'A low ebb.' });
const link = createLink({ wrapUpId, order: 'a3', title: 'Lowlands' });

const state = () => document.querySelector('.find-state')?.textContent;
const find = async (words: string) => {
  blockOf(note.id)?.focus();
  expect(press('f', { ctrlKey: true })).toBe(true);
  const field = await eventually('the bar', () =>
    hasRole('textbox', 'Find in the post') ? byRole('textbox', 'Find in the post') : null,
  );
  expect(document.activeElement).toBe(field);
  replaceText(field, words);
  return field;
};
const disabled = (name: string) => byRole('button', name).getAttribute('aria-disabled') === 'true';

beforeEach(() => showDesk(wrapUp, [note, quote, link]), 120_000);

describe('find and replace at the desk', { timeout: 120_000 }, () => {
  it('counts what is found in all blocks, and goes from one to the next and back', async () => {
    await find('low');
    await eventually('the count', () => state() === '1 of 4');
    press('Enter');
    expect(state()).toBe('2 of 4');
    press('Enter', { shiftKey: true });
    press('Enter', { shiftKey: true });
    expect(state()).toBe('4 of 4');
    await eventually('its block to be lit', () =>
      document.querySelector(`.lit[data-id="${link.id}"]`),
    );
    expect(document.activeElement).toBe(byRole('textbox', 'Find in the post'));
    click(byRole('checkbox', 'Match case'));
    expect(state()).toBe('1 of 2');
  });

  it('shows what captured words say, and says that they stay', async () => {
    await find('a low ebb');
    await eventually('the sentence', () => state() === '1 of 1Captured words aren’t changed');
    expect(disabled('Replace')).toBe(true);
    expect(disabled('Replace all')).toBe(true);
  });

  it('replaces one, goes to the next, and then all others, each as one step that is taken back', async () => {
    await find('low');
    await eventually('the count', () => state() === '1 of 4');
    replaceText(byRole('textbox', 'Replace with'), 'allow');
    press('Enter');
    await eventually(
      'the first',
      async () => (await storedItem(note.id))?.note === 'allow tide, low water.',
    );
    // The replacement has the same letters and is found again; the next match is after it.
    expect(state()).toBe('2 of 4');
    replaceText(byRole('textbox', 'Replace with'), 'high');
    click(byRole('button', 'Replace all'));
    await eventually('the link', async () => (await storedItem(link.id))?.title === 'highlands');
    expect(await storedItem(note.id)).toMatchObject({ note: 'alhigh tide, high water.' });
    expect(await storedItem(quote.id)).toMatchObject({ editedMarkdown: null });
    await stepBack(wrapUpId);
    expect(await storedItem(link.id)).toMatchObject({ title: 'Lowlands' });
    expect(await storedItem(note.id)).toMatchObject({ note: 'allow tide, low water.' });
    await stepBack(wrapUpId);
    expect(await storedItem(note.id)).toMatchObject({ note: 'Low tide, low water.' });
  });

  it('closes by Escape and leaves the match selected in the text of its block', async () => {
    await find('water');
    await eventually('the count', () => state() === '1 of 1');
    press('Escape');
    const field = await eventually('the text', () => {
      const { activeElement } = document;
      const isThere =
        activeElement instanceof HTMLTextAreaElement && activeElement.selectionEnd === 19;
      return isThere && activeElement;
    });
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('water');
    expect(field.closest('[data-id]')?.getAttribute('data-id')).toBe(note.id);
    expect(hasRole('textbox', 'Find in the post')).toBe(false);
  });
});
