import type { CapturedPicture } from '../../core/capture.ts';
import { pictureFileName, unusedName } from '../../core/file-name.ts';
import { sha256Hex } from '../../core/hash.ts';
import { screenshotName } from '../../core/screenshot-name.ts';
import type { PageInfo } from '../../core/source.ts';
import { fileNames } from '../move-items-to-wrap-up.ts';
import type { Clock, PictureReader, Stores } from '../ports.ts';

/** What became of a picture's bytes; `assetId` is '' where they could not be had or kept. */
export interface StoredPicture {
  assetId: string;
  mediaType: string;
}

/**
 * Reads a picture's bytes and keeps them, before the clip that refers to them is written. A
 * picture that cannot be kept does not stop the clip.
 */
export async function storePicture(
  deps: { pictures: PictureReader; stores: Stores; clock: Clock },
  tabId: number,
  { box, viewport }: CapturedPicture,
  srcUrl: string,
): Promise<StoredPicture> {
  try {
    const read = await deps.pictures.read(tabId, srcUrl, box, viewport);
    if (!read.ok) return { assetId: '', mediaType: '' };
    return await storeBytes(deps, read.value);
  } catch {
    return { assetId: '', mediaType: '' };
  }
}

/** A file name that no other picture of the wrap-up has. */
export async function namePicture(
  stores: Stores,
  wrapUpId: string,
  url: string,
  page: PageInfo,
  mediaType: string,
): Promise<string> {
  const taken = fileNames(await stores.items.list(wrapUpId));
  return pictureFileName(url, mediaType, page.cleanTitle || page.title, taken);
}

/** Stores a picture's bytes under their hash. Rejects where they cannot be stored. */
export async function storeBytes(
  { stores, clock }: { stores: Stores; clock: Clock },
  { bytes, mediaType }: { bytes: ArrayBuffer; mediaType: string },
): Promise<StoredPicture> {
  const assetId = await sha256Hex(bytes);
  await stores.assets.put({ id: assetId, mediaType, bytes, createdAt: clock.now() });
  return { assetId, mediaType };
}

/** `screenshot-<local date and time>-<what it shows>.png`, as no other picture of the wrap-up. */
export async function nameScreenshot(
  { stores, clock }: { stores: Stores; clock: Clock },
  { wrapUpId, now }: { wrapUpId: string; now: string },
  about: string,
): Promise<string> {
  const taken = fileNames(await stores.items.list(wrapUpId));
  const name = screenshotName(now, clock.offsetMinutes(now), about);
  return unusedName(name.replace(/\.png$/, ''), 'png', taken);
}
