import type { CapturedPicture } from '../core/capture.ts';
import { pictureFileName } from '../core/file-name.ts';
import { sha256Hex } from '../core/hash.ts';
import type { PageInfo } from '../core/source.ts';
import { fileNames } from './move-items-to-wrap-up.ts';
import type { Clock, PictureReader, Stores } from './ports.ts';

/** What became of a picture's bytes; `assetId` is '' where they could not be had or kept. */
export interface KeptPicture {
  assetId: string;
  mediaType: string;
}

/**
 * Reads a picture's bytes and keeps them, before the clip that refers to them is written. A
 * picture that cannot be kept does not stop the clip.
 */
export async function keepPicture(
  deps: { pictures: PictureReader; stores: Stores; clock: Clock },
  tabId: number,
  { box, viewport }: CapturedPicture,
  srcUrl: string,
): Promise<KeptPicture> {
  try {
    const read = await deps.pictures.read(tabId, srcUrl, box, viewport);
    if (!read.ok) return { assetId: '', mediaType: '' };
    const { bytes, mediaType } = read.value;
    const assetId = await sha256Hex(bytes);
    await deps.stores.assets.put({ id: assetId, mediaType, bytes, createdAt: deps.clock.now() });
    return { assetId, mediaType };
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
