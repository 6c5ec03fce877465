import { type Failure, failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import type { Profile } from '../core/profile.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { createFileName } from '../core/slug.ts';
import type { WrapUp } from '../core/wrap-up.ts';
import { exportWrapUp } from '../exporters/export-wrap-up.ts';
import type { Export, MissingPicture } from '../exporters/exporter.ts';
import { pictureIds } from '../exporters/picture-ids.ts';
import { zipFiles } from '../exporters/zip.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import type { AssetStore } from './ports.ts';

export interface Post {
  wrapUp: WrapUp;
  items: readonly Item[];
  profile: Profile;
}

/** How far something is that can be waited for, and how to end it. */
export interface Watched {
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** The post's files, and what is missing of its pictures. Reads no bytes. */
export async function exportPost(
  deps: { assets: AssetStore },
  { wrapUp, items, profile }: Post,
): Promise<Result<Export, Failure>> {
  const kept = await attempt(() => deps.assets.kept(pictureIds(wrapUp, items)));
  return kept.ok ? exportWrapUp(wrapUp, items, profile, (id) => kept.value.has(id)) : kept;
}

export interface Archive {
  /** With extension. */
  name: string;
  missing: MissingPicture[];
}

/**
 * The same as one zip, handed on piece by piece.
 * @param onPart takes the next bytes; the zip waits for it
 */
export async function exportArchive(
  deps: { assets: AssetStore },
  post: Post,
  onPart: (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>,
  { signal, onProgress }: Watched,
): Promise<Result<Archive, Failure>> {
  const exported = await exportPost(deps, post);
  if (!exported.ok) return exported;
  const { files, missing } = exported.value;
  let done = 0;
  const zipped = await attempt(async () => {
    const parts = zipFiles(
      files,
      (assetId) => readBytes(deps.assets, assetId),
      () => onProgress(++done, files.length),
    );
    for await (const part of parts) {
      if (signal.aborted) throw new CodedError('export-cancelled');
      await onPart(part);
    }
  });
  if (signal.aborted) return fail(failure('export-cancelled'));
  const name = createFileName(post.wrapUp.slug || post.wrapUp.title, 'zip');
  return zipped.ok ? ok({ name, missing }) : zipped;
}

/** Rejects where the picture is gone since the files were listed. */
export async function readBytes(
  assets: AssetStore,
  assetId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(orFail(await assets.get(assetId), 'storage-failed').bytes);
}
