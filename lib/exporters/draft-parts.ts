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

/** Says of a picture's bytes whether they are there. */
export type IsKept = (assetId: string) => boolean;

const draftProfiles = new WeakMap<Profile, Profile>();

/**
 * The profile that a draft is written with: paths of pictures are those of its layout. The same one for the
 * same house style, so that what was rendered with it need not be rendered again.
 */
export function draftProfile(houseStyle: Profile): Profile {
  const known = draftProfiles.get(houseStyle);
  if (known) return known;
  const profile = exporterFor(houseStyle).profile(houseStyle);
  draftProfiles.set(houseStyle, profile);
  return profile;
}

/**
 * The items as a post shows them: each picture with a file name of its own; one whose bytes are lost
 * counts as one that never had any.
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
 * The parts of the template as the wrap-up's draft has them.
 * @param items those in the post, as far as the template looks at any
 */
export function draftParts(
  wrapUp: WrapUp,
  items: readonly Item[],
  houseStyle: Profile,
  cache?: BlockCache,
): Result<PartOutput[], Failure> {
  // A style prints nothing into a post that was a file before.
  if (wrapUp.opened) return ok([]);
  const profile = draftProfile(houseStyle);
  const shown = draftItems(items, () => true);
  const post = withRecordingPath(wrapUp, shown, houseStyle, profile);
  return printedParts(post, shown, profile, cache);
}

/** A recording's picture that is a clip's, by its name or its usual path, is where the clip's is. */
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
