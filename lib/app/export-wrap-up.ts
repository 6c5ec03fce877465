import type { Asset } from '../core/asset.ts';
import type { Failure } from '../core/errors.ts';
import type { Item } from '../core/item.ts';
import type { Profile } from '../core/profile.ts';
import { ok, type Result } from '../core/result.ts';
import { createFileName } from '../core/slug.ts';
import type { WrapUp } from '../core/wrap-up.ts';
import { exportWrapUp } from '../exporters/export-wrap-up.ts';
import type { Export, Exporter, MissingPicture } from '../exporters/exporter.ts';
import { zipFiles } from '../exporters/zip.ts';
import { attempt } from './attempt.ts';
import type { AssetStore } from './ports.ts';

interface Post {
  wrapUp: WrapUp;
  items: readonly Item[];
  profile: Profile;
}

/** The post's files with the pictures whose bytes are kept, and what is missing of them. */
export async function exportPost(
  deps: { assets: AssetStore },
  exporter: Exporter,
  { wrapUp, items, profile }: Post,
): Promise<Result<Export, Failure>> {
  const read = await attempt(() => readAssets(deps.assets, items));
  return read.ok ? exportWrapUp(exporter, wrapUp, items, profile, read.value) : read;
}

export interface Archive {
  /** With extension. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  missing: MissingPicture[];
}

/** The same as one zip. */
export async function exportArchive(
  deps: { assets: AssetStore },
  exporter: Exporter,
  post: Post,
): Promise<Result<Archive, Failure>> {
  const exported = await exportPost(deps, exporter, post);
  if (!exported.ok) return exported;
  const { files, missing } = exported.value;
  const name = createFileName(post.wrapUp.slug || post.wrapUp.title, 'zip');
  return ok({ name, bytes: zipFiles(files), missing });
}

/** One after the other: all at once would hold every picture's bytes twice. */
async function readAssets(
  assets: AssetStore,
  items: readonly Item[],
): Promise<ReadonlyMap<string, Asset>> {
  const found = new Map<string, Asset>();
  for (const item of items) {
    if (item.kind !== 'image' || item.deletedAt !== null || item.assetId === '') continue;
    if (found.has(item.assetId)) continue;
    const asset = await assets.get(item.assetId);
    if (asset !== undefined) found.set(item.assetId, asset);
  }
  return found;
}
