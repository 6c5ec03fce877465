import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserName, Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { type Confirmation, readConfirmation } from '../support/confirmation.ts';
import { waitFor } from '../support/wait.ts';
import { extensionWithAccess } from './extension-with-access.ts';
import { readStored } from './kill/stored.ts';
import { Random } from './random.ts';

export interface StopFigures {
  requests: number;
  /** Stored once, and reported so. */
  clipped: number;
  /** Not stored, and reported so. */
  failed: number;
  /** Anything else: what was stored, and what was reported. */
  faults: { request: number; stoppedAfterMs: number; stored: number; told: string }[];
}

const article = 'https://torture.example/stops';
/** The longest time that a background may work before it is stopped, ms. */
const longestMs = 400;

/** Requests clips by shortcut, and stops the background at a random moment after each. */
export async function stopRounds(
  name: BrowserName,
  requests: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<StopFigures> {
  const extensionDir = extensionWithAccess(name);
  const harness = await launch(name, { extensionDir });
  try {
    return await stop(harness, requests, new Random(seed), tell);
  } finally {
    await harness.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}

async function stop(
  harness: Harness,
  requests: number,
  random: Random,
  tell: (line: string) => void,
): Promise<StopFigures> {
  const figures: StopFigures = { requests: 0, clipped: 0, failed: 0, faults: [] };
  const keeper = await harness.openOwn('icon/16.png');
  harness.site.add(article, '<!doctype html><title>Stops</title><p>Nothing yet.');
  const page = await harness.open(article);
  for (let request = 1; request <= requests; request++) {
    const words = `Request ${request} of ${random.word()} ${random.word()}.`;
    const stoppedAfterMs = random.below(longestMs);
    await showWords(harness, page, words);
    await harness.press();
    await new Promise((resolve) => setTimeout(resolve, stoppedAfterMs));
    await harness.stopBackground();
    await wake(keeper);
    const told = await toldIn(harness, page);
    const { items } = await readStored(keeper);
    const stored = items.filter((item) => item.kind === 'quote' && item.text === words).length;
    figures.requests++;
    if (stored === 1 && told?.role === 'status') figures.clipped++;
    else if (stored === 0 && told?.role === 'alert') figures.failed++;
    else {
      const fault = { request, stoppedAfterMs, stored, told: told?.text ?? '' };
      figures.faults.push(fault);
      tell(`  ${JSON.stringify(fault)}`);
    }
  }
  return figures;
}

/** Opens a page without a card in it, with all its words selected. */
async function showWords(harness: Harness, page: Page, words: string): Promise<void> {
  harness.site.add(article, `<!doctype html><title>Stops</title><p>${words}`);
  await page.goto(article);
  await page.bringToFront();
  await page.evaluate(() => {
    const paragraph = document.querySelector('p');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
}

/** Any action of a note-taker restarts the background; this is a message that nobody handles. */
const wake = (keeper: Page) =>
  keeper.evaluate(async () => {
    // Nobody answers it.
    await chrome.runtime.sendMessage({ none: true }).catch(() => undefined);
  });

const toldIn = (harness: Harness, page: Page): Promise<Confirmation | null> =>
  waitFor(
    'an outcome',
    async () => {
      const shown = await readConfirmation(harness, page);
      // A message that says that the page is being read is not an outcome.
      return shown !== null && /clipped|kept|stopped|clip/i.test(shown.text) ? shown : null;
    },
    6_000,
  ).catch(() => null);
