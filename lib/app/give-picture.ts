import type { Failure } from '../core/errors.ts';
import { unusedName, withExtensionOf } from '../core/file-name.ts';
import { sha256Hex } from '../core/hash.ts';
import type { Item } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import { sniffPicture } from '../core/picture-type.ts';
import type { Result } from '../core/result.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { fileNames } from './move-items-to-wrap-up.ts';
import type { AssetStore, Clock, ItemStore } from './ports.ts';

/**
 * Gives a picture's clip its bytes, where they could not be had when it was clipped: stored before the
 * clip refers to them. Its file is named for what the bytes are.
 */
export function givePicture(
  deps: { items: ItemStore; assets: AssetStore; clock: Pick<Clock, 'now'> },
  itemId: string,
  bytes: ArrayBuffer,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    if (bytes.byteLength > limits.assetBytes) throw new CodedError('picture-too-large');
    const mediaType = orFail(sniffPicture(new Uint8Array(bytes)), 'no-picture');
    const item = orFail(await deps.items.get(itemId), 'clip-gone');
    if (item.kind !== 'image') throw new CodedError('clip-gone');
    const assetId = await sha256Hex(bytes);
    await deps.assets.put({ id: assetId, mediaType, bytes, createdAt: deps.clock.now() });
    const others = (await deps.items.list(item.wrapUpId)).filter(({ id }) => id !== itemId);
    const { stem, extension } = withExtensionOf(item.fileName, mediaType);
    const fileName = unusedName(stem, extension, fileNames(others));
    return orFail(await deps.items.update(itemId, { assetId, fileName }), 'clip-gone');
  });
}
