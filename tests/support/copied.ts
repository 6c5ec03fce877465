import type { Page } from 'puppeteer-core';
import { waitFor } from './wait.ts';

/** Waits until our second place has these words; a batch of changes is written after 1.5 s. */
export const copied = (page: Page, words: string) =>
  waitFor(`a copy of “${words}”`, () =>
    page.evaluate(async (text) => {
      const root = await navigator.storage.getDirectory();
      const tail = await root.getDirectoryHandle('tail', { create: true });
      for await (const handle of tail.values()) {
        const file = await (handle as FileSystemFileHandle).getFile();
        if ((await file.text()).includes(text)) return true;
      }
      return false;
    }, words),
  );
