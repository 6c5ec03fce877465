import * as v from 'valibot';
import { IdSchema } from '../core/base/record.ts';
import { profileId } from '../core/post/change.ts';
import { inboxId } from '../core/post/item.ts';
import {
  defaultProfile,
  type HouseStyle,
  neverMade,
  type Profile,
  ProfileSchema,
} from '../core/post/profile.ts';
import {
  mostSitePosts,
  type SitePost,
  SitePostSchema,
  withSitePosts,
} from '../core/post/site-post.ts';
import type { Database, SettingRow } from './database.ts';
import { ownStyles, settingKeys, styleKey } from './setting-keys.ts';
import { guard } from './store-error.ts';

const StyleIdSchema = v.union([IdSchema, v.literal(profileId)]);
const ActiveSchema = v.union([IdSchema, v.literal(inboxId)]);

/** The style of the next wrap-up; it belongs to this machine, and is in no backup. */
const nextStyleKey = 'nextStyleId';

/** The quote to clip again, whose page was opened for that on this machine; it is in no backup. */
const wantedQuoteKey = 'wantedQuoteId';

/** Posts of the site that were read from files of this machine; they are in no backup. */
const sitePostsKey = 'sitePosts';
const SitePostsSchema = v.pipe(v.array(SitePostSchema), v.maxLength(mostSitePosts));

/** A setting that does not parse counts as not set, so no old value can lock the user out. */
function parse<T>(schema: v.GenericSchema<unknown, T>, row: SettingRow | undefined): T | undefined {
  const result = v.safeParse(schema, row?.value);
  return result.success ? result.output : undefined;
}

export const parseActiveWrapUpId = (row: SettingRow | undefined) => parse(ActiveSchema, row);
export const parseProfile = (row: SettingRow | undefined) =>
  parse(ProfileSchema, row) ?? defaultProfile;

/** Returns the id of the style in a row; undefined for other rows. */
export function styleIdOf(key: string): string | undefined {
  if (key === settingKeys.profile) return profileId;
  const id = key.startsWith(ownStyles) ? key.slice(ownStyles.length) : undefined;
  return v.is(IdSchema, id) ? id : undefined;
}

/** Returns the style with this id as it is stored, even if deleted. */
export const parseStyle = (id: string, row: SettingRow | undefined): Profile =>
  id === profileId ? parseProfile(row) : (parse(ProfileSchema, row) ?? neverMade);

/**
 * Returns a wrap-up's style, or the first one if that is gone.
 * @param own the style's row; undefined: there is none
 * @param first that of the first style
 */
export function styleOf(
  id: string | undefined,
  own: SettingRow | undefined,
  first: SettingRow | undefined,
): HouseStyle {
  const style = parseStyle(id ?? profileId, own);
  return style.deletedAt === null
    ? { id: id ?? profileId, profile: style }
    : { id: profileId, profile: parseProfile(first) };
}

export const queryStyle = (db: Database, id: string = profileId) =>
  db.settings
    .bulkGet([styleKey(id), settingKeys.profile])
    .then(([own, first]) => styleOf(id, own, first));

/** Returns all that are not deleted: the first one, then the others by their names. */
export const queryStyles = (db: Database) =>
  db.settings
    .where('key')
    .startsWith(settingKeys.profile)
    .toArray()
    .then((rows): HouseStyle[] => {
      const styles = rows.flatMap((row) => {
        const id = styleIdOf(row.key);
        return id === undefined || id === profileId ? [] : [{ id, profile: parseStyle(id, row) }];
      });
      const first = {
        id: profileId,
        profile: parseProfile(rows.find(({ key }) => key === settingKeys.profile)),
      };
      return [
        first,
        ...styles
          .filter(({ profile }) => profile.deletedAt === null)
          .sort(
            (one, other) =>
              one.profile.name.localeCompare(other.profile.name) || (one.id < other.id ? -1 : 1),
          ),
      ];
    });

export function createSettingStore(db: Database) {
  const read = (key: string) => db.settings.get(key);
  const write = (key: string, value: unknown): Promise<void> =>
    guard(async () => {
      await db.settings.put({ key, value });
    });

  return {
    activeWrapUpId: (): Promise<string | undefined> =>
      guard(async () => parseActiveWrapUpId(await read(settingKeys.activeWrapUpId))),
    setActiveWrapUpId: (id: string) => write(settingKeys.activeWrapUpId, id),

    profile: (id?: string): Promise<Profile> =>
      guard(async () => (await queryStyle(db, id)).profile),
    setProfile: (profile: Profile) =>
      guard(async () => write(settingKeys.profile, v.parse(ProfileSchema, profile))),
    nextStyleId: (): Promise<string | undefined> =>
      guard(async () => parse(StyleIdSchema, await read(nextStyleKey))),
    setNextStyleId: (id: string) => write(nextStyleKey, id),
    wantedQuoteId: (): Promise<string | undefined> =>
      guard(async () => parse(IdSchema, await read(wantedQuoteKey))),
    setWantedQuoteId: (id: string) => write(wantedQuoteKey, id),
    sitePosts: (): Promise<SitePost[]> =>
      guard(async () => parse(SitePostsSchema, await read(sitePostsKey)) ?? []),
    /**
     * Remembers posts that were read, in addition to or instead of earlier ones (`withSitePosts`).
     */
    addSitePosts: (posts: readonly SitePost[]): Promise<void> =>
      guard(() =>
        db.transaction('rw', db.settings, async () => {
          const known = parse(SitePostsSchema, await read(sitePostsKey)) ?? [];
          await write(sitePostsKey, v.parse(SitePostsSchema, withSitePosts(known, posts)));
        }),
      ),
  };
}
