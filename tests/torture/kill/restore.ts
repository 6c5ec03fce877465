import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Harness } from '../../support/browsers/harness.ts';
import { libraryOf, pictureOf } from '../../support/library-files.ts';
import { image, note, wrapUp } from '../../support/records.ts';
import { waitFor } from '../../support/wait.ts';
import type { Random } from '../random.ts';
import type { Stage } from './actors.ts';

/** A page that shows what restoring another library would do, before it begins. */
export interface Ready {
  page: Page;
  /** Ids in the file: after a kill, either all of them or none must be there. */
  itemIds: readonly string[];
}

const notes = 40;
const pictures = 3;

/** Chooses a backup that contains nothing of the current library. */
export async function chooseBackup(harness: Harness, random: Random): Promise<Ready> {
  const wrapUpId = crypto.randomUUID();
  const place = (at: number) => ({
    id: crypto.randomUUID(),
    wrapUpId,
    order: `b${String(at).padStart(4, '0')}5`,
  });
  const assets = await Promise.all(
    Array.from({ length: pictures }, () => pictureOf(`${random.word()} `.repeat(600_000))),
  );
  const items = [
    ...Array.from({ length: notes }, (_, at) => ({
      ...note(9_000_000 + at),
      ...place(at),
      note: random.word(),
    })),
    ...assets.map(({ id: assetId }, at) => ({
      ...image(9_100_000 + at, { assetId }),
      ...place(notes + at),
    })),
  ];
  const rows = { wrapUps: [wrapUp({ id: wrapUpId, title: 'From a backup' })], items };
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-other-'));
  try {
    const path = join(folder, 'backup.zip');
    writeFileSync(path, await libraryOf(rows, assets));
    const page = await harness.openOwn('library.html');
    const input = await page.waitForSelector('#restore input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    await page.waitForSelector('.restore-preview');
    return { page, itemIds: items.map(({ id }) => id) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Restores it while others work; the browser may be killed in the middle. */
export async function restore({ expected, over }: Stage, { page, itemIds }: Ready): Promise<void> {
  expected.restoring(itemIds);
  await page.evaluate(() => {
    const buttons = Array.from(document.querySelectorAll<HTMLElement>('.restore-preview button'));
    buttons.find((button) => button.textContent?.trim() === 'Restore')?.click();
  });
  const said = await waitFor('the restore to be told', async () => {
    if (over()) return 'nothing';
    const read = () => document.querySelector('#restore [role=status]')?.textContent ?? '';
    return (await page.evaluate(read)) || null;
  });
  if (said.includes('Restored from')) expected.restored();
}
