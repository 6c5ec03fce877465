import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it, vi } from 'vitest';
import { ChangeFollower } from '../../lib/app/snapshots/change-follower.ts';
import { keepCopies } from '../../lib/app/snapshots/keep-copies.ts';
import { missingWrites, readWordsOnly } from '../../lib/app/snapshots/last-copy.ts';
import * as takeCopies from '../../lib/app/snapshots/take-copies.ts';
import { listSnapshots } from '../../lib/app/snapshots/take-snapshot.ts';
import { collectWords, type WordsOnly } from '../../lib/app/snapshots/words-only.ts';
import { openLibrary } from '../../lib/backup/library-reader.ts';
import type { LibraryMark } from '../../lib/core/library/library-mark.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { version1 } from '../../lib/store/migrations/version-1.ts';
import { lookRaw } from '../../lib/store/raw-database.ts';
import { openStoredRows } from '../../lib/store/stored-rows.ts';
import { createStores } from '../../lib/store/stores.ts';
import { fakeOwnFiles } from '../support/fake-own-files.ts';
import { image, instant, note, quote, uuid, wrapUp } from '../support/records.ts';

function place(name: string) {
  const { files, all, state } = fakeOwnFiles();
  const kept = { words: undefined as WordsOnly | undefined, now: instant };
  const deps: takeCopies.CopyDeps = {
    files,
    app: '0.1.0',
    now: () => kept.now,
    openStored: () => openStoredRows(name),
    written: async () => (await lookRaw(name))?.mark as LibraryMark | undefined,
    exclusively: (task) => task(),
    writeWords: async (words) => {
      kept.words = words;
    },
  };
  return { deps, files, all, state, kept };
}

const sourceOf = (bytes: Uint8Array<ArrayBuffer>) => ({
  size: bytes.length,
  read: async (start: number, end: number) => bytes.slice(start, end),
});

it('copies words, originals and pictures before the records of an earlier version are changed', async () => {
  const earlier = new Dexie('snapshot-earlier');
  earlier.version(1).stores(version1);
  await earlier.table('wrapUps').put({ ...wrapUp(), live: 1 });
  await earlier.table('items').put({ ...quote(2), live: 1 });
  const picture = { id: 'c'.repeat(64), mediaType: 'image/png', createdAt: instant };
  await earlier.table('assets').put({ ...picture, bytes: new Uint8Array([7, 7]).buffer });
  earlier.close();
  const { deps, files, all } = place('snapshot-earlier');
  const seen: (number | undefined)[] = [];
  const db = openDatabase('snapshot-earlier', {
    beforeUpgrade: async () => {
      seen.push((await lookRaw('snapshot-earlier'))?.version);
      await takeCopies.takeSnapshotNow(deps, 'migration');
    },
  });
  expect(await createStores(db).wrapUps.list()).toHaveLength(1);
  expect(seen).toEqual([10]);
  const [snapshot] = await listSnapshots(files);
  expect(snapshot).toMatchObject({ at: instant, reason: 'migration', writes: 0 });
  const [, bytes] = [...all].find(([path]) => path.startsWith('snapshots/')) ?? [];
  const { head } = await openLibrary(sourceOf(bytes as Uint8Array<ArrayBuffer>));
  expect(head.rows).toMatchObject({ wrapUps: 1, items: 1, pictures: 1, unreadable: 0 });
  expect(all.get(`pictures/${picture.id}`)).toEqual(new Uint8Array([7, 7]));
  db.close();
  await db.open();
  expect(seen).toEqual([10]);
  db.close();
});

it('opens an earlier version where no copy of it can be made', async () => {
  const earlier = new Dexie('snapshot-none');
  earlier.version(1).stores(version1);
  await earlier.table('wrapUps').put({ ...wrapUp(), live: 1 });
  earlier.close();
  const { deps, state } = place('snapshot-none');
  state.fails = new DOMException('Full', 'QuotaExceededError');
  const db = openDatabase('snapshot-none', {
    beforeUpgrade: () => takeCopies.takeSnapshotNow(deps, 'migration'),
  });
  expect(await createStores(db).wrapUps.list()).toHaveLength(1);
  db.close();
});

it('takes one a day where something changed, and drops the changes that it has', async () => {
  const { deps, files, all, kept } = place('snapshot-daily');
  const db = openDatabase('snapshot-daily');
  const { wrapUps } = createStores(db);
  await takeCopies.takeSnapshotIfDue(deps);
  expect(await listSnapshots(files)).toEqual([]);
  await wrapUps.put(wrapUp());
  const tail = (writes: number[]) =>
    new TextEncoder().encode(`${JSON.stringify({ id: uuid(7), writes })}\n`);
  all.set('tail/1 page.jsonl', tail([1]));
  all.set('tail/2 page.jsonl', tail([1, 2]));
  await takeCopies.takeSnapshotIfDue(deps);
  await takeCopies.takeSnapshotIfDue(deps);
  expect(await listSnapshots(files)).toHaveLength(1);
  expect([...all.keys()].filter((path) => path.startsWith('tail/'))).toEqual(['tail/2 page.jsonl']);
  kept.now = '2026-03-21T09:30:00.000Z';
  await takeCopies.takeSnapshotIfDue(deps);
  expect(await listSnapshots(files)).toHaveLength(1);
  await wrapUps.put(wrapUp({ id: uuid(2) }));
  await takeCopies.takeSnapshotIfDue(deps);
  expect((await listSnapshots(files)).map(({ at }) => at)).toEqual([kept.now, instant]);
  db.close();
});

it('keeps the words of the newest wrap-ups, and says how many had no room', async () => {
  const db = openDatabase('snapshot-words');
  const { wrapUps, items } = createStores(db);
  for (const n of [1, 2, 3]) {
    await wrapUps.put(wrapUp({ id: uuid(n), updatedAt: `2026-03-0${n}T09:30:00.000Z` }));
    for (const of of [1, 2]) await items.put(note(n * 10 + of, { wrapUpId: uuid(n) }));
  }
  await items.put(image(50, { wrapUpId: 'inbox' }));
  await db.items.put({ ...note(60), live: 1, note: 42 } as never);
  const stored = await openStoredRows('snapshot-words');
  if (stored === undefined) throw new Error('There is no database');
  const all = await collectWords(stored);
  expect(all).toMatchObject({ wrapUps: 3, items: 7, leftOut: 0 });
  const line = all.pieces[0]?.split('\n')[0]?.length ?? 0;
  const few = await collectWords(stored, { piece: line + 900, pieces: 2 });
  expect(few.leftOut).toBeGreaterThan(0);
  expect(few.pieces.length).toBeLessThanOrEqual(2);
  for (const piece of few.pieces) expect(piece.length).toBeLessThanOrEqual(line + 900);
  const rows = readWordsOnly(few.pieces.join(''));
  expect([...rows.wrapUps.keys()][0]).toBe(uuid(3));
  expect([...rows.items.values()].slice(0, 2).map(({ wrapUpId }) => wrapUpId)).toEqual([
    uuid(3),
    uuid(3),
  ]);
  stored.close();
  db.close();
});

it('leaves no snapshot where it could not be written to its end', async () => {
  const { deps, files } = place('snapshot-full');
  const db = openDatabase('snapshot-full');
  await createStores(db).wrapUps.put(wrapUp());
  vi.spyOn(files, 'write').mockRejectedValue(new DOMException('Full', 'QuotaExceededError'));
  await expect(takeCopies.takeSnapshotNow(deps, 'restore')).rejects.toThrow('Full');
  expect(await listSnapshots(files)).toEqual([]);
  db.close();
});

it('waits for what was written a moment ago, here and in another page', async () => {
  const name = 'snapshot-moment';
  const { deps, files } = place(name);
  const pages = [1, 2].map(() => {
    const copies = keepCopies(deps, async () => takeCopies);
    return { copies, db: openDatabase(name, { onCommit: copies.onCommit }) };
  });
  for (const [at, { db }] of pages.entries()) await createStores(db).items.put(note(at));
  const written = (await deps.written()) as LibraryMark;
  expect(written.writes).toBe(2);
  expect(await missingWrites(files, written.id, written.writes)).toEqual([1, 2]);
  await pages[0]?.copies.copyAll(written);
  expect(await missingWrites(files, written.id, written.writes)).toEqual([]);
  for (const { db } of pages) db.close();
});

it('takes one for what a page wrote and was killed before it had copied it', async () => {
  const name = 'snapshot-killed';
  const { deps, files, kept } = place(name);
  const follower = new ChangeFollower(files, 'page', () => {});
  const open = () => openDatabase(name, { onCommit: (commit) => follower.add(commit) });
  const first = createStores(open());
  await first.wrapUps.put(wrapUp());
  await takeCopies.takeSnapshotIfDue(deps);
  const count = async () => (await listSnapshots(files)).map(({ writes }) => writes);
  expect(await count()).toEqual([1]);

  // It is copied during the wait.
  await first.items.put(note(2));
  await takeCopies.takeSnapshotIfDue(deps, () => follower.flush());
  expect(await count()).toEqual([1]);

  // It was written by a page that is gone.
  const killed = openDatabase(name);
  await createStores(killed).items.put(note(3));
  killed.close();
  kept.now = '2026-03-19T10:30:00.000Z';
  await takeCopies.takeSnapshotIfDue(deps);
  expect(await count()).toEqual([1]);
  await takeCopies.takeSnapshotIfDue(deps, async () => {});
  expect(await count()).toContain(3);
});
