import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import { storeGoldenWrapUp } from '../../.scripts/screenshots/stored-wrap-up.ts';
import { goldenItems, goldenWrapUp } from '../fixtures/golden/wrap-up.ts';
import type { Harness } from './browsers/harness.ts';
import { stillness } from './looked-at.ts';
import { PopupDriver } from './popup-driver.ts';
import { root } from './source-files.ts';

export interface View {
  name: string;
  path: string;
  /** What exists once the page shows something. */
  ready: string;
  /** Brings the page into the state to examine. */
  act?: (page: Page) => Promise<void>;
}

const [first] = goldenItems.filter(({ kind }) => kind === 'quote');
const press = (name: string) => (page: Page) => new PopupDriver(page).press(name);
const tab = (name: 'Details' | 'Draft' | 'Talk') => (page: Page) => new PopupDriver(page).tab(name);
/** Presses without a mouse, because something else may cover it. */
const pressFirst = (selector: string) => async (page: Page) => {
  const found = await page.waitForSelector(selector);
  await found?.evaluate((node) => (node as HTMLElement).click());
};

const pressWithControl = (key: 'f' | 'p', shows: string) => async (page: Page) => {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
  await page.waitForSelector(shows);
};

const panel = { path: 'sidepanel.html', ready: 'main [role=tab]' };
const desk = { path: `desk.html#${goldenWrapUp.id}`, ready: '.desk-check-count' };

/** Every page of ours, with the golden wrap-up in it, and what opens in it. */
export const views: readonly View[] = [
  { name: 'clips', ...panel },
  {
    name: 'an open clip',
    ...panel,
    act: pressFirst(`li[data-id="${first?.id}"] button.clip-main`),
  },
  { name: 'the menu', ...panel, act: press('More') },
  { name: 'the wrap-ups', ...panel, act: pressFirst('.switcher button') },
  { name: 'details', ...panel, act: tab('Details') },
  { name: 'the draft', ...panel, act: tab('Draft') },
  { name: 'the talk', ...panel, act: tab('Talk') },
  { name: 'the desk', ...desk },
  {
    name: 'a block of the desk',
    ...desk,
    act: async (page) => {
      const block = await page.waitForSelector(`.desk-post [data-id="${first?.id}"] .block-body`);
      await block?.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.block-editor textarea');
    },
  },
  { name: 'the desk’s ways to export', ...desk, act: pressFirst('.export > .icon-button') },
  { name: 'the desk’s end', ...desk, act: press('Done?') },
  { name: 'the desk’s search', ...desk, act: pressWithControl('f', '.find-bar') },
  { name: 'the desk’s palette', ...desk, act: pressWithControl('p', '.palette [role=option]') },
  { name: 'the options', path: 'options.html', ready: 'main h1' },
  { name: 'the library', path: 'library.html', ready: 'main h1' },
  { name: 'the first steps', path: 'welcome.html', ready: 'main .practice' },
];

/** Stores the golden wrap-up, with any picture. */
export async function storeForViews(harness: Harness): Promise<void> {
  const own = await harness.openOwn('library.html');
  await own.waitForSelector('main h1');
  await storeGoldenWrapUp(own, readFileSync(join(root, 'public/icon/128.png')));
  await own.close();
}

/** Opens a view in a separate tab. */
export async function openView(
  harness: Harness,
  { path, ready, act }: View,
  viewport: Viewport,
): Promise<Page> {
  const page = await harness.openOwn(path);
  await page.setViewport(viewport);
  await page.waitForSelector(ready);
  await stillness(page);
  await act?.(page);
  await stillness(page);
  return page;
}
