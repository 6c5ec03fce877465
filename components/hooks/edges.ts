import { editItem, type ItemEdits } from '../../lib/app/edit-item.ts';
import { editWrapUp } from '../../lib/app/edit-wrap-up.ts';
import type { Profile } from '../../lib/core/profile.ts';
import { ok } from '../../lib/core/result.ts';
import type { WrapUpDetails } from '../../lib/core/wrap-up.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { Journal } from './journal.ts';
import { PendingChanges } from './pending-changes.ts';
import { type Changes, type RecordKind, RecordWriter, type SaveRecord } from './record-writer.ts';

/** The page's one connection to the database, opened with its first query. */
export const database = openDatabase();
const stores = createStores(database);

/** What the use cases need, as this page has it. */
export const deps = {
  ...stores,
  clock: {
    now: () => new Date().toISOString(),
    offsetMinutes: (instant: string) => -new Date(instant).getTimezoneOffset(),
  },
};

const save: SaveRecord = async (record, id, changes) => {
  switch (record) {
    case 'item':
      return editItem(deps, id, changes as ItemEdits);
    case 'wrapUp':
      return editWrapUp(deps, id, changes as Partial<WrapUpDetails>);
    case 'profile': {
      const profile = await stores.settings.profile();
      await stores.settings.setProfile({ ...profile, ...(changes as Partial<Profile>) });
      return ok(undefined);
    }
  }
};

export const writer = new RecordWriter(save, new Journal(localStorage), Date.now);
export const pending = new PendingChanges();

/** The profile is one record; this stands for its id. */
export const profileId = 'profile';

/** Takes a keystroke: shown at once, journalled at once, written through at once. */
export function edit(record: RecordKind, id: string, changes: Changes): void {
  pending.add(id, changes);
  void writer.write(record, id, changes).then((saved) => {
    if (saved) pending.saved(id, changes, Date.now());
  });
}

/** What was typed long before the record last changed has been typed over since. */
const staleAfterMs = 5_000;

/** Writes what a page that was closed in the middle of a word could not. */
export function replayJournal(): Promise<void> {
  return writer.replay(async ({ record, id, atMs }) => {
    if (record !== 'item' && record !== 'wrapUp') return false;
    const stored = await (record === 'item' ? stores.items.get(id) : stores.wrapUps.get(id));
    return stored === undefined || Date.parse(stored.updatedAt) > atMs + staleAfterMs;
  });
}
