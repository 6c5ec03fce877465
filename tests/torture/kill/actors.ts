import type { Page } from 'puppeteer-core';
import { databaseName } from '../../../lib/store/database.ts';
import type { Harness } from '../../support/browsers/harness.ts';
import { waitFor } from '../../support/wait.ts';
import type { Random } from '../random.ts';
import type { Expected } from './expected.ts';
import { type Row, readRows } from './rows.ts';

/** What an actor works with; it continues until the browser is killed. */
export interface Stage {
  harness: Harness;
  expected: Expected;
  random: Random;
  /** True once the browser is about to be killed; later failures mean nothing. */
  over(): boolean;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * True once this page knows that everything it was typed is stored, because its journal contains
 * nothing of it.
 */
const isWritten = (page: Page, id: string) =>
  page.evaluate(
    (wanted) =>
      !Object.entries(localStorage).some(
        ([key, entry]) => key.startsWith('wrapup:journal:') && String(entry).includes(wanted),
      ),
    id,
  );

/** Types words into new and old notes with real keys. */
export async function typeNotes(stage: Stage, window: Page): Promise<void> {
  const { expected, random } = stage;
  let note: { id: string; text: string } | undefined;
  while (!stage.over()) {
    if (note === undefined || random.chance(0.2)) {
      note = { id: await addNote(window), text: '' };
    }
    const { id } = note;
    for (let words = 1 + random.below(4); words > 0; words--) {
      for (const letter of `${random.word()} `) {
        note.text += letter;
        expected.typing(id, note.text);
        await window.keyboard.type(letter);
      }
    }
    if (!random.chance(0.8)) continue;
    const { text } = note;
    await waitFor('the note to be stored', () => isWritten(window, id));
    expected.saved(id, text);
  }
}

/** @returns the new note's id; its field has the focus */
async function addNote(window: Page): Promise<string> {
  const before = await window.evaluate(() => {
    const rows = document.querySelectorAll('li[data-kind=note]');
    const ids = Array.from(rows, (row) => row.getAttribute('data-id'));
    document.querySelector<HTMLElement>('button[aria-label="Add note"]')?.click();
    return ids;
  });
  return waitFor('the new note', () =>
    window.evaluate((known) => {
      for (const row of document.querySelectorAll('li[data-kind=note]:has(.clip-editor)')) {
        const id = row.getAttribute('data-id');
        const field = row.querySelector('textarea');
        if (id === null || field === null || known.includes(id)) continue;
        field.focus();
        return document.activeElement === field ? id : null;
      }
      return null;
    }, before),
  );
}

/** Types into the footer of the wrap-up, in the Details tab. */
export async function typeFooter(stage: Stage, window: Page, wrapUpId: string): Promise<void> {
  const { expected, random } = stage;
  const field = await waitFor('the footer', async () => {
    await window.evaluate(() => {
      const tabs = Array.from(document.querySelectorAll<HTMLElement>('[role=tab]'));
      tabs.find((tab) => tab.textContent?.includes('Details'))?.click();
    });
    return window.$('textarea[data-field=footer]');
  });
  let text = await field.evaluate((node) => {
    const area = node as HTMLTextAreaElement;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    return area.value;
  });
  while (!stage.over()) {
    for (const letter of `${random.word()} `) {
      text += letter;
      expected.typingFooter(text);
      await window.keyboard.type(letter);
    }
    if (!random.chance(0.7)) continue;
    const typed = text;
    await waitFor('the footer to be stored', () => isWritten(window, wrapUpId));
    expected.savedFooter(typed);
  }
}

/** Requests a clip as the popup and the card do; the browser may be killed before the answer. */
function clip(keeper: Page, name: 'clip.capture' | 'clip.retry', payload: object) {
  return keeper.evaluate(
    async (message) =>
      ((await chrome.runtime.sendMessage(message)) as { ok?: boolean })?.ok === true,
    { wrapup: 1, name, payload },
  );
}

/** Clips paragraph after paragraph of a page. */
export async function clipQuotes(
  stage: Stage,
  keeper: Page,
  article: Page,
  tabId: number,
): Promise<void> {
  const { expected, random } = stage;
  const count = await article.evaluate(() => document.querySelectorAll('p').length);
  for (let at = 0; at < count && !stage.over(); at++) {
    const text = await article.evaluate((n) => {
      const paragraph = document.querySelectorAll('p')[n] as HTMLElement;
      getSelection()?.selectAllChildren(paragraph);
      return paragraph.textContent ?? '';
    }, at);
    const asked = { requestId: crypto.randomUUID(), tabId, what: 'selection' };
    if (await clip(keeper, 'clip.capture', asked)) expected.clipped(text);
    await pause(random.below(60));
  }
}

/** Clips the pictures of a page, of 5 MB each. */
export async function clipPictures(
  stage: Stage,
  keeper: Page,
  article: Page,
  tabId: number,
): Promise<void> {
  const urls = await article.evaluate(() => Array.from(document.images, ({ src }) => src));
  for (const srcUrl of urls) {
    if (stage.over()) return;
    const intent = { what: 'picture', srcUrl };
    const asked = { requestId: crypto.randomUUID(), tabId, intent };
    if (await clip(keeper, 'clip.retry', asked)) stage.expected.clipped(srcUrl);
  }
}

/**
 * Returns the list as it is stored, which is what was acknowledged; the page shows a row at its new
 * place earlier.
 */
const rowsIn = (keeper: Page): Promise<Row[]> => keeper.evaluate(readRows, databaseName);

/**
 * Moves, deletes and restores rows with keys.
 * @param withHistory also undoes and redoes, since nobody types; else it leaves the notes alone,
 * because another actor types in them
 */
export async function arrange(
  stage: Stage,
  keeper: Page,
  window: Page,
  withHistory: boolean,
): Promise<void> {
  const { expected, random } = stage;
  const deleted = new Set<string>();
  while (!stage.over()) {
    const before = await rowsIn(keeper);
    const { id } = random.pick(before.filter(({ kind }) => withHistory || kind !== 'note')) ?? {};
    if (id === undefined) {
      await pause(50);
      continue;
    }
    const what = random.fraction();
    // Steps of the history may change what the list does not show.
    let isSeen = true;
    if (withHistory && what < 0.3) {
      const back = random.chance(0.7);
      expected.changing(back ? 'undo' : 'redo');
      await pressHistory(window, back);
      isSeen = false;
    } else if (what < 0.45 && deleted.size > 0 && (await canUndo(window))) {
      expected.changing('take the deletion back');
      await pressUndo(window);
    } else if (what < 0.6 && before.length > 3) {
      if (!(await focusRow(window, id))) continue;
      expected.changing(`delete ${id}`);
      deleted.add(id);
      await window.keyboard.press('Delete');
    } else {
      const at = before.findIndex((row) => row.id === id);
      const up = at > 0 && (at >= before.length - 2 || random.chance(0.5));
      if (before.length < 3 || !(await focusRow(window, id))) continue;
      expected.changing(`move ${id} ${up ? 'up' : 'down'}`);
      await window.keyboard.down('Alt');
      await window.keyboard.press(up ? 'ArrowUp' : 'ArrowDown');
      await window.keyboard.up('Alt');
    }
    const end = performance.now() + (isSeen ? 10_000 : 300);
    let now = before;
    while (!stage.over() && performance.now() < end) {
      now = await rowsIn(keeper);
      if (hasChanged(before, now, deleted)) break;
      await pause(25);
    }
    if (hasChanged(before, now, deleted)) expected.changed(now.map((row) => row.id));
    else if (!stage.over()) expected.unknown();
  }
}

/** True if more has happened than an addition. */
function hasChanged(
  before: readonly Row[],
  now: readonly Row[],
  deleted: ReadonlySet<string>,
): boolean {
  const known = new Set([...deleted, ...before.map(({ id }) => id)]);
  const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).filter((id) => known.has(id));
  return ids(now).join() !== ids(before).join();
}

/** False if the page does not show the row yet, or no longer does. */
const focusRow = (window: Page, id: string) =>
  window.evaluate((wanted) => {
    const row = document.querySelector<HTMLElement>(`li[data-id="${wanted}"] .clip-main`);
    row?.focus();
    return row !== null && document.activeElement === row;
  }, id);

const undoButton = '.status-bar .undo button';
const canUndo = async (window: Page) => (await window.$(undoButton)) !== null;
const pressUndo = (window: Page) =>
  window.evaluate((selector) => {
    document.querySelector<HTMLElement>(selector)?.click();
  }, undoButton);

async function pressHistory(window: Page, back: boolean): Promise<void> {
  await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await window.keyboard.down('Control');
  if (!back) await window.keyboard.down('Shift');
  await window.keyboard.press('z');
  if (!back) await window.keyboard.up('Shift');
  await window.keyboard.up('Control');
}
