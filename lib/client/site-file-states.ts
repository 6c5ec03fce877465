import { talksOf } from '../core/post/talks.ts';
import type { SiteFile, WrapUp } from '../core/post/wrap-up.ts';
import { siteFilePath, siteFilePaths, sitePathKey } from '../exporters/site-files.ts';
import { linkedAddresses } from '../markdown/linked-addresses.ts';
import { itemLinkedAddresses } from '../render/used-clips.ts';
import { itemSlices } from '../store/item-slices.ts';
import { database, deps } from './services.ts';

/** A file of a post, as a list of files shows it. */
export interface SiteFileState extends SiteFile {
  /** The path that the post links to. */
  path: string;
  linked: boolean;
  /** False if its bytes are lost. */
  kept: boolean;
}

/** Returns the files of a wrap-up in their order. Its items are read in slices, and not kept. */
export async function readFileStates(wrapUp: WrapUp): Promise<SiteFileState[]> {
  const { files = [], id, footer, styleId } = wrapUp;
  if (files.length === 0) return [];
  const [kept, profile] = await Promise.all([
    deps.assets.kept(files.map(({ assetId }) => assetId)),
    deps.settings.profile(styleId),
  ]);
  const linked = new Set(linkedAddresses(footer).map(sitePathKey));
  for (const { slides } of talksOf(wrapUp)) linked.add(sitePathKey(slides));
  for await (const slice of itemSlices(database, id, 1)) {
    for (const item of slice)
      for (const address of itemLinkedAddresses(item)) linked.add(sitePathKey(address));
  }
  return files.map((file) => ({
    ...file,
    path: siteFilePath(file.fileName, profile),
    linked: siteFilePaths(file.fileName, profile).some((path) => linked.has(sitePathKey(path))),
    kept: kept.has(file.assetId),
  }));
}
