import { type Failure, failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { drawingType, sniffPicture } from '../core/media/picture-type.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { createFileName } from '../core/text/slug.ts';
import { exportWrapUp } from '../exporters/export-wrap-up.ts';
import type { Export, MissingPicture } from '../exporters/exporter.ts';
import { pictureIds } from '../exporters/picture-ids.ts';
import { zipFiles } from '../exporters/zip.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { openedComposer } from './opened-composer.ts';
import type { AssetStore, CleanDrawing } from './ports.ts';

export interface Post {
  wrapUp: WrapUp;
  items: readonly Item[];
  profile: Profile;
}

/** Shows the progress of a long operation, and how to cancel it. */
export interface Watched {
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Returns the post's files, and which pictures are missing. Reads no bytes. */
export async function exportPost(
  deps: { assets: AssetStore },
  { wrapUp, items, profile }: Post,
): Promise<Result<Export, Failure>> {
  const kept = await attempt(() => deps.assets.kept(pictureIds(wrapUp, items)));
  if (!kept.ok) return kept;
  const compose = await attempt(() => openedComposer(wrapUp));
  if (!compose.ok) return compose;
  return exportWrapUp(wrapUp, items, profile, (id) => kept.value.has(id), undefined, compose.value);
}

export interface Archive {
  /** With extension. */
  name: string;
  missing: MissingPicture[];
  /** How many drawings had unsafe content removed. */
  cleaned: number;
}

/** Where the bytes of an export come from. */
export interface PictureSource {
  assets: AssetStore;
  cleanDrawing: CleanDrawing;
}

/**
 * Makes the same export as one zip, piece by piece.
 * @param onPart receives the next bytes; the zip waits for it
 */
export async function exportArchive(
  deps: PictureSource,
  post: Post,
  onPart: (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>,
  { signal, onProgress }: Watched,
): Promise<Result<Archive, Failure>> {
  const exported = await exportPost(deps, post);
  if (!exported.ok) return exported;
  const { files, missing } = exported.value;
  let done = 0;
  let cleaned = 0;
  const read = async (assetId: string) => {
    const { bytes, removed } = await readPicture(deps, assetId);
    if (removed) cleaned++;
    return bytes;
  };
  const zipped = await attempt(async () => {
    const parts = zipFiles(files, read, () => onProgress(++done, files.length));
    for await (const part of parts) {
      if (signal.aborted) throw new CodedError('export-cancelled');
      await onPart(part);
    }
  });
  if (signal.aborted) return fail(failure('export-cancelled'));
  const name = createFileName(post.wrapUp.slug || post.wrapUp.title, 'zip');
  return zipped.ok ? ok({ name, missing, cleaned }) : zipped;
}

/**
 * Returns a picture's bytes as a site may have them: a drawing without anything that could run
 * there. Rejects if the picture has gone since the files were listed, and with `drawing-unreadable`
 * for a drawing that cannot be read.
 */
export async function readPicture(
  { assets, cleanDrawing }: PictureSource,
  assetId: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; removed: boolean }> {
  const { bytes, mediaType } = orFail(await assets.get(assetId), 'storage-failed');
  // Checks both the stored type and the actual one.
  const types = [mediaType, sniffPicture(new Uint8Array(bytes))];
  if (!types.includes(drawingType)) return { bytes: new Uint8Array(bytes), removed: false };
  return orFail(cleanDrawing(bytes), 'drawing-unreadable');
}
