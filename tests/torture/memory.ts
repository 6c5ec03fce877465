import { rmSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import { launch } from '../support/browsers/launch.ts';
import { waitFor } from '../support/wait.ts';
import { extensionWithAccess } from './extension-with-access.ts';

export interface MemoryFigures {
  cycles: number;
  contexts: { context: string; megabytes: number; bytesACycle: number }[];
}

const article = 'https://torture.example/memory';
/** Caches fill until then. */
const warmUp = 500;
const sampleEvery = 250;

/**
 * Clips, undoes and types, again and again, and measures the memory that remains after garbage
 * collection: in the background, the popup and the clipped page. Only Chromium reports it.
 */
export async function memoryOverCycles(cycles: number): Promise<MemoryFigures> {
  const extensionDir = extensionWithAccess('chromium');
  const harness = await launch('chromium', { extensionDir });
  try {
    const keeper = await harness.openOwn('icon/16.png');
    harness.site.add(article, '<!doctype html><title>Memory</title><p>The tide turns at noon.');
    const page = await harness.open(article);
    await page.evaluate(() => {
      const paragraph = document.querySelector('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    const popup = await harness.openOwn('popup.html');
    await popup.waitForSelector('main.popup [role=tab]');
    await openNote(popup);
    // A tab that is not drawn keeps what was removed from it until it is drawn again.
    await popup.emulateFocusedPage(true);
    await page.emulateFocusedPage(true);
    await page.bringToFront();
    const tabId = await keeper.evaluate(
      async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1,
      article,
    );
    const worker = await (
      await popup
        .browser()
        .waitForTarget(
          (each) => each.type() === 'service_worker' && each.url().startsWith(harness.origin),
        )
    ).worker();
    if (!worker) throw new Error('The service worker does not run');
    const sessions: [string, CDPSession][] = [
      ['background', worker.client],
      ['popup', await popup.createCDPSession()],
      ['page', await page.createCDPSession()],
    ];
    const samples: { cycle: number; bytes: number[] }[] = [];
    for (let done = 0; done < cycles; done += sampleEvery) {
      await Promise.all([clipAndTakeBack(keeper, tabId, sampleEvery), typeIn(popup, sampleEvery)]);
      const bytes: number[] = [];
      for (const [, session] of sessions) bytes.push(await bytesAfterCollection(session));
      samples.push({ cycle: done + sampleEvery, bytes });
    }
    const contexts = sessions.map(([context], at) => {
      const points = samples
        .filter(({ cycle }) => cycle > warmUp)
        .map(({ cycle, bytes }) => [cycle, bytes[at] ?? 0] as const);
      const megabytes = Math.round(((points.at(-1)?.[1] ?? 0) / 1e6) * 10) / 10;
      return { context, megabytes, bytesACycle: Math.round(slope(points)) };
    });
    return { cycles, contexts };
  } finally {
    await harness.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}

async function openNote(popup: Page): Promise<void> {
  const click = (label: string) =>
    waitFor(label, () =>
      popup.evaluate((name) => {
        const button = [...document.querySelectorAll('button')].find(
          (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name,
        );
        button?.click();
        return button !== undefined;
      }, label),
    );
  await click('New wrap-up');
  await click('Add note');
  await popup.waitForSelector('li[data-kind=note] .clip-editor textarea');
}

const clipAndTakeBack = (keeper: Page, tabId: number, count: number) =>
  keeper.evaluate(
    async (tab, times) => {
      const ask = (name: string, payload: object) =>
        chrome.runtime.sendMessage({ wrapup: 1, name, payload }) as Promise<{ ok: boolean }>;
      for (let n = 0; n < times; n++) {
        const requestId = crypto.randomUUID();
        const clipped = await ask('clip.capture', { requestId, tabId: tab, what: 'selection' });
        if (!clipped.ok) throw new Error(`Not clipped: ${JSON.stringify(clipped)}`);
        const undone = await ask('clip.undo', { itemId: requestId });
        if (!undone.ok) throw new Error(`Not taken back: ${JSON.stringify(undone)}`);
      }
    },
    tabId,
    count,
  );

const typeIn = (popup: Page, count: number) =>
  popup.evaluate(async (times) => {
    const field = document.querySelector<HTMLTextAreaElement>('li[data-kind=note] textarea');
    if (!field) throw new Error('No field');
    field.focus();
    for (let n = 0; n < times; n++) {
      document.execCommand('insertText', false, 'x');
      await new Promise((resolve) => setTimeout(resolve, 5));
      document.execCommand('delete');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, count);

async function bytesAfterCollection(session: CDPSession): Promise<number> {
  for (let n = 0; n < 2; n++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Slope of the line of best fit. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [x, y] = [mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))];
  const up = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  const along = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return along === 0 ? 0 : up / along;
}
