import type { Page } from 'puppeteer-core';
import type { Harness } from './browsers/harness.ts';
import { readConfirmation } from './confirmation.ts';
import { waitFor } from './wait.ts';

/** The outcome of a gesture, as the user sees it. */
export interface Seen {
  /** In the page, or in a page of ours at the button or in a window. */
  where: 'page' | 'popup';
  text: string;
  role: string;
  /** The page that shows it. */
  on: Page;
}

const says = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);

const textIn = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('body > main')?.shadowRoot;
    const said = root?.querySelector('[role=alert]:not(:empty), [role=status]:not(:empty)');
    if (!said) return null;
    const text = (root?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return { text, role: said.getAttribute('role') ?? '' };
  });

/** Waits until the page, or a page of ours instead, says `words`. */
export async function seen(
  harness: Harness,
  page: Page,
  words: string | RegExp,
  timeoutMs?: number,
): Promise<Seen> {
  const inPage = waitFor(
    '',
    async () => {
      const shown = await readConfirmation(harness, page);
      return shown && says(shown.text, words)
        ? ({ ...shown, where: 'page', on: page } as const)
        : null;
    },
    timeoutMs,
  );
  return Promise.any([inPage, seenInPopup(harness, words)]).catch(() => {
    throw new Error(`Neither the page nor a popup said "${words}"`);
  });
}

/** Does the same if the page can't show it. */
export async function seenInPopup(harness: Harness, words: string | RegExp): Promise<Seen> {
  const on = await harness.outcome();
  const shown = await waitFor(`the outcome to say "${words}"`, async () => {
    const said = await textIn(on);
    return said && says(said.text, words) ? said : null;
  });
  return { ...shown, where: 'popup', on };
}

/** Clicks, with the mouse, on what has this name in an outcome's popup, once it is visible. */
export async function pressInOutcome(page: Page, name: string): Promise<void> {
  const at = await waitFor(`"${name}" in the outcome`, () =>
    page.evaluate((wanted) => {
      const root = document.querySelector('body > main')?.shadowRoot;
      const control = [...(root?.querySelectorAll('button, input, textarea') ?? [])].find(
        (each) => each.getAttribute('aria-label') === wanted || each.textContent?.trim() === wanted,
      );
      if (!control) return null;
      const { left, top, width, height } = control.getBoundingClientRect();
      // The browser makes the window as high as its content some time after the content is there.
      const isShown = width > 0 && top >= 0 && top + height <= innerHeight;
      return isShown ? { x: left + width / 2, y: top + height / 2 } : null;
    }, name),
  );
  await page.mouse.click(at.x, at.y);
}
