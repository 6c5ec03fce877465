import './fake-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { deps } from '../../../lib/client/services.ts';
import { createNote, createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, press, replaceText } from '../components/support.tsx';
import { blockOf, showDesk } from './a-desk.tsx';
import { eventually } from './fake-page.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup #55 wrap-up', slug: 'tidal-meetup-55' });
const { id: wrapUpId } = wrapUp;
const note = createNote({ wrapUpId, order: 'a1', note: 'Low tide tide' });

const panel = () => document.querySelector<HTMLElement>('.done-panel');
const open = async () => {
  blockOf(note.id)?.focus();
  expect(press('Enter', { ctrlKey: true })).toBe(true);
  await eventually('the draft', () => panel()?.querySelector('.done-leaves li'));
};

beforeEach(() => showDesk(wrapUp, [note]), 120_000);

describe('“Done?”', { timeout: 120_000 }, () => {
  it('shows what leaves, with the last way out under the keyboard', async () => {
    await open();
    const paths = [...document.querySelectorAll('.done-leaves li')].map(
      ({ textContent }) => textContent,
    );
    expect(paths).toEqual(['content/posts/tidal-meetup-55.md']);
    await eventually('the focus', () => document.activeElement?.textContent === 'Copy draft');
  });

  it('archives and begins the next, which its desk shows then, and takes that back', async () => {
    await open();
    click(byRole('button', 'Archive, and start the next one'));
    const next = await eventually('the next', async () => {
      const title = document.querySelector<HTMLInputElement>('.desk-title input')?.value;
      const id = await deps.settings.activeWrapUpId();
      return title === 'Tidal Meetup #56 wrap-up' && id;
    });
    expect(next).not.toBe(wrapUpId);
    expect(location.hash).toBe(`#${next}`);
    expect((await deps.wrapUps.get(wrapUpId))?.archivedAt).not.toBeNull();
    expect(panel()).toBeNull();
    // The empty desk says what goes there, and can start it.
    await eventually('the ghosts', () => document.querySelectorAll('.ghosts > li').length === 3);
    const undo = await eventually('the toast', () =>
      document.querySelector('.desk-toast .text-button'),
    );
    click(undo);
    await eventually('the first again', async () => {
      const before = await deps.wrapUps.get(wrapUpId);
      return before?.archivedAt === null && location.hash === `#${wrapUpId}`;
    });
    expect(await deps.settings.activeWrapUpId()).toBe(wrapUpId);
    await eventually('the other gone', async () => (await deps.wrapUps.get(next))?.deletedAt);
  });

  it('closes by Escape, and nothing was done', async () => {
    await open();
    press('Escape');
    expect(hasRole('button', 'Archive, and start the next one')).toBe(false);
    expect((await deps.wrapUps.get(wrapUpId))?.archivedAt).toBeNull();
  });

  it('copies the last word that was typed, however soon after it', async () => {
    const copied: string[] = [];
    const writeText = async (text: string) => void copied.push(text);
    Object.assign(navigator, { clipboard: { writeText } });
    // This happens once the house style is read.
    await eventually('the draft', () => document.querySelector('.draft-block'));
    blockOf(note.id)?.focus();
    press('Enter');
    const field = await eventually('the field', () =>
      document.querySelector<HTMLTextAreaElement>('.block.on textarea'),
    );
    replaceText(field, 'Low tide at noon');
    press('C', { ctrlKey: true, shiftKey: true });
    await eventually('a copy', () => copied.length > 0);
    expect(copied[0]).toContain('Low tide at noon');
  });
});
