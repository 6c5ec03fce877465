import type { profileId } from '../core/post/change.ts';

/** Names of settings that the store itself uses. */
export const settingKeys = {
  activeWrapUpId: 'activeWrapUpId',
  profile: 'profile',
} as const;

/** Only its type is imported: its module checks records, and a page's first script must not load that code. */
const firstStyle: typeof profileId = 'profile';

/** The keys of all house styles but the first begin like this. */
export const ownStyles = `${settingKeys.profile}/`;

/**
 * Returns the key of a house style's row; the first style has kept its key from when it was the
 * only one.
 */
export const styleKey = (id: string): string =>
  id === firstStyle ? settingKeys.profile : ownStyles + id;
