import type { Failure } from '../core/errors.ts';
import { unusedName, withExtensionOf } from '../core/file-name.ts';
import { sha256Hex } from '../core/hash.ts';
import type { ImageClip, Item } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import { sniffPicture } from '../core/picture-type.ts';
import type { Result } from '../core/result.ts';
import type { WrapUp } from '../core/wrap-up.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { fileNames } from './move-items-to-wrap-up.ts';
import type { AssetStore, Clock, ItemStore, WrapUpStore } from './ports.ts';

type Deps = { items: ItemStore; assets: AssetStore; clock: Pick<Clock, 'now'> };

/**
 * Gives a picture's clip its bytes, where they could not be had when it was clipped: stored before the
 * clip refers to them. Its file is named for what the bytes are.
 */
export function givePicture(
  deps: Deps,
  itemId: string,
  bytes: ArrayBuffer,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const mediaType = checkPicture(bytes);
    const item = orFail(await deps.items.get(itemId), 'clip-gone');
    if (item.kind !== 'image') throw new CodedError('clip-gone');
    const assetId = await keep(deps, bytes, mediaType);
    const others = (await deps.items.list(item.wrapUpId)).filter(({ id }) => id !== itemId);
    const { stem, extension } = withExtensionOf(item.fileName, mediaType);
    const fileName = unusedName(stem, extension, fileNames(others));
    return orFail(await deps.items.update(itemId, { assetId, fileName }), 'clip-gone');
  });
}

/** Gives a recording's picture its bytes; it keeps the path that was typed for it. */
export function giveRecordingPicture(
  deps: Omit<Deps, 'items'> & { wrapUps: WrapUpStore },
  wrapUpId: string,
  bytes: ArrayBuffer,
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () => {
    const mediaType = checkPicture(bytes);
    const { recording } = orFail(await deps.wrapUps.get(wrapUpId), 'wrap-up-gone');
    const assetId = await keep(deps, bytes, mediaType);
    const changes = { recording: { ...recording, assetId } };
    return orFail(await deps.wrapUps.update(wrapUpId, changes), 'wrap-up-gone');
  });
}

/** Gives a clip back the picture that it had before another was given to it, or none. */
export function takePictureBack(
  deps: Pick<Deps, 'items'>,
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

async function keep({ assets, clock }: Omit<Deps, 'items'>, bytes: ArrayBuffer, mediaType: string) {
  const id = await sha256Hex(bytes);
  await assets.put({ id, mediaType, bytes, createdAt: clock.now() });
  return id;
}
