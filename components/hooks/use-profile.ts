import { useMemo } from 'preact/hooks';
import type { Saved } from '../../lib/client/record-writer.ts';
import { keepEqual } from '../../lib/client/same-record.ts';
import { database, edit, pending } from '../../lib/client/services.ts';
import { profileId } from '../../lib/core/post/change.ts';
import { defaultProfile, type HouseStyle, type Profile } from '../../lib/core/post/profile.ts';
import { watchStyle, watchStyles } from '../../lib/store/watch.ts';
import { type Live, useLive, usePendingVersion } from './use-live.ts';

/** The house style as this page shows it, which edits are based on. */
let shown: HouseStyle = { id: profileId, profile: defaultProfile };

const kept = new Map<string, HouseStyle>();

/**
 * Keeps the same object while its content is equal, because with another one every block of a post
 * is written again.
 */
function keepStyle(style: HouseStyle): HouseStyle {
  const before = kept.get(style.id);
  const profile = keepEqual(before?.profile, style.profile);
  if (before?.profile === profile) return before;
  const next = { id: style.id, profile };
  kept.set(style.id, next);
  return next;
}

/**
 * The stored house style, with typed text applied; undefined until read.
 * @param styleId that of the wrap-up that is shown; undefined for the first style
 */
export const useProfile = (
  styleId: string | undefined,
  first?: HouseStyle | undefined,
): Profile | undefined => useReadStyle(styleId, first).value?.profile;

/** Returns the house style that this page showed last; the default one until it is read. */
export const profileNow = (): Profile => shown.profile;

/**
 * Returns the style with its id, that of the first style if its own is gone, and the reason if it
 * can't be read.
 * @param first the style as it was read before the first paint
 */
export function useReadStyle(
  styleId: string | undefined,
  first?: HouseStyle | undefined,
): Live<HouseStyle> {
  const wanted = styleId ?? profileId;
  const version = usePendingVersion();
  const live = useLive<HouseStyle>(`profile/${wanted}`, (next, fail) =>
    watchStyle(database, wanted, next, fail),
  );
  // Not everything used here is watched: `version` counts pending changes.
  return useMemo(() => {
    const stored = live.value ?? (live.failed ? undefined : first);
    if (!stored) return { value: undefined, failed: live.failed };
    const { id } = stored;
    const { id: _, ...profile } = pending.over({ id, ...stored.profile }, Date.now());
    shown = keepStyle({ id, profile });
    return { value: shown, failed: undefined };
  }, [live, first, version]);
}

/** Changes the house style that this page shows; for a page that shows only one. */
export const editProfile = (changes: Partial<Profile>): Promise<Saved | undefined> =>
  edit('profile', shown.id, shown.profile, changes);

/** All house styles, the first one first; undefined until read. */
export function useStyles(): HouseStyle[] | undefined {
  const version = usePendingVersion();
  const live = useLive<HouseStyle[]>('styles', (next, fail) => watchStyles(database, next, fail));
  return useMemo(
    () =>
      live.value?.map(({ id, profile }) => {
        const { id: _, ...typed } = pending.over({ id, ...profile }, Date.now());
        return { id, profile: typed };
      }),
    // Not everything used here is watched: `version` counts pending changes.
    [live, version],
  );
}
