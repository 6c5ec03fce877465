import type { Failure } from '../core/base/errors.ts';
import { sha256Hex } from '../core/base/hash.ts';
import { limits } from '../core/base/limits.ts';
import type { Result } from '../core/base/result.ts';
import type { Asset } from '../core/media/asset.ts';
import { sniffPicture } from '../core/media/picture-type.ts';
import type { ImageClip, Item } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { unusedName, withExtensionOf } from '../core/text/file-name.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { type Edited, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import { allItems, freeName } from './free-name.ts';
import type { AssetStore, ChangeStore, Clock, ItemStore, Stores, WrapUpStore } from './ports.ts';

type Deps = { assets: AssetStore; changes: ChangeStore; clock: Pick<Clock, 'now'> };

/**
 * Gives a picture clip bytes that the note-taker chose, as a step of its history; the previous
 * bytes stay in the trash. Its file name follows the new bytes' type.
 */
export function givePicture(
  deps: Deps & { items: ItemStore },
  itemId: string,
  bytes: ArrayBuffer,
): Promise<Result<Edited<Item>, Failure>> {
  return attempt(async () => {
    const asset = await assetOf(bytes, deps.clock);
    orImage(await deps.items.get(itemId));
    await deps.assets.put(asset);
    const applied = await deps.changes.apply(newOrigin(), async (view) => {
      const item = orImage(await view.item(itemId));
      const { stem, extension } = withExtensionOf(item.fileName, asset.mediaType);
      const others = await allItems(view, item.wrapUpId);
      const fileName = freeName(others, itemId, `${stem}.${extension}`);
      const edits = fieldEdits('item', itemId, { assetId: asset.id, fileName });
      return { kind: 'picture', edits };
    });
    return editedRecord<Item>(applied, 'item', itemId, 'clip-gone');
  });
}

function orImage(item: Item | undefined): ImageClip {
  if (item?.kind !== 'image') throw new CodedError('clip-gone');
  return item;
}

/**
 * Gives a clip the bytes that arrived after it, in one transaction; if it got others meanwhile,
 * those stay.
 */
export function giveMissingPicture(
  deps: Pick<Stores, 'items' | 'assets' | 'atomically'> & { clock: Pick<Clock, 'now'> },
  itemId: string,
  bytes: ArrayBuffer,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const asset = await assetOf(bytes, deps.clock);
    const { items, assets } = deps;
    return deps.atomically(async () => {
      const item = orImage(await items.get(itemId));
      if (item.assetId !== '') return item;
      const { stem, extension } = withExtensionOf(item.fileName, asset.mediaType);
      const others = new Set(await items.pictureNames(item.wrapUpId, stem));
      others.delete(item.fileName);
      const fileName = unusedName(stem, extension, others);
      await assets.put(asset);
      return orFail(await items.update(itemId, { assetId: asset.id, fileName }), 'clip-gone');
    });
  });
}

/**
 * Gives a recording's picture its bytes; a path typed for it is kept.
 * @param talkId the talk whose recording it is; undefined: the wrap-up's own recording
 */
export function giveRecordingPicture(
  deps: Deps & { wrapUps: WrapUpStore },
  wrapUpId: string,
  talkId: string | undefined,
  bytes: ArrayBuffer,
): Promise<Result<Edited<WrapUp>, Failure>> {
  return attempt(async () => {
    const asset = await assetOf(bytes, deps.clock);
    orFail(await deps.wrapUps.get(wrapUpId), 'wrap-up-gone');
    await deps.assets.put(asset);
    const applied = await deps.changes.apply(newOrigin(), async (view) => {
      const wrapUp = orFail(await view.wrapUp(wrapUpId), 'wrap-up-gone');
      const changes = withRecordingAsset(wrapUp, talkId, asset.id);
      return { kind: 'picture', edits: fieldEdits('wrapUp', wrapUpId, changes) };
    });
    return editedRecord<WrapUp>(applied, 'wrapUp', wrapUpId, 'wrap-up-gone');
  });
}

/** Returns the wrap-up's field that changes when a recording's picture gets other bytes. */
export function withRecordingAsset(
  { recording, talks }: WrapUp,
  talkId: string | undefined,
  assetId: string,
): Partial<WrapUp> {
  if (talkId === undefined) return { recording: { ...recording, assetId } };
  const talk = orFail(
    talks?.find(({ id }) => id === talkId),
    'talk-gone',
  );
  const changed = { ...talk, recording: { ...talk.recording, assetId } };
  return { talks: talks?.map((each) => (each === talk ? changed : each)) };
}

/** The media type comes from the bytes; what a server or a file name says is ignored. */
async function assetOf(bytes: ArrayBuffer, clock: Pick<Clock, 'now'>): Promise<Asset> {
  if (bytes.byteLength > limits.assetBytes) throw new CodedError('picture-too-large');
  const mediaType = orFail(sniffPicture(new Uint8Array(bytes)), 'no-picture');
  return { id: await sha256Hex(bytes), mediaType, bytes, createdAt: clock.now() };
}
