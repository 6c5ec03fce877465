import type { Page } from 'puppeteer-core';
import { waitFor } from './wait.ts';

/** Waits until a page says some words, anywhere. */
export const says = (page: Page, words: string) =>
  waitFor(`“${words}”`, () =>
    page.evaluate((text) => document.body.textContent?.includes(text) ?? false, words),
  );

/** Waits until a page also announces some words to screen readers. */
export const announces = (page: Page, words: string) =>
  waitFor(`“${words}”`, () =>
    page.evaluate(
      (text) =>
        [...document.querySelectorAll('[role=status]')].some((node) =>
          node.textContent?.includes(text),
        ),
      words,
    ),
  );
