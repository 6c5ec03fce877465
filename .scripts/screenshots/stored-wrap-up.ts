import type { Page } from 'puppeteer-core';
import { sha256Hex } from '../../lib/core/base/hash.ts';
import { itemToRow, wrapUpToRow } from '../../lib/store/rows.ts';
import { settingKeys } from '../../lib/store/setting-keys.ts';
import { goldenItems, goldenWrapUp } from '../../tests/fixtures/golden/wrap-up.ts';
import { createLink, createQuote, createSource } from '../../tests/support/items.ts';
import { storeRecords } from '../../tests/support/stored-records.ts';

/**
 * Stores the golden wrap-up in the extension's database unchanged, with its own fixed dates, so
 * that the pictures are the same every time. `page` is a page of the extension; `slide` is the PNG
 * of the picture in it, and of the recording's picture.
 */
export async function storeGoldenWrapUp(page: Page, slide: Uint8Array): Promise<void> {
  const assetId = await sha256Hex(new Uint8Array(slide).buffer);
  const records = {
    wrapUps: [wrapUpToRow({ ...goldenWrapUp, recording: { ...goldenWrapUp.recording, assetId } })],
    items: goldenItems.map((item) =>
      itemToRow(item.kind === 'image' ? { ...item, assetId } : item),
    ),
    settings: [{ key: settingKeys.activeWrapUpId, value: goldenWrapUp.id }],
  };
  const asset = {
    id: assetId,
    mediaType: 'image/png',
    base64: Buffer.from(slide).toString('base64'),
    createdAt: goldenWrapUp.createdAt,
  };
  await storeRecords(page, records, [asset]);
}

/** Adds clips that wait in the golden wrap-up's tray, as in the middle of the work. */
export async function storeWaitingClips(page: Page): Promise<void> {
  const docs = createSource({
    canonicalUrl: 'https://docs.tidepool.example/guide/recovery/',
    title: 'Recovery | Tidepool',
    cleanTitle: 'Recovery',
    siteName: 'Tidepool docs',
  });
  const waiting = [
    createQuote({
      source: docs,
      text: 'A segment that was not closed is read up to its last whole record.',
    }),
    createQuote({ source: docs, text: 'Nothing is repaired in place.' }),
    createLink({
      url: 'https://github.com/tidepool-db/tidepool/releases',
      title: 'Releases of Tidepool',
      source: createSource({
        canonicalUrl: 'https://github.com/tidepool-db/tidepool',
        title: 'tidepool-db/tidepool',
        cleanTitle: 'tidepool',
        siteName: 'GitHub',
      }),
    }),
  ];
  const items = waiting.map((item, at) =>
    itemToRow({ ...item, wrapUpId: goldenWrapUp.id, order: `z${at}`, tray: 'waiting' }),
  );
  await storeRecords(page, { items });
}
