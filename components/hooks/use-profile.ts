import { useMemo } from 'preact/hooks';
import type { Saved } from '../../lib/client/record-writer.ts';
import { database, edit, pending } from '../../lib/client/services.ts';
import { profileId } from '../../lib/core/post/change.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import { watchProfile } from '../../lib/store/watch.ts';
import { type Live, useLive, usePendingVersion } from './use-live.ts';

/** The house style as this page shows it: what is typed is typed over that. */
let shown = defaultProfile;

/** The house style as stored, with what was typed last; undefined until read. */
export const useProfile = (): Profile | undefined => useReadProfile().value;

/** The house style that this page showed last; the shipped one until it is read. */
export const profileNow = (): Profile => shown;

/** The same with the reason why it cannot be read. */
export function useReadProfile(): Live<Profile> {
  const version = usePendingVersion();
  const live = useLive<Profile>('profile', (next, fail) => watchProfile(database, next, fail));
  // Not all that is used is watched: `version` counts what is pending
  return useMemo(() => {
    if (!live.value) return { value: undefined, failed: live.failed };
    const { id: _, ...profile } = pending.over({ id: profileId, ...live.value }, Date.now());
    shown = profile;
    return { value: profile, failed: undefined };
  }, [live, version]);
}

export const editProfile = (changes: Partial<Profile>): Promise<Saved | undefined> =>
  edit('profile', profileId, shown, changes);
