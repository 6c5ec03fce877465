import type { Page } from 'puppeteer-core';
import type { Item } from '../../lib/core/post/item.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { Harness } from './browsers/harness.ts';
import { storePost } from './stored-post.ts';
import { waitFor } from './wait.ts';

/** Stores a current wrap-up with these items, and opens its desk. */
export async function openDesk(
  harness: Harness,
  wrapUp: WrapUp,
  items: readonly Item[],
  /** Null: the browser window's size. */
  viewport: { width: number; height: number } | null = { width: 1366, height: 900 },
): Promise<Page> {
  await storePost(harness, wrapUp, items);
  const desk = await harness.openOwn(`desk.html#${wrapUp.id}`);
  if (viewport) await desk.setViewport(viewport);
  await desk.waitForSelector(
    items.length > 0 ? `.block[data-id="${items.at(-1)?.id}"] .block-body` : '.desk-post .ghosts',
  );
  await desk.bringToFront();
  return desk;
}

/** Focuses a block. */
export const focusBlock = (desk: Page, id: string): Promise<void> =>
  desk.$eval(`.block[data-id="${id}"] .block-body`, (body) => (body as HTMLElement).focus());

/** Returns the id of the block that has or contains the focus; '' for none. */
export const focusedBlock = (desk: Page): Promise<string> =>
  desk.evaluate(
    () => document.activeElement?.closest<HTMLElement>('.desk-post [data-id]')?.dataset.id ?? '',
  );

/** Returns the selection in the focused field; null if it is no field. */
export const selectedText = (desk: Page): Promise<string | null> =>
  desk.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return null;
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  });

/** Waits for the one block of a post with these words, and returns its id. */
export const blockSaying = (desk: Page, words: string): Promise<string> =>
  waitFor(`a block that says “${words}”`, () =>
    desk.evaluate(
      (said) =>
        [...document.querySelectorAll<HTMLElement>('.desk-post .block[data-id]')].find((block) =>
          block.textContent?.includes(said),
        )?.dataset.id ?? null,
      words,
    ),
  );

/** Presses keys together: `Control+Shift+c`. */
export async function chord(desk: Page, keys: string): Promise<void> {
  const names = keys.split('+') as Parameters<Page['keyboard']['press']>[0][];
  const held = names.slice(0, -1);
  for (const key of held) await desk.keyboard.down(key);
  await desk.keyboard.press(names.at(-1) ?? 'Escape');
  for (const key of held.reverse()) await desk.keyboard.up(key);
}
