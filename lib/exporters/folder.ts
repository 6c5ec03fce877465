import type { Profile } from '../core/post/profile.ts';
import { defaultProfile } from '../core/post/profile.ts';
import { parseLocalPath } from './picture-path.ts';

/**
 * A folder as typed in the options, as its parts; none for the site's own folder. Undefined if it
 * would leave the site (`..`, a drive) or has a name that not every system takes.
 */
export function parseFolder(text: string): string[] | undefined {
  const bare = text.trim().replaceAll('\\', '/').replace(/\/+$/, '');
  if (/^(?:\.?\/)*\.?$/.test(bare)) return [];
  // Typed, not linked: `%` and `#` mean themselves.
  return parseLocalPath(bare.replace(/[%?#]/g, encodeURIComponent))?.parts;
}

type FolderField = 'contentFolder' | 'staticFolder';

/** The profile's folder, or the usual one where it is none that a site can have. */
export function folderOf(
  profile: Profile,
  field: FolderField,
  usual: Pick<Profile, FolderField> = defaultProfile,
): string[] {
  return parseFolder(profile[field]) ?? parseFolder(usual[field]) ?? [];
}

/**
 * Where Hugo serves what is in the folder of posts: its path below `content`, as Hugo writes it.
 * @see https://gohugo.io/content-management/organization/
 */
export function servedFolder(profile: Profile): string[] {
  const parts = folderOf(profile, 'contentFolder');
  return parts
    .slice(parts.indexOf('content') + 1)
    .map((part) => part.toLowerCase().replace(/\s+/g, '-'));
}
