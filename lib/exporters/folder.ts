import type { Profile } from '../core/post/profile.ts';
import { defaultProfile } from '../core/post/profile.ts';
import { parseLocalPath } from './picture-path.ts';

/**
 * Splits a folder that was typed in the options into its parts; none for the site's own folder.
 * Undefined if it would leave the site (`..`, a drive) or has a name that is not valid on every
 * system.
 */
export function parseFolder(text: string): string[] | undefined {
  const bare = text.trim().replaceAll('\\', '/').replace(/\/+$/, '');
  if (/^(?:\.?\/)*\.?$/.test(bare)) return [];
  // It was typed, not linked, so `%` and `#` are literal.
  return parseLocalPath(bare.replace(/[%?#]/g, encodeURIComponent))?.parts;
}

type FolderField = 'contentFolder' | 'staticFolder';

/** Returns the profile's folder, or the default if a site can't have it. */
export function folderOf(
  profile: Profile,
  field: FolderField,
  usual: Pick<Profile, FolderField> = defaultProfile,
): string[] {
  return parseFolder(profile[field]) ?? parseFolder(usual[field]) ?? [];
}

/**
 * Returns where Hugo serves the contents of the folder of posts: its path below `content`, as Hugo
 * writes it.
 * @see https://gohugo.io/content-management/organization/
 */
export function servedFolder(profile: Profile): string[] {
  const parts = folderOf(profile, 'contentFolder');
  return parts
    .slice(parts.indexOf('content') + 1)
    .map((part) => part.toLowerCase().replace(/\s+/g, '-'));
}
