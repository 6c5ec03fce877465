import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkLibrary, openLibrary } from '../../lib/backup/library-reader.ts';
import { LibraryWriter } from '../../lib/backup/library-writer.ts';
import type { RestoreMode } from '../../lib/backup/restore-report.ts';
import type { ByteSource } from '../../lib/backup/zip-reader.ts';
import type { Asset } from '../../lib/core/media/asset.ts';
import { optionsHistory, type RecordKind } from '../../lib/core/post/change.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { type Database, openDatabase } from '../../lib/store/database.ts';
import { markKey } from '../../lib/store/library-mark.ts';
import { readLibrary } from '../../lib/store/read-library.ts';
import {
  compareLibrary,
  restoreLibrary,
  restorePictures,
} from '../../lib/store/restore-library.ts';
import { styleKey } from '../../lib/store/setting-keys.ts';
import { queryStyles } from '../../lib/store/setting-store.ts';
import { createStores } from '../../lib/store/stores.ts';
import { inPieces, pictureOf, sourceOf } from '../support/library-files.ts';
import { image, instant, note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

let names = 0;
let clockMs = Date.parse(instant);

/** One browser with a separate library. */
class Machine {
  readonly db: Database = openDatabase(`restore-${names++}`);
  readonly stores = createStores(this.db, { now: () => new Date(clockMs++).toISOString() });

  async backup(between: () => void = () => undefined): Promise<Bytes> {
    const parts: Bytes[] = [];
    const writer = new LibraryWriter((bytes) => void parts.push(bytes.slice()));
    await readLibrary(this.db, async (table, rows) => {
      await writer.add(table, rows);
      between();
    });
    for (const id of await this.db.assets.toCollection().primaryKeys()) {
      await writer.picture(inPieces((await this.db.assets.get(id)) as Asset));
    }
    await writer.end({ app: '0.1.0', createdAt: instant, hasPictures: true });
    return new Uint8Array(Buffer.concat(parts));
  }

  async restore(bytes: Bytes | ByteSource, mode: RestoreMode = 'merge') {
    const file = await openLibrary('read' in bytes ? bytes : sourceOf(bytes));
    await restorePictures(this.db, file, instant, () => undefined);
    return restoreLibrary(this.db, file, mode, new Date(clockMs++).toISOString());
  }

  async compare(bytes: Bytes) {
    const file = await openLibrary(sourceOf(bytes));
    await checkLibrary(file);
    return compareLibrary(this.db, file);
  }

  edit(record: RecordKind, id: string, field: string, value: unknown, kind = 'edit') {
    // There is a pause, so that each edit is a step.
    clockMs += 10_000;
    return this.stores.changes.apply({ id: crypto.randomUUID(), client: 'page' }, () => ({
      kind: kind as 'edit',
      edits: [{ record, id, field, value }],
    }));
  }

  async note(n: number): Promise<string> {
    return ((await this.stores.items.get(uuid(n))) as { note: string }).note;
  }

  /** Returns everything that is stored, unchanged. */
  async all(): Promise<Record<string, unknown>> {
    const tables = this.db.tables.filter(({ name }) => name !== 'assets');
    const rows = await Promise.all(
      tables.map(async (table) => {
        const all = await table.toArray();
        // Every write is counted, even one that changes nothing else.
        return [table.name, all.filter(({ key }) => key !== markKey)] as const;
      }),
    );
    return {
      ...Object.fromEntries(rows),
      assets: await this.db.assets.toCollection().primaryKeys(),
    };
  }
}

let here: Machine;

beforeEach(async () => {
  here = new Machine();
  await here.stores.wrapUps.put(wrapUp());
  for (const n of [11, 12, 13]) await here.stores.items.put(note(n, { note: `note ${n}` }));
});

/** Returns the same library on another machine. */
async function copied(): Promise<Machine> {
  const other = new Machine();
  await other.restore(await here.backup());
  return other;
}

describe('a backup that is restored into an empty library', () => {
  it('brings back every record, deleted ones too, originals, pictures, house style and place', async () => {
    const html = '<p>x</p>';
    const original = { id: uuid(14), html, htmlHash: 'a'.repeat(64), createdAt: instant };
    const picture = await pictureOf('a picture');
    await here.stores.items.put(quote(14), original);
    await here.stores.assets.put(picture);
    await here.stores.items.put(image(15, { assetId: picture.id }));
    await here.edit('item', uuid(13), 'deletedAt', instant, 'delete');
    await here.stores.settings.setProfile({ ...defaultProfile, bullet: '+' });
    await here.stores.settings.setActiveWrapUpId(wrapUpId);
    const empty = new Machine();
    const report = await empty.restore(await here.backup());
    expect(report.items).toMatchObject({ new: 4, same: 0, both: 0, onlyHere: 0 });
    const [before, after] = [await here.all(), await empty.all()];
    for (const table of ['wrapUps', 'items', 'originals', 'settings', 'assets'] as const) {
      expect(after[table], table).toEqual(before[table]);
    }
    expect(new Uint8Array((await empty.db.assets.get(picture.id))?.bytes as ArrayBuffer)).toEqual(
      new Uint8Array(picture.bytes),
    );
  });

  it('brings back the tray, what was seen, the landing place and the talks', async () => {
    const talk = { id: uuid(70), title: 'Tides', speakerIds: [], slides: '', repository: '' };
    const recording = { url: '', picture: '', pictureAlt: '' };
    const details = { landing: uuid(11), talks: [{ ...talk, recording }] };
    await here.stores.wrapUps.put(wrapUp(details));
    await here.stores.items.put(quote(21, { order: 'a8', tray: 'waiting', seenAt: null }));
    await here.stores.items.put(quote(22, { order: 'a9', tray: 'aside', seenAt: instant }));
    const restored = new Machine();
    await restored.restore(await here.backup(), 'replace');
    expect(await restored.stores.wrapUps.get(wrapUpId)).toMatchObject(details);
    for (const n of [21, 22]) {
      expect(await restored.db.items.get(uuid(n))).toEqual(await here.db.items.get(uuid(n)));
    }
    expect((await restored.db.items.get(uuid(21)))?.live).toBe(2);
  });

  it('merges what one side took out of the post, and leaves the landing place of this one', async () => {
    const other = await copied();
    await here.stores.wrapUps.update(wrapUpId, { landing: uuid(12) });
    await other.stores.wrapUps.update(wrapUpId, { landing: uuid(13) });
    await other.edit('item', uuid(11), 'tray', 'waiting', 'take-out');
    const report = await here.restore(await other.backup());
    expect((await here.db.items.get(uuid(11)))?.live).toBe(2);
    expect((await here.stores.wrapUps.get(wrapUpId))?.landing).toBe(uuid(12));
    expect(report.versionCount).toBe(0);
  });

  it('leaves the site’s folder and what exports left there on their machine', async () => {
    await here.db.settings.put({ key: 'siteFolder', value: { kind: 'directory' } });
    await here.stores.exports.setLast(wrapUpId, {});
    await here.stores.backups.setPlan({ to: 'download', weekday: 3 });
    const empty = new Machine();
    await empty.restore(await here.backup());
    expect(await empty.db.settings.toCollection().primaryKeys()).toEqual([markKey]);
    await here.restore(await here.backup(), 'replace');
    expect(await here.stores.backups.plan()).toEqual({ to: 'download', weekday: 3 });
    expect(await here.db.settings.toCollection().primaryKeys()).toEqual([
      'backupPlan',
      `lastExport:${wrapUpId}`,
      markKey,
      'siteFolder',
    ]);
  });
});

describe('a backup', () => {
  it('is of one moment: what is written meanwhile is in all of it or in none', async () => {
    let moving: Promise<unknown> | undefined;
    const bytes = await here.backup(() => {
      moving ??= (async () => {
        await here.stores.wrapUps.put(wrapUp({ id: uuid(2) }));
        await here.stores.items.update(uuid(11), { wrapUpId: uuid(2) });
      })();
    });
    await moving;
    await checkLibrary(await openLibrary(sourceOf(bytes)));
    expect((await here.stores.items.get(uuid(11)))?.wrapUpId).toBe(uuid(2));
  });

  it('of rows that cannot be read can be made and restored', async () => {
    await here.db.items.put({ id: uuid(19), wrapUpId, live: 1, order: 'a9' } as never);
    const other = new Machine();
    const file = await openLibrary(sourceOf(await here.backup()));
    expect((await checkLibrary(file)).counts).toMatchObject({ items: 3, unreadable: 1 });
    await other.restore(await here.backup());
    expect(await other.stores.items.list(wrapUpId)).toHaveLength(3);
  });
});

describe('a merge', () => {
  it('says first what it would do, and changes nothing by that', async () => {
    const other = await copied();
    await other.edit('item', uuid(11), 'note', 'there');
    await other.stores.items.put(note(20, { note: 'new' }));
    await here.edit('item', uuid(12), 'note', 'here');
    await here.stores.items.put(note(21, { note: 'only here' }));
    await here.edit('item', uuid(13), 'note', 'note 13 of here');
    await other.edit('item', uuid(13), 'note', 'The note 13');
    const bytes = await other.backup();
    const before = await here.all();
    const report = await here.compare(bytes);
    expect(await here.all()).toEqual(before);
    expect(report.items).toEqual({
      new: 1,
      same: 0,
      newerHere: 1,
      newerThere: 1,
      both: 1,
      onlyHere: 1,
      purgedHere: 0,
    });
    expect(report.wrapUps).toMatchObject({ same: 1, new: 0 });
    const done = await here.restore(bytes);
    expect(done).toEqual(report);
    const notes = await Promise.all([11, 12, 13, 20, 21].map((n) => here.note(n)));
    expect(notes).toEqual(['there', 'here', 'The note 13 of here', 'new', 'only here']);
  });

  it('of the same file again finds nothing to do', async () => {
    const other = await copied();
    await other.edit('item', uuid(11), 'note', 'The note 11');
    await here.edit('item', uuid(11), 'note', 'note 11 of here');
    await other.edit('wrapUp', wrapUpId, 'slug', 'theirs');
    await here.edit('wrapUp', wrapUpId, 'slug', 'ours');
    const bytes = await other.backup();
    await here.restore(bytes);
    const before = await here.all();
    const report = await here.restore(bytes);
    expect(report.items).toMatchObject({ both: 0, newerThere: 0, new: 0 });
    expect(report.versionCount).toBe(0);
    expect(await here.all()).toEqual(before);
  });

  it('keeps both texts: what found no place is one Undo away', async () => {
    const other = await copied();
    await other.edit('wrapUp', wrapUpId, 'slug', 'theirs');
    await here.edit('wrapUp', wrapUpId, 'slug', 'ours');
    const report = await here.restore(await other.backup());
    expect(report.versions).toEqual([
      { record: 'wrapUp', id: wrapUpId, field: 'slug', theirs: 'theirs' },
    ]);
    expect((await here.stores.wrapUps.get(wrapUpId))?.slug).toBe('ours');
    expect((await here.stores.changes.undo(wrapUpId)).outcome).toBe('done');
    expect((await here.stores.wrapUps.get(wrapUpId))?.slug).toBe('theirs');
    expect((await here.stores.changes.redo(wrapUpId)).outcome).toBe('done');
    expect((await here.stores.wrapUps.get(wrapUpId))?.slug).toBe('ours');
  });

  it('leaves what was taken back, or done again, since the backup', async () => {
    await here.edit('item', uuid(12), 'note', 'changed');
    const changed = await here.backup();
    await here.stores.changes.undo(wrapUpId);
    const before = await here.note(12);
    const undone = await here.backup();
    await here.restore(changed);
    expect(await here.note(12)).toBe(before);
    await here.stores.changes.redo(wrapUpId);
    await here.restore(undone);
    expect(await here.note(12)).toBe('changed');
  });

  it('cuts the history of what it changed, and of nothing else', async () => {
    await here.stores.wrapUps.put(wrapUp({ id: uuid(2) }));
    await here.edit('wrapUp', uuid(2), 'title', 'Another one');
    const other = await copied();
    await here.edit('item', uuid(12), 'note', 'here');
    await other.edit('item', uuid(11), 'note', 'there');
    await here.restore(await other.backup());
    expect(await here.stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
    expect(await here.note(12)).toBe('here');
    expect((await here.stores.changes.undo(uuid(2))).outcome).toBe('done');
  });

  it('gives no two items the same key', async () => {
    const other = await copied();
    await other.stores.items.put(note(31, { order: 'a5' }));
    await here.stores.items.put(note(32, { order: 'a5' }));
    await here.stores.items.put(note(33, { order: 'a6' }));
    await here.restore(await other.backup());
    const items = await here.stores.items.list(wrapUpId);
    expect(new Set(items.map(({ order }) => order)).size).toBe(items.length);
    expect(items.map(({ id }) => Number(id.slice(-2)))).toEqual([11, 12, 13, 31, 32, 33]);
  });

  it('merges the house style, whose history is its own', async () => {
    await here.edit('profile', 'profile', 'imagePath', '/pictures/');
    const other = await copied();
    await other.edit('profile', 'profile', 'bullet', '-');
    await here.edit('profile', 'profile', 'imagePath', '/img/');
    const report = await here.restore(await other.backup());
    expect(report.profile).toBe('both');
    expect(await here.stores.settings.profile()).toMatchObject({ bullet: '-', imagePath: '/img/' });
    expect(await here.stores.changes.undo(optionsHistory)).toEqual({ outcome: 'nothing' });
  });

  it('keeps deleted what only one side deleted, and not what the other went on with', async () => {
    const other = await copied();
    await other.edit('item', uuid(11), 'deletedAt', instant, 'delete');
    await other.edit('item', uuid(12), 'deletedAt', instant, 'delete');
    await here.edit('item', uuid(12), 'note', 'note 12, and more');
    await here.restore(await other.backup());
    const shown = (await here.stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-2)));
    expect(shown).toEqual([12, 13]);
  });

  it('goes by no clock: a machine that is a year ahead wins nothing', async () => {
    const other = await copied();
    const now = clockMs;
    clockMs += 365 * 86_400_000;
    await other.edit('item', uuid(11), 'note', 'there 11');
    clockMs = now;
    await here.edit('item', uuid(12), 'note', 'here 12');
    const bytes = await other.backup();
    await here.restore(bytes);
    expect([await here.note(11), await here.note(12)]).toEqual(['there 11', 'here 12']);
  });

  it('brings together two machines that both went on, whichever is restored into which', async () => {
    const edits = fc.array(
      fc.tuple(
        fc.constantFrom(11, 12, 13),
        fc.constantFrom('note', 'form'),
        fc.stringMatching(/^[a-z]{4,8}$/),
      ),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(edits, edits, async (ours, theirs) => {
        const [left, right] = [await copied(), await copied()];
        const run = async (machine: Machine, list: typeof ours) => {
          for (const [n, field, word] of list) {
            const value = field === 'note' ? `${await machine.note(n)} ${word}` : 'bullet';
            await machine.edit('item', uuid(n), field, value);
          }
        };
        await run(left, ours);
        await run(right, theirs);
        const [ofLeft, ofRight] = [await left.backup(), await right.backup()];
        await left.restore(ofRight);
        await right.restore(ofLeft);
        for (const machine of [left, right]) {
          for (const [n, field, word] of [...ours, ...theirs]) {
            if (field === 'note') expect(await machine.note(n)).toContain(word);
          }
        }
        const again = await left.compare(await right.backup());
        expect(again.items).toMatchObject({ new: 0, onlyHere: 0 });
      }),
      { numRuns: 25 },
    );
  });
});

describe('what was deleted for good', () => {
  const shown = async () =>
    (await here.stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-2)));
  const purge = async (machine: Machine, n: number) => {
    await machine.edit('item', uuid(n), 'deletedAt', instant, 'delete');
    await machine.stores.trash.purge({ items: [uuid(n)], wrapUps: [], pictures: [] });
  };

  it('stays so when an older backup is merged, and comes back where one asks for it', async () => {
    const older = await here.backup();
    await purge(here, 12);
    expect((await here.compare(older)).items).toMatchObject({ purgedHere: 1, new: 0 });
    await here.restore(older);
    expect(await shown()).toEqual([11, 13]);
    await here.restore(older, 'revive');
    expect(await shown()).toEqual([11, 12, 13]);
    expect(await here.stores.trash.tombstones()).toEqual([]);
  });

  it('stays so on another machine, and takes nothing from it', async () => {
    const older = await here.backup();
    const other = await copied();
    await purge(other, 12);
    await here.restore(await other.backup());
    expect(await shown()).toEqual([11, 12, 13]);
    const third = new Machine();
    await third.restore(await other.backup());
    await third.restore(older);
    expect((await third.stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-2)))).toEqual(
      [11, 13],
    );
  });

  it('comes back with clips that were made for it elsewhere', async () => {
    const other = await copied();
    await other.stores.items.put(note(60, { note: 'made elsewhere' }));
    await here.edit('wrapUp', wrapUpId, 'deletedAt', instant, 'delete');
    await here.stores.trash.purge({ items: [], wrapUps: [wrapUpId], pictures: [] });
    await here.restore(await other.backup());
    expect(await shown()).toEqual([60]);
  });

  it('is so of house styles, too', async () => {
    const style = { ...defaultProfile, name: 'Jekyll' };
    await here.db.settings.put({ key: styleKey(uuid(40)), value: style });
    const older = await here.backup();
    await here.edit('profile', uuid(40), 'deletedAt', instant);
    await here.stores.trash.purge('all');
    const styles = async () => (await queryStyles(here.db)).map(({ profile }) => profile.name);
    await here.restore(older);
    expect(await styles()).toEqual(['']);
    await here.restore(older, 'revive');
    expect(await styles()).toEqual(['', 'Jekyll']);
    expect(await here.stores.trash.tombstones()).toEqual([]);
  });

  it('is all there again where the backup replaces what is here', async () => {
    const older = await here.backup();
    await purge(here, 12);
    await here.restore(older, 'replace');
    expect(await shown()).toEqual([11, 12, 13]);
  });
});

it('keeps the bytes of no picture in memory once it is stored', async () => {
  const picture = await pictureOf('a picture');
  await here.stores.assets.put(picture);
  await here.stores.items.put(image(15, { assetId: picture.id }));
  const file = await openLibrary(sourceOf(await here.backup()));
  const held: (ArrayBuffer | undefined)[] = [];
  const holding = {
    ...file,
    picture: async (id: string) => {
      const bytes = await file.picture(id);
      held.push(bytes?.buffer);
      return bytes;
    },
  };
  const other = new Machine();
  await restorePictures(other.db, holding, instant, () => undefined);
  expect(held.map((bytes) => bytes?.detached)).toEqual([true]);
  const stored = (await other.db.assets.get(picture.id))?.bytes as ArrayBuffer;
  expect(new Uint8Array(stored)).toEqual(new Uint8Array(picture.bytes));
});

it('pictures that others took the place of can be put back after a restore', async () => {
  const picture = await pictureOf('the picture before');
  await here.stores.assets.put(picture);
  const replaced = {
    id: `${uuid(11)} ${picture.id}`,
    record: 'item',
    recordId: uuid(11),
    assetId: picture.id,
    fileName: 'ring.png',
    replacedAt: instant,
  } as const;
  await here.db.replacedPictures.put(replaced);
  const other = await copied();
  expect(await other.db.replacedPictures.toArray()).toEqual([replaced]);
  expect(await other.db.assets.toCollection().primaryKeys()).toEqual([picture.id]);
});

it('long texts that were typed are known by the history of the file, too', async () => {
  const long = 'Words upon words. '.repeat(40);
  await here.edit('item', uuid(11), 'note', long);
  const other = await copied();
  await here.edit('item', uuid(11), 'note', `${long}Here.`);
  await other.edit('item', uuid(11), 'note', `There. ${long}`);
  await here.restore(await other.backup());
  expect(await here.note(11)).toBe(`There. ${long}Here.`);
});

describe('a replacement', () => {
  it('leaves exactly what the file has', async () => {
    const bytes = await here.backup();
    const before = await here.all();
    await here.edit('item', uuid(11), 'note', 'changed');
    await here.stores.items.put(note(40));
    await here.stores.wrapUps.put(wrapUp({ id: uuid(2) }));
    await here.restore(bytes, 'replace');
    const after = await here.all();
    for (const table of ['wrapUps', 'items', 'originals', 'settings'] as const) {
      expect(after[table], table).toEqual(before[table]);
    }
    expect(await here.stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });
});

describe('a restore that ends in the middle', () => {
  it.each(['merge', 'replace'] as const)('changes nothing (%s)', async (mode) => {
    const other = await copied();
    await other.edit('item', uuid(11), 'note', 'there');
    for (let n = 50; n < 80; n++) await other.stores.items.put(note(n, { note: 'x'.repeat(n) }));
    const bytes = await other.backup();
    const before = await here.all();
    const reads: number[] = [];
    const counting = {
      size: bytes.length,
      read: async (from: number, to: number) => {
        reads.push(from);
        return bytes.slice(from, to);
      },
    };
    await new Machine().restore(counting, mode);
    const all = reads.length;
    expect(all).toBeGreaterThan(10);
    for (let last = 0; last < all; last++) {
      let read = 0;
      const failing: ByteSource = {
        size: bytes.length,
        read: async (from, to) => {
          if (++read > last) throw new DOMException('The file changed', 'NotReadableError');
          return bytes.slice(from, to);
        },
      };
      await expect(here.restore(failing, mode), `after ${last} reads`).rejects.toThrow();
      expect(await here.all(), `after ${last} reads`).toEqual(before);
    }
  });
});

describe('what was removed for good here', () => {
  it('stays removed in a merge with an older backup, with its history, and the preview says how much', async () => {
    await here.edit('item', uuid(12), 'note', 'A secret.');
    await here.stores.wrapUps.put(wrapUp({ id: uuid(50) }));
    await here.stores.items.put(note(51, { wrapUpId: uuid(50) }));
    const backup = await here.backup();
    await here.edit('item', uuid(12), 'deletedAt', instant, 'delete');
    await here.edit('wrapUp', uuid(50), 'deletedAt', instant, 'delete');
    await here.stores.trash.purge('all');
    const report = await here.restore(backup);
    expect(report.items).toMatchObject({ new: 0, purgedHere: 2 });
    expect(report.wrapUps).toMatchObject({ new: 0, purgedHere: 1 });
    expect(await here.stores.items.get(uuid(12))).toBeUndefined();
    expect(JSON.stringify(await here.all())).not.toContain('A secret.');
  });

  it('is remembered by backups, so that another machine brings it back as little; what is there stays', async () => {
    const old = await here.backup();
    const other = await copied();
    await here.edit('item', uuid(12), 'deletedAt', instant, 'delete');
    await here.stores.trash.purge('all');
    const newer = await here.backup();
    await other.restore(newer);
    expect(await other.note(12)).toBe('note 12');
    const third = new Machine();
    await third.restore(newer);
    expect((await third.stores.trash.tombstones()).map(({ id }) => id)).toEqual([uuid(12)]);
    expect((await third.restore(old)).items).toMatchObject({ purgedHere: 1 });
    expect(await third.stores.items.get(uuid(12))).toBeUndefined();
  });

  it('comes back where the backup takes the place of everything', async () => {
    const backup = await here.backup();
    await here.edit('item', uuid(12), 'deletedAt', instant, 'delete');
    await here.stores.trash.purge('all');
    await here.restore(backup, 'replace');
    expect(await here.note(12)).toBe('note 12');
    expect(await here.stores.trash.tombstones()).toEqual([]);
  });
});
