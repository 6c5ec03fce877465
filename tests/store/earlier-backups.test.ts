import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryVersion } from '../../lib/backup/library-format.ts';
import { checkLibrary, openLibrary } from '../../lib/backup/library-reader.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { restoreLibrary, restorePictures } from '../../lib/store/restore-library.ts';
import { createStores } from '../../lib/store/stores.ts';
import { sourceOf } from '../support/library-files.ts';
import { instant, uuid, wrapUpId } from '../support/records.ts';
import { root } from '../support/source-files.ts';

/**
 * Backups as earlier versions wrote them. They are never generated again, just like those on users'
 * disks. Each contains the same library.
 */
const folder = join(root, 'tests', 'fixtures', 'backups');
const files = readdirSync(folder);

describe('backups of every version', () => {
  it('are here, one of each', () => {
    expect(files).toHaveLength(libraryVersion);
  });

  it.each(files)('are restored for good: %s', async (name) => {
    const file = await openLibrary(sourceOf(new Uint8Array(readFileSync(join(folder, name)))));
    expect((await checkLibrary(file)).counts).toEqual({
      wrapUps: 2,
      items: 4,
      pictures: 1,
      unreadable: 1,
    });
    const db = openDatabase(`earlier-${name}`);
    await restorePictures(db, file, instant, () => undefined);
    await restoreLibrary(db, file, 'merge', instant);
    const stores = createStores(db);
    expect((await stores.wrapUps.list()).map(({ title }) => title).toSorted()).toEqual([
      'Rustling Meetup #12 wrap-up',
      'Äpfel & 潮',
    ]);
    const items = await stores.items.list(wrapUpId);
    expect(items.map(({ kind }) => kind)).toEqual(['note', 'quote', 'image']);
    expect(items[0]).toMatchObject({ note: 'Typed by hand, with **weight**.' });
    expect(await stores.items.list('inbox')).toHaveLength(1);
    expect(await stores.items.original(uuid(12))).toMatchObject({ html: '<p>x</p>' });
    expect((await stores.items.get(uuid(14)))?.deletedAt).toBe(instant);
    expect(await stores.settings.activeWrapUpId()).toBe(wrapUpId);
    expect((await stores.settings.profile()).bullet).toBe('-');
    expect((await stores.trash.tombstones()).map(({ id }) => id)).toEqual([uuid(80)]);
    expect(await db.replacedPictures.count()).toBe(1);
    const [picture] = await db.assets.toArray();
    expect(new TextDecoder().decode(picture?.bytes)).toBe('The bytes of the ring.');
    expect(await db.changes.count()).toBe(1);
  });
});
