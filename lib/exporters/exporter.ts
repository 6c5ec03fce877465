import type { Layout, Profile } from '../core/post/profile.ts';
import type { LocalPath } from './picture-path.ts';

export interface ExportFile {
  /** Relative to the target folder, with `/`; safe on every system. */
  path: string;
  /** Text, or the stored bytes of a picture, which the writer reads one after the other. */
  content: string | { assetId: string };
}

/** A picture that the post shows and the export does not contain. */
export interface MissingPicture {
  /** As written in the post. */
  path: string;
  /** The picture's clip; null for the recording's picture and for one that only a text names. */
  itemId: string | null;
  /** The talk whose recording it shows, if that is not the wrap-up's own. */
  talkId?: string | undefined;
  reason: /** There are no bytes of it. */
    | 'no-bytes'
    /** There are no bytes of it; the post shows it from its original site. */
    | 'shown-from-site'
    /** Its name would leave the folder, or is not valid on every system. */
    | 'unsafe-name'
    /** Its path starts at the root of a site, but the layout has no site. */
    | 'no-root'
    /** Another picture has the name. */
    | 'name-taken'
    /** A note or the template names it, but no clip is this picture. */
    | 'only-named';
}

export interface Export {
  /** The post first. */
  files: ExportFile[];
  missing: MissingPicture[];
}

/** What the file name of a post is made from. */
export interface PostFile {
  /** Its name without extension, safe on every system. */
  name: string;
  /** The date of the post, `2026-11-20`. */
  day: string;
}

/** Where a site stores posts and pictures. */
export type SiteFolders = Pick<Profile, 'contentFolder' | 'staticFolder' | 'imagePath'>;

/**
 * Where a layout stores the files of a post. There is one file for each, listed in `registry.ts`.
 */
export interface Exporter {
  id: Layout;
  /** The generator's default folders, for what is not set in the options. */
  usual: SiteFolders;
  /** Returns the profile to compose the draft with, so that its picture paths match the files. */
  profile(houseStyle: Profile): Profile;
  /** Returns the parts of the post's path. */
  post(post: PostFile, houseStyle: Profile): string[];
  /**
   * Returns the parts of the file path for a picture path in the post; undefined if the layout has
   * no such place.
   */
  picture(path: LocalPath, post: PostFile, houseStyle: Profile): string[] | undefined;
  /**
   * Returns the parts of the address at which the site serves a file of `post`; absent: as in Hugo.
   * Undefined for a file outside this layout's folders of posts.
   */
  address?(file: readonly string[]): string[] | undefined;
}
