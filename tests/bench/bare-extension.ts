import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { bundleForPage } from '../support/bundle-for-page.ts';

/** Returns a copy of the extension with one more page, which shows a line with Preact. */
export async function withBarePage(extensionDir: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-bare-'));
  cpSync(extensionDir, folder, { recursive: true });
  const html = '<!doctype html><body><script type="module" src="bare.js"></script></body>';
  writeFileSync(join(folder, 'bare.html'), html);
  const script = await bundleForPage('tests/bench/bare-page.tsx', 'bare', true);
  writeFileSync(join(folder, 'bare.js'), script);
  return folder;
}

/** Puts rows into the tables of the extension's database; `page` is one of its pages. */
export function putRows(page: Page, tables: Record<string, readonly object[]>): Promise<void> {
  return page.evaluate(async (all) => {
    const opened = indexedDB.open('wrapup');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const change = db.transaction(Object.keys(all), 'readwrite');
    for (const [name, rows] of Object.entries(all)) {
      const store = change.objectStore(name);
      for (const row of rows) store.put(row);
    }
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
    db.close();
  }, tables);
}
