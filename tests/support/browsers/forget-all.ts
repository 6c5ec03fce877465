import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { waitFor } from '../wait.ts';
import type { HarnessOptions } from './harness.ts';

/** The steps by which a browser is reset. */
export interface Forgetting {
  /** Revokes permissions, and empties `storage`. */
  forgetSettings(): Promise<void>;
  stop(): Promise<void>;
  /** Deletes databases, `localStorage` and files. False if one of them is still in use. */
  forgetLibrary(): Promise<boolean>;
  start(): Promise<void>;
  /** True once the background has created its database, and nothing is stored. */
  isAsNew(): Promise<boolean>;
}

/**
 * Erases everything that the extension has stored and every permission, and restarts its
 * background. The background is notified when `storage` is emptied, and would wake up, so it is
 * stopped after that, and before the database is deleted.
 */
export async function forgetAll(browser: Forgetting): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await browser.forgetSettings();
    await browser.stop();
    if (!(await browser.forgetLibrary())) continue;
    await browser.start();
    // A background that woke up meanwhile has stored something, or has lost its database and does
    // not create one.
    const isNew = await waitFor('the database', browser.isAsNew, 8_000).catch(() => false);
    if (isNew) return;
  }
  throw new Error('The background goes on writing, or makes no database');
}

/** Uses a page of the extension that runs none of its scripts. */
export function forgettingIn(
  page: Page,
  background: Pick<Forgetting, 'stop' | 'start'>,
): Forgetting {
  return {
    ...background,
    forgetSettings: () => page.evaluate(forgetSettings),
    forgetLibrary: () => page.evaluate(forgetLibrary),
    isAsNew: () => page.evaluate(isAsNew),
  };
}

/** Runs where the extension's API is available. */
export async function forgetSettings(): Promise<void> {
  const { permissions, storage } = chrome;
  const { optional_permissions: optional = [] } = chrome.runtime.getManifest();
  await permissions.remove({ permissions: optional });
  const { origins = [] } = await permissions.getAll();
  if (origins.length > 0) await permissions.remove({ origins });
  await storage.local.clear();
  // This pretends that the welcome page was shown after the first start.
  await storage.local.set({ welcomed: true });
  await storage.session.clear();
}

/** Runs in the page. */
async function forgetLibrary(): Promise<boolean> {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    const isGone = await new Promise<boolean>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name ?? '');
      request.onsuccess = () => resolve(true);
      request.onerror = () => reject(request.error);
      // A background that woke up meanwhile blocks this.
      request.onblocked = () => setTimeout(() => resolve(false), 1_000);
    });
    if (!isGone) return false;
  }
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) {
    try {
      await root.removeEntry(name, { recursive: true });
    } catch (thrown) {
      // A background that was woken meanwhile is writing a snapshot there.
      if ((thrown as DOMException).name !== 'NoModificationAllowedError') throw thrown;
      return false;
    }
  }
  return true;
}

/** Runs where the extension's API is available. */
export async function isAsNew(): Promise<boolean> {
  const made = (await indexedDB.databases()).some(({ version = 0 }) => version > 1);
  return made && Object.keys(await chrome.storage.local.get()).join() === 'welcomed';
}

const kept = new WeakMap<Browser, Page>();

/**
 * Closes all pages except one, which no test has used: an empty page that is created once per
 * browser.
 */
export async function keepOne(browser: Browser): Promise<Page> {
  const before = kept.get(browser);
  const page = before && !before.isClosed() ? before : await browser.newPage();
  kept.set(browser, page);
  const others = (await browser.pages()).filter((other) => other !== page);
  await Promise.all(others.map(close));
  return page;
}

/** A page may close by itself meanwhile. */
async function close(page: Page): Promise<void> {
  await page.close().catch((thrown: unknown) => {
    if (!String(thrown).includes('No target with given id')) throw thrown;
  });
}

/** True if the first start in a new profile opens the welcome page. */
export const opensWelcome = ({ keepWelcome }: HarnessOptions, extensionDir: string) =>
  !keepWelcome && existsSync(join(extensionDir, 'welcome.html'));

/** Closes that page, once it is there. */
export async function closeWelcome(pages: () => Promise<Page[]>): Promise<void> {
  await waitFor('the page of the first steps', async () => {
    for (const page of await pages()) {
      // The page itself is asked, because Firefox (153) gives BiDi no address for what an extension
      // opened.
      const path = await page.evaluate(() => location.pathname).catch(() => '');
      if (path !== '/welcome.html') continue;
      await page.close();
      return true;
    }
    return false;
  });
}

export function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}
