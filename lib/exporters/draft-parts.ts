import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import { withRecordings } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { BlockCache } from '../render/items/block-cache.ts';
import { imagePath } from '../render/items/image.ts';
import { printedParts } from '../render/parts/printed-parts.ts';
import type { PartOutput } from '../render/parts/template-output.ts';
import { withOwnFileNames } from './file-names.ts';
import { exporterFor } from './registry.ts';

/** True if a picture's bytes are stored. */
export type IsKept = (assetId: string) => boolean;

const draftProfiles = new WeakMap<Profile, Profile>();

/**
 * Returns the profile that a draft is written with: its picture paths are those of its layout. It
 * stays the same object for the same house style, so rendered items stay valid.
 */
export function draftProfile(houseStyle: Profile): Profile {
  const known = draftProfiles.get(houseStyle);
  if (known) return known;
  const profile = exporterFor(houseStyle).profile(houseStyle);
  draftProfiles.set(houseStyle, profile);
  return profile;
}

/**
 * Returns the items as a post shows them: each picture with a unique file name; one whose bytes are
 * lost counts as one that never had any.
 */
export function draftItems(items: readonly Item[], isKept: IsKept): Item[] {
  const known = items.map((item) =>
    item.kind === 'image' && item.assetId !== '' && !isKept(item.assetId)
      ? { ...item, assetId: '' }
      : item,
  );
  return withOwnFileNames(known);
}

/**
 * Returns the parts of the template in the wrap-up's draft.
 * @param items those in the post, if the template uses any
 */
export function draftParts(
  wrapUp: WrapUp,
  items: readonly Item[],
  houseStyle: Profile,
  cache?: BlockCache,
): Result<PartOutput[], Failure> {
  // A style prints nothing into a post that was opened from a file.
  if (wrapUp.opened) return ok([]);
  const profile = draftProfile(houseStyle);
  const shown = draftItems(items, () => true);
  const post = withRecordingPath(wrapUp, shown, houseStyle, profile);
  return printedParts(post, shown, profile, cache);
}

/** If a recording's picture is a clip's, by its name or its usual path, it gets the clip's path. */
export function withRecordingPath(
  wrapUp: WrapUp,
  items: readonly Item[],
  houseStyle: Profile,
  profile: Profile,
): WrapUp {
  return withRecordings(wrapUp, (recording) => {
    const { picture } = recording;
    if (picture === '') return recording;
    const clip = items.find(
      (item) =>
        item.kind === 'image' &&
        item.deletedAt === null &&
        item.fileName !== '' &&
        [item.fileName, houseStyle.imagePath + item.fileName].includes(picture),
    );
    if (clip?.kind !== 'image') return recording;
    return { ...recording, picture: imagePath(clip, profile) };
  });
}
