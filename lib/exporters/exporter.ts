import type { Asset } from '../core/asset.ts';
import type { Item } from '../core/item.ts';
import type { Profile } from '../core/profile.ts';
import type { WrapUp } from '../core/wrap-up.ts';

export interface ExportFile {
  /** Relative to the folder that takes it, with `/`; safe on every system. */
  path: string;
  mediaType: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** A picture that the post shows and the export does not hold. */
export interface MissingPicture {
  /** As it stands in the post. */
  path: string;
  /** The picture's clip; null for the recording's picture and for one that a text names. */
  itemId: string | null;
  reason: /** There are no bytes of it. */
    | 'no-bytes'
    /** Its name would leave the folder, or not every system takes it. */
    | 'unsafe-name'
    /** Another picture has the name. */
    | 'name-taken'
    /** A note or the template names it; no clip is its picture. */
    | 'only-named';
}

export interface Export {
  /** The post first. */
  files: ExportFile[];
  missing: MissingPicture[];
}

export interface ExportInput {
  wrapUp: WrapUp;
  /** In their order; deleted ones are left out here. */
  items: readonly Item[];
  /** The one that the draft was composed with: the exporter's own `profile(…)`. */
  profile: Profile;
  draft: string;
  /** The kept bytes, by asset id. */
  assets: ReadonlyMap<string, Asset>;
  /** Id of the bytes of the recording's picture, where they are kept. */
  recordingAssetId?: string | undefined;
}

/** Wrap-up and its draft → files. One file each, listed in `registry.ts`. */
export interface Exporter {
  id: string;
  /** The profile to compose the draft with, so that its pictures' paths are those of the files. */
  profile(profile: Profile): Profile;
  files(input: ExportInput): Export;
}
