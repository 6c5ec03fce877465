import type { Page } from 'puppeteer-core';

/**
 * Makes every write of the extension's service worker fail as on a full disk, until the returned
 * function is called. Chromium only: `Storage.overrideQuotaForOrigin` has no effect on an extension
 * with `unlimitedStorage` (measured, Chromium 156), and Firefox (153) gives no access to its event
 * page.
 */
export async function fillDisk(page: Page, origin: string): Promise<() => Promise<void>> {
  const target = page
    .browser()
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().startsWith(origin));
  const worker = await target?.worker();
  if (!worker) throw new Error('The service worker does not run');
  await worker.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const full = () => {
      throw new DOMException('No space is left', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
    Object.assign(globalThis, {
      emptyDisk: () => Object.assign(IDBObjectStore.prototype, { add, put }),
    });
  });
  return async () => {
    await worker.evaluate(() => {
      (globalThis as unknown as { emptyDisk(): void }).emptyDisk();
    });
  };
}
