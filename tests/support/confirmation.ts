import type { Page } from 'puppeteer-core';
import type { Harness } from './browsers/harness.ts';
import { confirmationHost } from './overlays.ts';
import { waitFor } from './wait.ts';

const host = confirmationHost;

export interface Confirmation {
  text: string;
  /** `status` for success, `alert` for a failure. */
  role: string;
}

/** Returns what the confirmation in the page says, or null while there is none. */
export function readConfirmation(harness: Harness, page: Page): Promise<Confirmation | null> {
  return harness.inClosedRoot(page, host, (root) => {
    const said = root.querySelector('[role=alert]:not(:empty), [role=status]:not(:empty)');
    return {
      text: (root.textContent ?? '').replace(/\s+/g, ' ').trim(),
      role: said?.getAttribute('role') ?? '',
    };
  });
}

/** Waits until the confirmation says `words`. */
export function confirmed(
  harness: Harness,
  page: Page,
  words: string,
  timeoutMs?: number,
): Promise<Confirmation> {
  return waitFor(
    `the confirmation to say "${words}"`,
    async () => {
      const shown = await readConfirmation(harness, page);
      return shown?.text.includes(words) ? shown : null;
    },
    timeoutMs,
  );
}

/**
 * Does something that clips, and waits until the button in the toolbar counts one clip more. The
 * previous clip's card may still show, so its text proves nothing.
 */
export async function clipsOne(harness: Harness, clip: () => Promise<void>): Promise<void> {
  const before = Number(await harness.badge());
  await clip();
  await waitFor('the clip to be counted', async () => Number(await harness.badge()) > before);
}

/** Waits until the confirmation is gone from the page. */
export async function confirmationGone(harness: Harness, page: Page): Promise<void> {
  await waitFor(
    'the confirmation to go',
    async () => (await readConfirmation(harness, page)) === null,
  );
}

/**
 * Returns the middle of what has this name (a button, or the field's label) in the confirmation,
 * once it stops moving.
 */
function findInConfirmation(harness: Harness, page: Page, name: string) {
  let before: string | undefined;
  return waitFor(`"${name}" in the confirmation`, async () => {
    const middle = await middleOf(harness, page, name);
    const isStill = middle !== null && `${middle.x} ${middle.y}` === before;
    before = middle === null ? undefined : `${middle.x} ${middle.y}`;
    return isStill && middle;
  });
}

function middleOf(harness: Harness, page: Page, name: string) {
  return harness.inClosedRoot(
    page,
    host,
    (root, wanted) => {
      const controls = Array.from(root.querySelectorAll('button, input, textarea'));
      const control = controls.find(
        (each) =>
          each.getAttribute('aria-label') === wanted ||
          each.closest('label')?.textContent?.trim() === wanted ||
          each.textContent?.trim() === wanted,
      );
      if (!control) return null;
      const { left, top, width, height } = control.getBoundingClientRect();
      return width > 0 ? { x: left + width / 2, y: top + height / 2 } : null;
    },
    name,
  );
}

/** Clicks, with the mouse, on what has this name (a button, or the field's label) in the confirmation. */
export async function clickInConfirmation(
  harness: Harness,
  page: Page,
  name: string,
): Promise<void> {
  const seen = await findInConfirmation(harness, page, name);
  // A user's pointer is over it before the click, and keeps the confirmation open; otherwise it
  // closes after four seconds, which a busy machine may need between looking and clicking.
  await page.mouse.move(seen.x, seen.y);
  // Firefox's driver counts two clicks within 640 ms as a double click, wherever they are, and the
  // second half of one that began elsewhere does not count for us.
  if (harness.name === 'firefox') await new Promise((resolve) => setTimeout(resolve, 700));
  const { x, y } = await findInConfirmation(harness, page, name);
  await page.mouse.click(x, y);
}
