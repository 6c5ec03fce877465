import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { editWrapUp } from '../../lib/app/edit-wrap-up.ts';
import { givePicture, giveRecordingPicture } from '../../lib/app/give-picture.ts';
import {
  deleteWrapUp,
  purgeOldTrash,
  purgeTrash,
  putBack,
  putPictureBack,
} from '../../lib/app/trash.ts';
import { sha256Hex } from '../../lib/core/base/hash.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { readFirstLook } from '../../lib/store/first-look.ts';
import { createStores } from '../../lib/store/stores.ts';
import { watchActiveCount, watchActiveWrapUp } from '../../lib/store/watch.ts';
import { image, note, part, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const day = 86_400_000;
let nowMs = Date.parse('2026-03-19T09:30:00.000Z');
const instant = () => new Date(nowMs).toISOString();
const clock = { now: instant, offsetMinutes: () => 60 };

const db = openDatabase('trash');
const corrupt: unknown[] = [];
const stores = createStores(db, { now: instant, report: (...all) => void corrupt.push(all) });
const deps = { ...stores, clock };

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  nowMs = Date.parse('2026-03-19T09:31:00.000Z');
  corrupt.length = 0;
  await stores.wrapUps.put(wrapUp());
});

const png = (n: number) => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, n).buffer;
const listed = async () => (await stores.trash.list()).map(({ kind, id }) => [kind, id]);
const inOrder = async () => (await stores.items.list(wrapUpId)).map(({ id }) => id);
const putAsset = (id: string, createdAt = instant()) =>
  stores.assets.put({ id, mediaType: 'image/png', bytes: new ArrayBuffer(4), createdAt });

describe('the trash', () => {
  it('holds what was deleted, the latest first, and no second capture that nobody deleted', async () => {
    for (const n of [2, 3, 4]) await stores.items.put(quote(n));
    await stores.items.put(quote(5, { createdAt: instant(), deletedAt: instant() }));
    nowMs += 1_000;
    await deleteItems(deps, [uuid(3)]);
    nowMs += 1_000;
    await deleteWrapUp(deps, wrapUpId);
    expect(await stores.trash.list()).toMatchObject([
      { kind: 'wrapUp', id: wrapUpId, itemCount: 2 },
      { kind: 'item', id: uuid(3), wrapUp: { id: wrapUpId } },
    ]);
  });

  it('holds, of one wrap-up, what was deleted of it: clips, and pictures that others took the place of', async () => {
    await stores.wrapUps.put(wrapUp({ id: uuid(90) }));
    await stores.wrapUps.put(wrapUp({ id: uuid(91) }));
    for (const n of [2, 3]) await stores.items.put(quote(n));
    for (const n of [4, 5]) await stores.items.put(quote(n, { wrapUpId: uuid(90) }));
    await stores.items.put(image(6));
    await givePicture(deps, uuid(6), png(1));
    await givePicture(deps, uuid(6), png(2));
    await deleteItems(deps, [uuid(2)]);
    nowMs += 1_000;
    await deleteItems(deps, [uuid(3), uuid(4)]);
    await deleteWrapUp(deps, uuid(91));
    const of = async (id: string) =>
      (await stores.trash.list(undefined, id)).map((entry) => [entry.kind, entry.id]);
    expect(await of(wrapUpId)).toEqual([
      ['item', uuid(3)],
      ['picture', expect.stringContaining(await sha256Hex(png(1)))],
      ['item', uuid(2)],
    ]);
    expect(await of(uuid(90))).toEqual([['item', uuid(4)]]);
  });

  it('holds no part that follows the template again, unless words of its own went with it', async () => {
    await stores.items.put(part(2));
    await stores.items.put(part(3, { part: 'thanks', byHand: true, note: 'Own words.' }));
    await deleteItems(deps, [uuid(2), uuid(3)]);
    expect(await listed()).toEqual([['item', uuid(3)]]);
  });

  it('gives an item back between its old neighbours, whatever was made of their keys meanwhile', async () => {
    for (const n of [2, 3, 4]) await stores.items.put(note(n, { order: `a${n}` }));
    await deleteItems(deps, [uuid(3)]);
    expect(await inOrder()).toEqual([uuid(2), uuid(4)]);
    expect(await putBack(deps, { items: [uuid(3)] })).toMatchObject({ ok: true });
    expect(await inOrder()).toEqual([uuid(2), uuid(3), uuid(4)]);
    expect(await stores.trash.isEmpty()).toBe(true);
  });

  it('gives an item back with its wrap-up, as one step, where that is deleted, too', async () => {
    await stores.items.put(quote(2));
    await deleteItems(deps, [uuid(2)]);
    nowMs += 1_000;
    await deleteWrapUp(deps, wrapUpId);
    const back = await putBack(deps, { items: [uuid(2)] });
    expect(await listed()).toEqual([]);
    expect((await stores.wrapUps.get(wrapUpId))?.deletedAt).toBeNull();
    await stores.changes.undoOne((back.ok && back.value.changeId) || '');
    expect(await stores.trash.list()).toMatchObject([{ id: wrapUpId }, { id: uuid(2) }]);
  });

  it('says so where what is to be put back is gone for good', async () => {
    expect(await putBack(deps, { items: [uuid(404)] })).toMatchObject({
      ok: false,
      error: { code: 'clip-gone' },
    });
    expect(await putBack(deps, { wrapUps: [uuid(404)] })).toMatchObject({
      ok: false,
      error: { code: 'wrap-up-gone' },
    });
  });

  it('shows of long texts no more than a list needs', async () => {
    const long = 'x'.repeat(1_000_000);
    await stores.items.put(quote(2, { text: long, markdown: long, editedMarkdown: long }));
    await deleteItems(deps, [uuid(2)]);
    expect(JSON.stringify(await stores.trash.list()).length).toBeLessThan(20_000);
    await putBack(deps, { items: [uuid(2)] });
    expect(await stores.items.get(uuid(2))).toMatchObject({ text: long, markdown: long });
  });
});

describe('a wrap-up that is deleted', () => {
  it('takes no clips any more, and Undo brings all of it back', async () => {
    const other = wrapUp({ id: uuid(50) });
    await stores.wrapUps.put(other);
    await stores.items.put(quote(2));
    await stores.settings.setActiveWrapUpId(wrapUpId);
    const deleted = await deleteWrapUp(deps, wrapUpId);
    expect((await stores.wrapUps.list()).map(({ id }) => id)).toEqual([other.id]);
    expect(await stores.settings.activeWrapUpId()).toBe(other.id);
    await stores.changes.undoOne((deleted.ok && deleted.value.changeId) || '');
    expect(await stores.wrapUps.list()).toHaveLength(2);
    expect(await inOrder()).toEqual([uuid(2)]);
  });

  it('comes back by Undo in what shows in its place, and only once', async () => {
    const other = wrapUp({ id: uuid(50) });
    await stores.wrapUps.put(other);
    await stores.settings.setActiveWrapUpId(wrapUpId);
    await deleteWrapUp(deps, wrapUpId);
    expect(await stores.changes.undo(other.id)).toMatchObject({ outcome: 'done' });
    expect((await stores.wrapUps.get(wrapUpId))?.deletedAt).toBeNull();
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('is not what a page opens with, nor what the button counts', async () => {
    await stores.items.put(quote(2));
    await stores.settings.setActiveWrapUpId(wrapUpId);
    await deleteWrapUp(deps, wrapUpId);
    const where = { anchorId: undefined, newestId: undefined, rows: 10 };
    expect(await readFirstLook(db, where)).toMatchObject({ placeId: undefined, items: [] });
    const active = await new Promise<unknown>((resolve) => {
      const end = watchActiveWrapUp(db, (value) => {
        resolve(value);
        setTimeout(() => end());
      });
    });
    expect(active).toEqual({ id: undefined, wrapUp: undefined });
    const count = await new Promise<number>((resolve) => {
      const end = watchActiveCount(db, (value) => {
        resolve(value);
        setTimeout(() => end());
      });
    });
    expect(count).toBe(0);
  });

  it('has to be there', async () => {
    expect(await deleteWrapUp(deps, uuid(404))).toMatchObject({
      ok: false,
      error: { code: 'wrap-up-gone' },
    });
  });
});

describe('a picture that another took the place of', () => {
  it('is in the trash, can be put back, and Undo takes that back', async () => {
    await stores.items.put(image(2, { assetId: '', fileName: 'ring.png' }));
    await givePicture(deps, uuid(2), png(1));
    expect(await listed()).toEqual([]);
    await givePicture(deps, uuid(2), png(2));
    const first = await sha256Hex(png(1));
    const [entry] = await stores.trash.list();
    expect(entry).toMatchObject({ kind: 'picture', replaced: { assetId: first }, item: {} });
    if (entry?.kind !== 'picture') throw new Error('no picture');
    await putPictureBack(deps, entry.replaced);
    expect(await stores.items.get(uuid(2))).toMatchObject({ assetId: first, fileName: 'ring.png' });
    // Now the other one is there.
    const second = await sha256Hex(png(2));
    expect(await stores.trash.list()).toMatchObject([{ replaced: { assetId: second } }]);
    await stores.changes.undo(wrapUpId);
    expect(await stores.items.get(uuid(2))).toMatchObject({ assetId: second });
  });
});

describe("a picture of a further talk's recording", () => {
  const talk = (assetId?: string) => ({
    ...{ id: uuid(7), title: 'Two', speakerIds: [], slides: '', repository: '' },
    recording: { url: '', picture: '/images/two.png', pictureAlt: '', ...(assetId && { assetId }) },
  });
  const give = (bytes: ArrayBuffer) => giveRecordingPicture(deps, wrapUpId, uuid(7), bytes);
  const shown = async () =>
    (await stores.wrapUps.get(wrapUpId))?.talks?.map(({ recording }) => recording.assetId);

  it('that another took the place of is in the trash, and goes back to that talk', async () => {
    await stores.wrapUps.put(wrapUp({ talks: [talk()] }));
    await give(png(1));
    await give(png(2));
    const first = await sha256Hex(png(1));
    const [entry] = await stores.trash.list();
    expect(entry).toMatchObject({ kind: 'picture', replaced: { assetId: first, talkId: uuid(7) } });
    if (entry?.kind !== 'picture') throw new Error('no picture');
    await putPictureBack(deps, entry.replaced);
    expect(await shown()).toEqual([first]);
  });

  it('stays while anything reaches it, and a talk that is removed brings it back with Undo', async () => {
    await stores.wrapUps.put(wrapUp({ talks: [talk()] }));
    await give(png(1));
    nowMs += 31 * day;
    await purgeOldTrash(deps);
    const first = await sha256Hex(png(1));
    expect(await stores.assets.get(first)).toBeDefined();
    await editWrapUp(deps, wrapUpId, { talks: [] });
    expect(await stores.trash.list()).toEqual([]);
    await purgeTrash(deps, 'all');
    await stores.changes.undo(wrapUpId);
    expect(await shown()).toEqual([first]);
    expect(await stores.assets.get(first)).toBeDefined();
  });
});

describe('purging', () => {
  it('removes after 30 days, and not before, what was deleted, with its history, and leaves tombstones', async () => {
    await stores.items.put(quote(2));
    await stores.items.put(quote(3));
    await editItem(deps, uuid(2), { note: 'Mine.' });
    await editItem(deps, uuid(3), { note: 'Stays.' });
    await deleteItems(deps, [uuid(2)]);
    nowMs += 30 * day;
    expect(await purgeOldTrash(deps)).toMatchObject({ value: { items: 0, steps: 0 } });
    nowMs += 1_000;
    expect(await purgeOldTrash(deps)).toMatchObject({ value: { items: 1, steps: 2 } });
    expect(await stores.items.get(uuid(2))).toBeUndefined();
    expect(await stores.trash.tombstones()).toEqual([
      { id: uuid(2), kind: 'item', purgedAt: instant() },
    ]);
    // The step of what remains can be undone; nothing is left of the others.
    expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
    expect(await stores.items.get(uuid(3))).toMatchObject({ note: '' });
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  });

  it('removes a wrap-up with all that is in it', async () => {
    await stores.items.put(quote(2));
    await stores.items.put(quote(3, { deletedAt: instant() }));
    await deleteWrapUp(deps, wrapUpId);
    nowMs += 31 * day;
    expect(await purgeOldTrash(deps)).toMatchObject({ value: { items: 2, wrapUps: 1 } });
    expect(await db.items.count()).toBe(0);
    expect((await stores.trash.tombstones()).map(({ kind }) => kind).sort()).toEqual([
      'item',
      'item',
      'wrapUp',
    ]);
  });

  it('removes everything where it is emptied, second captures too, and nothing else', async () => {
    await stores.items.put(quote(2));
    await stores.items.put(quote(3, { deletedAt: instant() }));
    await stores.items.put(quote(4, { createdAt: instant(), deletedAt: instant() }));
    await stores.wrapUps.put(wrapUp({ id: uuid(50), deletedAt: instant() }));
    expect(await purgeTrash(deps, 'all')).toMatchObject({ value: { items: 2, wrapUps: 1 } });
    expect(await stores.trash.isEmpty()).toBe(true);
    expect(await inOrder()).toEqual([uuid(2)]);
    expect(await stores.wrapUps.list()).toHaveLength(1);
  });

  it('is copied before many things go at once, whether or not that works', async () => {
    const copied: string[][] = [];
    const copyFirst = async () => {
      copied.push((await stores.trash.list()).map(({ id }) => id));
      throw new Error('The disk is full');
    };
    await stores.wrapUps.put(wrapUp({ id: uuid(7) }));
    for (const n of [2, 3]) await stores.items.put(note(n));
    await deleteItems(deps, [uuid(2)]);
    await deleteItems(deps, [uuid(3)]);
    await deleteWrapUp(deps, uuid(7));
    await purgeTrash(deps, { items: [uuid(2)], wrapUps: [], pictures: [] }, copyFirst);
    expect(copied).toEqual([]);
    await purgeTrash(deps, { items: [], wrapUps: [uuid(7)], pictures: [] }, copyFirst);
    expect(copied.map((ids) => ids.toSorted())).toEqual([[uuid(3), uuid(7)]]);
    await purgeTrash(deps, 'all', copyFirst);
    expect(copied).toHaveLength(2);
    expect(await listed()).toEqual([]);
  });

  it('removes what the note-taker says, and not what was put back meanwhile', async () => {
    for (const n of [2, 3]) await stores.items.put(quote(n));
    await deleteItems(deps, [uuid(2), uuid(3)]);
    await restoreItems(deps, [uuid(3)]);
    const purge = { items: [uuid(2), uuid(3)], wrapUps: [wrapUpId], pictures: [] };
    expect(await purgeTrash(deps, purge)).toMatchObject({ value: { items: 1, wrapUps: 0 } });
    expect(await inOrder()).toEqual([uuid(3)]);
  });

  it('keeps a picture as long as a step of the history would bring it back; emptying ends the step', async () => {
    await stores.items.put(image(2, { assetId: '' }));
    await givePicture(deps, uuid(2), png(1));
    await givePicture(deps, uuid(2), png(2));
    const first = await sha256Hex(png(1));
    nowMs += 29 * day;
    await purgeOldTrash(deps);
    expect(await stores.assets.get(first)).toBeDefined();
    const pictures = [`${uuid(2)}/${first}`];
    expect(await purgeTrash(deps, { items: [], wrapUps: [], pictures })).toMatchObject({
      value: { pictures: 1, steps: 2 },
    });
    expect(await stores.assets.get(first)).toBeUndefined();
    expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
    expect(await stores.items.get(uuid(2))).toMatchObject({ assetId: await sha256Hex(png(2)) });
  });

  it('deletes nothing by itself while something stored cannot be read', async () => {
    const lonely = 'ab'.repeat(32);
    await putAsset(lonely);
    await stores.items.put(image(2, { assetId: lonely }));
    await deleteItems(deps, [uuid(2)]);
    await db.items.put({ id: uuid(3), wrapUpId, order: 'a1', live: 1, kind: 'later' } as never);
    nowMs += 40 * day;
    expect(await purgeOldTrash(deps)).toMatchObject({ value: { items: 0, unreadable: true } });
    expect(await stores.items.get(uuid(2))).toBeDefined();
    // On request, it removes what was named, but no bytes.
    expect(await purgeTrash(deps, { items: [uuid(2)], wrapUps: [], pictures: [] })).toMatchObject({
      value: { items: 1, pictures: 0, unreadable: true },
    });
    expect(await stores.assets.get(lonely)).toBeDefined();
  });

  it('never removes a picture that anything reaches: clips, recordings, the history, the trash', async () => {
    const ids = Array.from({ length: 8 }, (_, n) => `${n}`.repeat(64));
    const some = fc.array(fc.constantFrom('', ...ids), { maxLength: 5 });
    const days = fc.integer({ min: 0, max: 60 });
    const cases = fc.record({
      live: some,
      deleted: fc.array(fc.tuple(fc.constantFrom('', ...ids), days), { maxLength: 5 }),
      recording: fc.constantFrom(undefined, ...ids),
      steps: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(2, 20, 90)), {
        maxLength: 4,
      }),
      replaced: fc.array(fc.tuple(fc.constantFrom(...ids), days), { maxLength: 4 }),
      byAge: fc.boolean(),
    });
    const started = nowMs;
    await fc.assert(
      fc.asyncProperty(cases, async (made) => {
        nowMs = started;
        for (const table of db.tables) await table.clear();
        const ago = (count: number) => new Date(started - count * day).toISOString();
        for (const id of ids) await putAsset(id, ago(90));
        const recording = { url: '', picture: '', pictureAlt: '' };
        const { recording: assetId } = made;
        await stores.wrapUps.put(
          wrapUp({ recording: { ...recording, ...(assetId ? { assetId } : {}) } }),
        );
        for (const [n, each] of made.live.entries()) {
          await stores.items.put(image(2 + n, { assetId: each }));
        }
        for (const [n, [each, since]] of made.deleted.entries()) {
          await stores.items.put(image(20 + n, { assetId: each, deletedAt: ago(since) }));
        }
        for (const [n, [before, of]] of made.steps.entries()) {
          await db.changes.put({
            ids: [uuid(200 + n)],
            histories: [wrapUpId],
            kind: 'picture',
            at: ago(1),
            client: '',
            state: 'done',
            fields: [{ record: 'item', id: uuid(of), field: 'assetId', before, after: '' }],
            marks: [`${wrapUpId}/done`],
          });
        }
        for (const [each, since] of made.replaced) {
          await db.replacedPictures.put({
            id: `${uuid(2)}/${each}`,
            record: 'item',
            recordId: uuid(2),
            assetId: each,
            fileName: '',
            replacedAt: ago(since),
          });
        }
        const due = made.deleted.flatMap((_, n) => (n % 2 === 0 ? [uuid(20 + n)] : []));
        await stores.trash.purge(
          made.byAge ? { before: ago(30) } : { items: due, wrapUps: [], pictures: [] },
        );

        const reached = new Set<string>([
          ...(await db.items.toArray()).flatMap((row) => (row.kind === 'image' ? row.assetId : [])),
          ...(assetId ? [assetId] : []),
          ...(await db.changes.toArray()).flatMap(({ fields }) =>
            fields.map(({ before }) => String(before)),
          ),
          ...(await db.replacedPictures.toArray()).map((row) => row.assetId),
        ]);
        reached.delete('');
        expect(await stores.assets.kept([...reached])).toEqual(reached);
        // Nothing is removed that was not due, in the history neither.
        const left = (await db.items.toArray()).map(({ id }) => id);
        for (const n of made.live.keys()) expect(left).toContain(uuid(2 + n));
        for (const [n, [, since]] of made.deleted.entries()) {
          const isDue = made.byAge ? since > 30 : n % 2 === 0;
          if (since !== 30) expect(left.includes(uuid(20 + n))).toBe(!isDue);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('lists five thousand deleted clips', async () => {
  await db.items.bulkPut(
    Array.from({ length: 5_000 }, (_, n) => ({
      ...quote(n + 1_000, { order: `a${n}`, deletedAt: '2026-03-20T00:00:00.000Z' }),
      live: 0 as const,
    })),
  );
  expect(await stores.trash.list()).toHaveLength(5_000);
  const newest = uuid(5_999);
  await db.items.update(newest, { deletedAt: '2026-03-21T00:00:00.000Z' });
  const some = await stores.trash.list(100);
  expect(some).toHaveLength(100);
  expect(some[0]?.id).toBe(newest);
});
