import type { Page } from 'puppeteer-core';
import { sha256Hex } from '../../lib/core/base/hash.ts';
import type { ImageClip } from '../../lib/core/post/item.ts';
import { keysAfter } from '../../lib/core/post/order.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { image, instant, uuid, wrapUp } from './records.ts';
import { storeRecords } from './stored-records.ts';

/** A picture of a wrap-up: its clip, and its bytes as text; null for none. */
export type StoredPicture = [bytes: string | null, changes?: Partial<ImageClip>];

/**
 * Stores a current wrap-up with these pictures in the extension's database.
 * @param n distinguishes its records from those of other wrap-ups
 */
export async function storePictures(
  page: Page,
  n: number,
  details: Partial<WrapUp>,
  pictures: readonly StoredPicture[],
): Promise<void> {
  const wrapUpId = uuid(n * 1_000);
  const orders = keysAfter(undefined, pictures.length);
  const assets = new Map<string, string>();
  const ids = new Map<string | null, string>([[null, '']]);
  const items = [];
  for (const [at, [bytes, changes]] of pictures.entries()) {
    const assetId = ids.get(bytes) ?? (await sha256Hex(bytes ?? ''));
    ids.set(bytes, assetId);
    if (bytes !== null && !assets.has(assetId)) {
      assets.set(assetId, Buffer.from(bytes).toString('base64'));
    }
    const clip = image(n * 1_000 + at + 1, {
      wrapUpId,
      order: orders[at] ?? '',
      assetId,
      ...changes,
    });
    items.push({ ...clip, live: 1 });
  }
  await storeRecords(
    page,
    {
      wrapUps: [{ ...wrapUp({ ...details, id: wrapUpId }), live: 1 }],
      items,
      settings: [{ key: 'activeWrapUpId', value: wrapUpId }],
    },
    [...assets].map(([id, base64]) => ({ id, base64, mediaType: 'image/png', createdAt: instant })),
  );
}
