import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { BrowserName, Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';
import { type MemoryUse, memoryAboveIdle } from './browser-memory.ts';

export interface BackupFigures {
  /** Started by hand, from the press to the file in the downloads. */
  backup: MemoryUse;
  /** From choosing the file to the preview of a restore. */
  check: MemoryUse;
  /** Into an empty library, after that. */
  restore: MemoryUse;
}

const patienceMs = 900_000;

/** Backs up a browser's library, and restores it in another that is empty. */
export async function backUpAndRestore(
  name: BrowserName,
  extensionDir: string,
  harness: Harness,
): Promise<BackupFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-backup-'));
  try {
    const { backup, path } = await backUp(harness, folder);
    const other = await launch(name, { extensionDir });
    try {
      return { backup, ...(await restore(other, path)) };
    } finally {
      await other.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function backUp(harness: Harness, folder: string) {
  const page = await openLibrary(harness);
  const download = async () => readdirSync(harness.downloadDir).find(isBackup);
  const backup = await memoryAboveIdle(page, async () => {
    await new PopupDriver(page).press('Download backup');
    await shows(page, 'the backup', '#backup [role=status]', 'Download started');
    const isThere = async () => {
      const name = await download();
      return name !== undefined && isWhole(join(harness.downloadDir, name));
    };
    await waitFor('the download', isThere, patienceMs);
  });
  const path = join(folder, 'backup.zip');
  copyFileSync(join(harness.downloadDir, (await download()) ?? ''), path);
  return { backup, path };
}

const isBackup = (file: string) => /^wrapup-backup-[\d-]+\.zip$/.test(file);

/** True once the end of its directory is there. */
function isWhole(path: string): boolean {
  const end = Buffer.alloc(22);
  const { size } = statSync(path);
  if (size < end.length) return false;
  const file = openSync(path, 'r');
  readSync(file, end, 0, end.length, size - end.length);
  closeSync(file);
  return end.toString('latin1', 0, 4) === 'PK\x05\x06';
}

async function restore(harness: Harness, path: string) {
  const page = await openLibrary(harness);
  const check = await memoryAboveIdle(page, async () => {
    const input = await page.waitForSelector('#restore input[type=file]');
    await (input as ElementHandle<HTMLInputElement> | null)?.uploadFile(path);
    await shows(page, 'the preview', '.restore-preview', '');
  });
  const restored = await memoryAboveIdle(page, async () => {
    await new PopupDriver(page).press('Restore');
    await shows(page, 'the restored library', '#restore [role=status]', 'Restored from');
  });
  return { check, restore: restored };
}

async function openLibrary(harness: Harness): Promise<Page> {
  const page = await harness.openOwn('library.html');
  await page.waitForSelector('#backup .button.primary');
  return page;
}

/** Waits until the words show; throws at once if the page reports a failure instead. */
async function shows(page: Page, what: string, selector: string, words: string): Promise<void> {
  const look = (there: string, text: string) => {
    const failed = document.querySelector('#backup .bad, #restore .bad')?.textContent;
    if (failed) return { failed };
    return document.querySelector(there)?.textContent?.includes(text) ? {} : null;
  };
  const { failed } = await waitFor<{ failed?: string }>(
    what,
    () => page.evaluate(look, selector, words),
    patienceMs,
  );
  if (failed) throw new Error(failed);
}
