import './fake-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  deskCommands,
  postCommands,
  textKeys,
  trayKeys,
} from '../../../components/desk/commands.ts';
import { t } from '../../../lib/client/i18n.ts';
import { keyCaps } from '../../../lib/client/keys.ts';
import { createNote, createWrapUp } from '../../support/items.ts';
import { byRole, hasRole, nameOf, press, replaceText } from '../components/support.tsx';
import { blockOf, showDesk, storedItem } from './a-desk.tsx';
import { eventually } from './fake-page.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const { id: wrapUpId } = wrapUp;
const first = createNote({ wrapUpId, order: 'a1', note: 'Low tide' });
const second = createNote({ wrapUpId, order: 'a2', note: 'High tide' });

const search = () => byRole('combobox', 'Find a command');
const options = () =>
  [...document.querySelectorAll('[role=option]')].map((each) => each.firstChild?.textContent ?? '');
const open = async () => {
  expect(press('p', { ctrlKey: true })).toBe(true);
  await eventually('the palette', () => hasRole('combobox', 'Find a command'));
};

beforeEach(() => showDesk(wrapUp, [first, second]), 120_000);

describe('the palette', { timeout: 120_000 }, () => {
  it('offers what keys do, found by typing, and does it to the block that one was at', async () => {
    blockOf(second.id)?.focus();
    await open();
    expect(document.activeElement).toBe(search());
    for (const { name } of [...postCommands.filter(({ moves }) => !moves), ...deskCommands]) {
      if (name !== 'command_palette') expect(options()).toContain(t(name));
    }
    replaceText(search(), 'next form');
    expect(options()[0]).toBe('Next form: bullet, paragraph, quote, heading');
    const active = search().getAttribute('aria-activedescendant');
    expect(document.getElementById(active ?? '')?.getAttribute('aria-selected')).toBe('true');
    // A browser returns the focus when the dialog closes.
    press('Enter');
    blockOf(second.id)?.focus();
    await eventually('the bullet', async () => (await storedItem(second.id))?.form === 'bullet');
    expect(await storedItem(first.id)).toMatchObject({ form: first.form });
    expect(hasRole('combobox', 'Find a command')).toBe(false);
  });

  it('goes through its commands by arrows, and runs those of the desk', async () => {
    blockOf(first.id)?.focus();
    await open();
    replaceText(search(), 'tray');
    const [begins = ''] = options();
    press('ArrowDown');
    const at = document.querySelector('[role=option][aria-selected=true]');
    expect(at?.textContent).not.toContain(begins);
    press('ArrowUp');
    press('Enter');
    await eventually('the tray to be folded', () =>
      document.querySelector('.desk-tray')?.hasAttribute('hidden'),
    );
  });

  it('says that there is no such command, and closes by Escape alone', async () => {
    blockOf(first.id)?.focus();
    await open();
    replaceText(search(), 'zzz');
    expect(document.querySelector('.palette-state')?.textContent).toBe('No such command');
    press('Escape');
    expect(hasRole('combobox', 'Find a command')).toBe(false);
  });
});

describe('the sheet of keys', { timeout: 120_000 }, () => {
  it('lists each key of the table, opened by ?, which is a sign in a text', async () => {
    blockOf(first.id)?.focus();
    press('Enter');
    await eventually('its text', () => document.querySelector('.block-editor textarea'));
    expect(press('?', { shiftKey: true })).toBe(false);
    press('Escape');
    await eventually('the block', () => document.activeElement === blockOf(first.id));
    expect(press('?', { shiftKey: true })).toBe(true);
    const sheet = await eventually('the sheet', () => document.querySelector('dialog.key-sheet'));
    expect(nameOf(sheet)).toBe('Keyboard shortcuts');
    const caps = [...sheet.querySelectorAll('dd')].map((each) =>
      [...each.querySelectorAll('kbd')].map(({ textContent }) => textContent).join(' '),
    );
    const all = [...postCommands, ...deskCommands, ...textKeys, ...trayKeys];
    const told = all.filter(({ keys }) => keys.length > 0);
    expect(caps).toEqual(told.map(({ keys }) => keys.flatMap(keyCaps).join(' ')));
    press('Escape');
    expect(document.querySelector('dialog')).toBeNull();
  });
});
