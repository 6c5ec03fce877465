import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNextWrapUp } from '../../lib/app/active-wrap-up.ts';
import { editProfile } from '../../lib/app/edit-profile.ts';
import type { Stores } from '../../lib/app/ports.ts';
import { openLibrary } from '../../lib/backup/library-reader.ts';
import { LibraryWriter } from '../../lib/backup/library-writer.ts';
import { optionsHistory, profileId } from '../../lib/core/post/change.ts';
import { defaultProfile, neverMade, type Profile } from '../../lib/core/post/profile.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { readLibrary } from '../../lib/store/read-library.ts';
import { restoreLibrary } from '../../lib/store/restore-library.ts';
import { queryStyles } from '../../lib/store/setting-store.ts';
import { createStores } from '../../lib/store/stores.ts';
import { sourceOf } from '../support/library-files.ts';
import { instant, uuid } from '../support/records.ts';

let databases = 0;
const opened: Database[] = [];

function open(): { db: Database; stores: Stores } {
  let ms = Date.parse(instant);
  const now = () => {
    ms += 5_000;
    return new Date(ms).toISOString();
  };
  const db = openDatabase(`styles-${databases++}`);
  opened.push(db);
  return { db, stores: createStores(db, { now }) };
}

let db: Database;
let stores: Stores;
beforeEach(() => {
  ({ db, stores } = open());
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

const names = async (of = db) => (await queryStyles(of)).map(({ profile }) => profile.name);
const make = (id: string, changes: Partial<Profile>) =>
  editProfile({ changes: stores.changes }, id, { ...changes, deletedAt: null });

describe('house styles', () => {
  it('begin with the one that was there before there were several', async () => {
    await stores.settings.setProfile({ ...defaultProfile, bullet: '+' });
    expect(await queryStyles(db)).toEqual([
      { id: profileId, profile: { ...defaultProfile, bullet: '+' } },
    ]);
    expect((await stores.settings.profile()).bullet).toBe('+');
  });

  it('are added, changed and deleted, and each step is taken back', async () => {
    await make(uuid(1), { name: 'Jekyll', bullet: '-' });
    await make(uuid(2), { name: 'Astro' });
    expect(await names()).toEqual(['', 'Astro', 'Jekyll']);
    await editProfile({ changes: stores.changes }, uuid(1), { deletedAt: instant });
    expect(await names()).toEqual(['', 'Astro']);
    await stores.changes.undo(optionsHistory);
    expect(await names()).toEqual(['', 'Astro', 'Jekyll']);
    await stores.changes.undo(optionsHistory);
    await stores.changes.undo(optionsHistory);
    expect(await names()).toEqual(['']);
    await stores.changes.redo(optionsHistory);
    expect(await stores.settings.profile(uuid(1))).toMatchObject({ name: 'Jekyll', bullet: '-' });
  });

  it('are made by a page, which merges what it typed over what was there', async () => {
    const made = { ...defaultProfile, name: 'Jekyll' };
    await editProfile({ changes: stores.changes }, uuid(1), made, { base: { ...neverMade } });
    expect(await names()).toEqual(['', 'Jekyll']);
  });

  it('leave the others alone', async () => {
    await make(uuid(1), { name: 'Jekyll', bullet: '-' });
    expect((await stores.settings.profile()).bullet).toBe('*');
    await editProfile({ changes: stores.changes }, profileId, { bullet: '+' });
    expect((await stores.settings.profile(uuid(1))).bullet).toBe('-');
  });

  it('of a wrap-up that are gone are the first one', async () => {
    await editProfile({ changes: stores.changes }, profileId, { bullet: '+' });
    expect((await stores.settings.profile(uuid(9))).bullet).toBe('+');
    await make(uuid(1), { bullet: '-' });
    await editProfile({ changes: stores.changes }, uuid(1), { deletedAt: instant });
    expect((await stores.settings.profile(uuid(1))).bullet).toBe('+');
  });

  it('are remembered for the next wrap-up, with its title, tags and footer', async () => {
    let days = 0;
    const now = () => new Date(Date.parse(instant) + ++days * 86_400_000).toISOString();
    const deps = { ...stores, clock: { now, offsetMinutes: () => 60 } };
    await make(uuid(1), {
      ...{ titlePattern: 'Evening #{{ number }}', number: '41', tags: ['go'], footer: 'Join us.' },
      slugPattern: 'evening-{{ number }}',
    });
    await stores.settings.setNextStyleId(uuid(1));
    const first = await createNextWrapUp(deps);
    expect(first).toMatchObject({
      ok: true,
      value: {
        ...{ styleId: uuid(1), title: 'Evening #42', slug: 'evening-42' },
        ...{ tags: ['go'], footer: 'Join us.' },
      },
    });
    const second = await createNextWrapUp(deps);
    expect(second).toMatchObject({ ok: true, value: { styleId: uuid(1), title: 'Evening #43' } });
    await stores.settings.setNextStyleId(profileId);
    const third = await createNextWrapUp(deps);
    expect(third).toMatchObject({ ok: true, value: { styleId: profileId, title: 'Evening #44' } });
  });

  it('are in backups, and come back by merging and by replacing', async () => {
    await make(uuid(1), { name: 'Jekyll', bullet: '-' });
    await make(uuid(2), { name: 'gone' });
    await editProfile({ changes: stores.changes }, uuid(2), { deletedAt: instant });
    const parts: Uint8Array[] = [];
    const writer = new LibraryWriter((bytes) => void parts.push(bytes.slice()));
    await readLibrary(db, (table, rows) => writer.add(table, rows));
    await writer.end({ app: '0.1.0', createdAt: instant, hasPictures: true });
    const bytes = new Uint8Array(Buffer.concat(parts));
    for (const mode of ['merge', 'replace'] as const) {
      const other = open();
      await editProfile({ changes: other.stores.changes }, uuid(3), {
        name: 'here',
        deletedAt: null,
      });
      const file = await openLibrary(sourceOf(bytes));
      await restoreLibrary(other.db, file, mode, '2031-01-01T00:00:00.000Z');
      expect(await names(other.db)).toEqual(
        mode === 'merge' ? ['', 'here', 'Jekyll'] : ['', 'Jekyll'],
      );
    }
  });
});

describe('house styles that are deleted', () => {
  const remove = (id: string, deletedAt: string) =>
    editProfile({ changes: stores.changes }, id, { deletedAt });
  const kept = () => db.settings.where('key').startsWith('profile/').count();

  it('go for good with the trash, and their steps with them', async () => {
    await make(uuid(1), { name: 'Jekyll' });
    await make(uuid(2), { name: 'Astro' });
    await remove(uuid(1), instant);
    expect(await stores.trash.purge('all')).toMatchObject({ steps: 2, unreadable: false });
    expect(await names()).toEqual(['', 'Astro']);
    expect(await kept()).toBe(1);
    await stores.changes.undo(optionsHistory);
    // Only the other style can still be undone.
    expect(await names()).toEqual(['']);
  });

  it('go by age as clips do, and no sooner', async () => {
    await make(uuid(1), { name: 'Jekyll' });
    await remove(uuid(1), instant);
    await stores.trash.purge({ before: instant });
    expect(await kept()).toBe(1);
    await stores.trash.purge({ before: '2027-01-01T00:00:00.000Z' });
    expect(await kept()).toBe(0);
  });

  it('stay where their making was taken back, so that it can be done again', async () => {
    await make(uuid(1), { name: 'Jekyll' });
    await stores.changes.undo(optionsHistory);
    await stores.trash.purge('all');
    await stores.changes.redo(optionsHistory);
    expect(await names()).toEqual(['', 'Jekyll']);
  });

  it('take no clip with them, and the first style never goes', async () => {
    await editProfile({ changes: stores.changes }, profileId, { deletedAt: instant });
    await stores.trash.purge('all');
    expect(await names()).toEqual(['']);
  });
});

describe('posts of the site that were read', () => {
  const post = (path: string, day: string) => ({ path, title: path, slug: '', day, url: '' });

  it('are remembered, and are in no backup', async () => {
    await stores.settings.addSitePosts([post('a.md', '2026-01-01')]);
    await stores.settings.addSitePosts([post('b.md', '2026-02-01')]);
    expect((await stores.settings.sitePosts()).map(({ path }) => path)).toEqual(['b.md', 'a.md']);
    const kept: unknown[] = [];
    await readLibrary(db, async (table, rows) => {
      if (table === 'settings') kept.push(...rows);
    });
    expect(kept).toEqual([]);
  });

  it('are none where what is stored cannot be read', async () => {
    await db.settings.put({ key: 'sitePosts', value: [{ path: 7 }] });
    expect(await stores.settings.sitePosts()).toEqual([]);
    await stores.settings.addSitePosts([post('a.md', '')]);
    expect(await stores.settings.sitePosts()).toHaveLength(1);
  });
});
