import { useMemo } from 'preact/hooks';
import type { Profile } from '../../lib/core/profile.ts';
import { watchProfile } from '../../lib/store/watch.ts';
import { database, edit, pending, profileId } from './edges.ts';
import { useLive, usePendingVersion } from './use-live.ts';

/** The house style as stored, with what was typed last; undefined until read. */
export function useProfile(): Profile | undefined {
  const version = usePendingVersion();
  const live = useLive<Profile>('profile', (next, fail) => watchProfile(database, next, fail));
  // Not all that is used is watched: `version` counts what is pending
  return useMemo(() => {
    if (!live.value) return undefined;
    const { id: _, ...profile } = pending.over({ id: profileId, ...live.value }, Date.now());
    return profile;
  }, [live, version]);
}

export function editProfile(changes: Partial<Profile>): void {
  edit('profile', profileId, changes);
}
