import type { Layout, Profile } from '../core/post/profile.ts';
import type { LocalPath } from './picture-path.ts';

export interface ExportFile {
  /** Relative to the folder that takes it, with `/`; safe on every system. */
  path: string;
  /** Text, or the kept bytes of a picture: whoever writes them reads them one after the other. */
  content: string | { assetId: string };
}

/** A picture that the post shows and the export does not hold. */
export interface MissingPicture {
  /** As it stands in the post. */
  path: string;
  /** The picture's clip; null for the recording's picture and for one that a text names. */
  itemId: string | null;
  /** The talk whose recording it is of, where that is not the wrap-up's own. */
  talkId?: string | undefined;
  reason: /** There are no bytes of it. */
    | 'no-bytes'
    /** There are no bytes of it; the post shows it from the site it is from. */
    | 'shown-from-site'
    /** Its name would leave the folder, or not every system takes it. */
    | 'unsafe-name'
    /** It starts at the root of a site, and the layout is no site. */
    | 'no-root'
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

/** What the file of a post is named after. */
export interface PostFile {
  /** Its name without extension, safe on every system. */
  name: string;
  /** The post's own, `2026-11-20`. */
  day: string;
}

/** Where a site keeps posts and pictures. */
export type SiteFolders = Pick<Profile, 'contentFolder' | 'staticFolder' | 'imagePath'>;

/** Where a layout has the files of a post. One file each, listed in `registry.ts`. */
export interface Exporter {
  id: Layout;
  /** Where the generator has them unless it is told otherwise; for what is not set in the options. */
  usual: SiteFolders;
  /** The profile to compose the draft with, so that its pictures' paths are those of the files. */
  profile(houseStyle: Profile): Profile;
  /** Parts of the post's path. */
  post(post: PostFile, houseStyle: Profile): string[];
  /**
   * Parts of the path of a picture that a path in the post means; undefined if the layout has no
   * such place.
   */
  picture(path: LocalPath, post: PostFile, houseStyle: Profile): string[] | undefined;
  /**
   * Parts of the address at which the site serves a file of `post`; absent: as Hugo does. Undefined for a file that
   * is not where this layout has posts.
   */
  address?(file: readonly string[]): string[] | undefined;
}
