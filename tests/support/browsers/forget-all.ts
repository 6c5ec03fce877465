import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../wait.ts';
import type { HarnessOptions } from './harness.ts';

/**
 * Forgets all that the extension has stored and was allowed, and starts its background anew. That is told of
 * what `storage` forgets, and would be woken by it: so it is stopped after that, and before the database goes.
 * @param page a page of the extension that runs no script of it
 */
export async function forgetAll(
  page: Page,
  background: { stop(): Promise<void>; start(): Promise<void> },
): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await page.evaluate(forgetSettings);
    await background.stop();
    if (!(await page.evaluate(forgetLibrary))) continue;
    await background.start();
    // One that was woken meanwhile has lost its database, and makes none by itself.
    const isMade = await waitFor('the database', () => page.evaluate(hasLibrary), 8_000).catch(
      () => false,
    );
    if (isMade) return;
  }
  throw new Error('The background goes on writing, or makes no database');
}

/** Runs in the page. */
async function forgetSettings(): Promise<void> {
  const { permissions, storage } = chrome;
  const { optional_permissions: optional = [] } = chrome.runtime.getManifest();
  await permissions.remove({ permissions: optional });
  const { origins = [] } = await permissions.getAll();
  if (origins.length > 0) await permissions.remove({ origins });
  await storage.local.clear();
  // As after the first start: the page of the first steps was shown.
  await storage.local.set({ welcomed: true });
  await storage.session.clear();
  localStorage.clear();
}

/** Runs in the page. True if nothing has been stored since `forgetSettings`. */
async function forgetLibrary(): Promise<boolean> {
  for (const { name } of await indexedDB.databases()) {
    const isGone = await new Promise<boolean>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name ?? '');
      request.onsuccess = () => resolve(true);
      request.onerror = () => reject(request.error);
      // By a background that was woken meanwhile.
      request.onblocked = () => setTimeout(() => resolve(false), 1_000);
    });
    if (!isGone) return false;
  }
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
  return Object.keys(await chrome.storage.local.get()).join() === 'welcomed';
}

/** Runs in the page. True once the background has made its database. */
async function hasLibrary(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ version = 0 }) => version > 1);
}

/** True where the first start in a new profile opens the page of the first steps. */
export const opensWelcome = ({ keepWelcome }: HarnessOptions, extensionDir: string) =>
  !keepWelcome && existsSync(join(extensionDir, 'welcome.html'));

/** Closes that page, once it is there. */
export async function closeWelcome(pages: () => Promise<Page[]>): Promise<void> {
  await waitFor('the page of the first steps', async () => {
    for (const page of await pages()) {
      // Asked of the page itself: Firefox (153) tells BiDi no address of what an extension opened.
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
