import * as v from 'valibot';
import { IdSchema } from '../core/base/record.ts';
import { inboxId } from '../core/post/item.ts';
import { defaultProfile, type Profile, ProfileSchema } from '../core/post/profile.ts';
import type { Database, SettingRow } from './database.ts';
import { guard } from './store-error.ts';

const ActiveSchema = v.union([IdSchema, v.literal(inboxId)]);

/** Names that the store itself gives a meaning to. */
export const settingKeys = {
  activeWrapUpId: 'activeWrapUpId',
  profile: 'profile',
} as const;

/** A setting that does not parse counts as not set: no old value can lock the user out. */
function parse<T>(schema: v.GenericSchema<unknown, T>, row: SettingRow | undefined): T | undefined {
  const result = v.safeParse(schema, row?.value);
  return result.success ? result.output : undefined;
}

export const parseActiveWrapUpId = (row: SettingRow | undefined) => parse(ActiveSchema, row);
export const parseProfile = (row: SettingRow | undefined) =>
  parse(ProfileSchema, row) ?? defaultProfile;

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

    profile: (): Promise<Profile> =>
      guard(async () => parseProfile(await read(settingKeys.profile))),
    setProfile: (profile: Profile) =>
      guard(async () => write(settingKeys.profile, v.parse(ProfileSchema, profile))),
  };
}
