import './fake-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { stepBack } from '../../../lib/client/services.ts';
import { createLink, createNote, createQuote, createWrapUp } from '../../support/items.ts';
import { byRole, hasRole, press, replaceText } from '../components/support.tsx';
import { blockOf, showDesk, storedItem } from './a-desk.tsx';
import { eventually } from './fake-page.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const { id: wrapUpId } = wrapUp;
const empty = createNote({ wrapUpId, order: 'a1', note: '' });
const quote = createQuote({ wrapUpId, order: 'a2', note: 'On tides:', markdown: 'A *low* ebb.' });
const waiting = createLink({ wrapUpId, order: 'a3', title: 'Tide table', tray: 'waiting' });
const written = createNote({ wrapUpId, order: 'a4', note: 'Low tide' });

const blocks = () =>
  [...document.querySelectorAll<HTMLElement>('.desk-post .block[data-id]')].filter(
    ({ dataset }) => dataset.kind !== 'part',
  );
const editor = () => document.querySelector<HTMLTextAreaElement>('.block-editor textarea');
const openText = async (id: string) => {
  blockOf(id)?.focus();
  press('Enter');
  const field = await eventually('its text', editor);
  await eventually('the focus', () => document.activeElement === field);
  return field;
};
const choose = async (name: string) => {
  await openText(empty.id);
  await chooseHere(name);
};
const chooseHere = async (name: string) => {
  expect(press('/')).toBe(true);
  await eventually('the menu', () => hasRole('combobox', 'Note, heading, a clip…'));
  replaceText(byRole('combobox', 'Note, heading, a clip…'), name);
  await eventually(name, () => document.querySelector('[role=option]'));
  press('Enter');
};

beforeEach(() => showDesk(wrapUp, [empty, quote, waiting, written]), 120_000);

describe('a slash in an empty note', { timeout: 120_000 }, () => {
  it('makes a heading of it, open to be typed in, as one step', async () => {
    await choose('heading');
    await eventually('the heading', () => blocks()[0]?.dataset.kind === 'section');
    await eventually('its text', () => editor()?.closest('.block') === blocks()[0]);
    expect(await storedItem(blocks()[0]?.dataset.id ?? '')).toMatchObject({ form: 'h2', note: '' });
    expect((await storedItem(empty.id))?.deletedAt).not.toBeNull();
    await stepBack(wrapUpId);
    expect(await storedItem(empty.id)).toMatchObject({ deletedAt: null });
  });

  it('makes a bullet of it, which stays the same note', async () => {
    await choose('bullet');
    await eventually('the bullet', async () => (await storedItem(empty.id))?.form === 'bullet');
  });

  it('places a clip of the tray there, as one step', async () => {
    await choose('tide table');
    await eventually('the clip', () => blocks()[0]?.dataset.id === waiting.id);
    expect((await storedItem(empty.id))?.deletedAt).not.toBeNull();
    expect(await storedItem(waiting.id)).not.toHaveProperty('tray', 'waiting');
    await stepBack(wrapUpId);
    expect(await storedItem(empty.id)).toMatchObject({ deletedAt: null });
    expect(await storedItem(waiting.id)).toMatchObject({ tray: 'waiting' });
  });

  it('is a slash after words, and after leaving the menu', async () => {
    await openText(written.id);
    expect(press('/')).toBe(false);
    press('Escape');
    await eventually('the block', () => document.activeElement === blockOf(written.id));
    const field = await openText(empty.id);
    press('/');
    await eventually('the menu', () => hasRole('combobox', 'Note, heading, a clip…'));
    press('Escape');
    await eventually('the slash', () => field.value === '/');
    expect(hasRole('combobox', 'Note, heading, a clip…')).toBe(false);
  });
});

describe('a slash in a line that ends a note', { timeout: 120_000 }, () => {
  const beginLine = async () => {
    const field = await openText(written.id);
    replaceText(field, 'Low tide\n\n');
    field.setSelectionRange(field.value.length, field.value.length);
  };
  const words = (id: string) => storedItem(id).then((item) => item?.note);

  it('puts a clip below it and begins a note below that, as one step', async () => {
    await beginLine();
    await chooseHere('tide table');
    await eventually('a note below the clip', () => {
      const at = blocks().findIndex(({ dataset }) => dataset.id === waiting.id);
      return at > 0 && blocks()[at + 1]?.contains(editor());
    });
    const begun = blocks().at(-1)?.dataset.id ?? '';
    expect(await words(written.id)).toBe('Low tide');
    await stepBack(wrapUpId);
    expect(await words(written.id)).toBe('Low tide\n\n');
    expect(await storedItem(waiting.id)).toMatchObject({ tray: 'waiting' });
    expect((await storedItem(begun))?.deletedAt).not.toBeNull();
  });

  it('leaves nothing to take back of a note that nothing was written in', async () => {
    await beginLine();
    await chooseHere('tide table');
    await eventually('a note below the clip', () => editor()?.value === '');
    press('Escape');
    await eventually('two notes less', () => blocks().length === 4 && editor() === null);
    expect(blocks().at(-1)?.dataset.id).toBe(waiting.id);
    await stepBack(wrapUpId);
    expect(await storedItem(waiting.id)).toMatchObject({ tray: 'waiting' });
    expect(await words(written.id)).toBe('Low tide\n\n');
  });

  it('makes a bullet below it, as one step', async () => {
    await beginLine();
    await chooseHere('bullet');
    await eventually('the bullet', () => blocks().at(-1)?.dataset.id !== written.id && editor());
    const bullet = blocks().at(-1)?.dataset.id ?? '';
    expect(await storedItem(bullet)).toMatchObject({ form: 'bullet', note: '' });
    await stepBack(wrapUpId);
    expect((await storedItem(bullet))?.deletedAt).not.toBeNull();
    expect(await words(written.id)).toBe('Low tide\n\n');
  });
});

describe('the Markdown of a block', { timeout: 120_000 }, () => {
  it('is shown as it is exported, with the way to where it can be edited', async () => {
    blockOf(quote.id)?.focus();
    const shown = await eventually('the Markdown', () => {
      if (!document.querySelector('.block-markdown')) press('e', { ctrlKey: true });
      const text = document.querySelector('.block-markdown pre')?.textContent ?? '';
      return text !== '' && text;
    });
    const source = '[example.org/docs/intro/](https://example.org/docs/intro/)';
    expect(shown).toBe(`On tides:\n\n> A *low* ebb. -- ${source}`);
    byRole('button', 'Edit in the Markdown of the post').click();
    const field = await eventually('the Markdown of the post', () =>
      document.querySelector<HTMLTextAreaElement>('.markdown-editor textarea'),
    );
    await eventually('the block in it', () => {
      const { value, selectionStart, selectionEnd } = field;
      return value.slice(selectionStart, selectionEnd) === shown;
    });
  });
});
