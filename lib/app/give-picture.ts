import type { Failure } from '../core/errors.ts';
import { unusedName, withExtensionOf } from '../core/file-name.ts';
import { sha256Hex } from '../core/hash.ts';
import type { ImageClip, Item } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import { sniffPicture } from '../core/picture-type.ts';
import type { Result } from '../core/result.ts';
import type { WrapUp } from '../core/wrap-up.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import type { AssetStore, Clock, ItemStore, Stores, WrapUpStore } from './ports.ts';

type Deps = Pick<Stores, 'items' | 'assets' | 'atomically'> & { clock: Pick<Clock, 'now'> };

/**
 * Gives a picture's clip its bytes, if they could not be had when it was clipped, in one transaction.
 * Its file is named for what the bytes are.
 */
export function givePicture(
  deps: Deps,
  itemId: string,
  bytes: ArrayBuffer,
): Promise<Result<Item, Failure>> {
  return give(deps, itemId, bytes, false);
}

/** The same for the bytes that come after the clip; whoever gave it others meanwhile keeps them. */
export function giveMissingPicture(
  deps: Deps,
  itemId: string,
  bytes: ArrayBuffer,
): Promise<Result<Item, Failure>> {
  return give(deps, itemId, bytes, true);
}

function give(
  { items, assets, atomically, clock }: Deps,
  itemId: string,
  bytes: ArrayBuffer,
  onlyIfMissing: boolean,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const mediaType = checkPicture(bytes);
    const asset = { id: await sha256Hex(bytes), mediaType, bytes, createdAt: clock.now() };
    return atomically(async () => {
      const item = orFail(await items.get(itemId), 'clip-gone');
      if (item.kind !== 'image') throw new CodedError('clip-gone');
      if (onlyIfMissing && item.assetId !== '') return item;
      const { stem, extension } = withExtensionOf(item.fileName, mediaType);
      const others = new Set(await items.pictureNames(item.wrapUpId, stem));
      others.delete(item.fileName);
      const fileName = unusedName(stem, extension, others);
      await assets.put(asset);
      return orFail(await items.update(itemId, { assetId: asset.id, fileName }), 'clip-gone');
    });
  });
}

/** Gives a recording's picture its bytes; it keeps the path that was typed for it. */
export function giveRecordingPicture(
  deps: { wrapUps: WrapUpStore; assets: AssetStore; clock: Pick<Clock, 'now'> },
  wrapUpId: string,
  bytes: ArrayBuffer,
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () => {
    const mediaType = checkPicture(bytes);
    const { recording } = orFail(await deps.wrapUps.get(wrapUpId), 'wrap-up-gone');
    const assetId = await sha256Hex(bytes);
    await deps.assets.put({ id: assetId, mediaType, bytes, createdAt: deps.clock.now() });
    const changes = { recording: { ...recording, assetId } };
    return orFail(await deps.wrapUps.update(wrapUpId, changes), 'wrap-up-gone');
  });
}

/** Gives a clip back the picture that it had before another was given to it, or none. */
export function takePictureBack(
  deps: { items: ItemStore },
  { id, assetId, fileName }: ImageClip,
): Promise<Result<Item, Failure>> {
  return attempt(async () =>
    orFail(await deps.items.update(id, { assetId, fileName }), 'clip-gone'),
  );
}

/** Takes the bytes that were given to a recording's picture from it. */
export function takeRecordingPictureBack(
  deps: { wrapUps: WrapUpStore },
  wrapUpId: string,
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () => {
    const wrapUp = orFail(await deps.wrapUps.get(wrapUpId), 'wrap-up-gone');
    const { assetId: _, ...recording } = wrapUp.recording;
    return orFail(await deps.wrapUps.update(wrapUpId, { recording }), 'wrap-up-gone');
  });
}

/** Its media type; a server's or a file name's word on it is not taken. */
function checkPicture(bytes: ArrayBuffer): string {
  if (bytes.byteLength > limits.assetBytes) throw new CodedError('picture-too-large');
  return orFail(sniffPicture(new Uint8Array(bytes)), 'no-picture');
}
