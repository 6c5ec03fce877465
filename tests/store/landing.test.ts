import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote, addSection } from '../../lib/app/add-item.ts';
import { addTalkNote } from '../../lib/app/add-talk-note.ts';
import { saveClip } from '../../lib/app/capture/save-clip.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { moveItems } from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Landing } from '../../lib/core/post/wrap-up.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, part, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('landing');
const stores = createStores(db);
const clock = { now: () => instant, offsetMinutes: () => 0 };
const app = { ...stores, clock };
const other = uuid(900);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  await stores.wrapUps.put(wrapUp({ id: other }));
  await stores.settings.setActiveWrapUpId(wrapUpId);
  for (const n of [2, 3, 4]) await stores.items.put(note(n, { note: `${n}`, order: `a${n}` }));
});

const clip = async (n: number, afterId?: string) => {
  const item = quote(n);
  const saved = await saveClip(
    { stores, clock },
    { item, fingerprints: [item.fingerprint] },
    afterId,
  );
  if (!saved.ok) throw saved.error;
  return saved.value.item;
};
const land = async (landing: Landing) => {
  const set = await setLanding(app, wrapUpId, landing);
  if (!set.ok) throw set.error;
  return set.value.changeId ?? '';
};
/** Returns the last digits of the ids, in the post's order. */
const post = async (id = wrapUpId) => (await stores.items.list(id)).map(numberOf).join(' ');
const numberOf = ({ id }: Pick<Item, 'id'>) => String(Number(id.slice(-12)));
const landing = async () => (await stores.wrapUps.get(wrapUpId))?.landing;

describe('a clip', () => {
  it('lands at the end, as long as nobody says otherwise', async () => {
    await clip(10);
    await clip(11);
    expect(await post()).toBe('2 3 4 10 11');
    expect(await landing()).toBeUndefined();
  });

  it('lands before the parts that close the post', async () => {
    await stores.items.put(part(5, { part: 'thanks', order: 'a5' }));
    await stores.items.put(part(6, { part: 'footer', order: 'a6' }));
    await clip(10);
    await clip(11);
    expect(await post()).toBe('2 3 4 10 11 5 6');
  });

  it('lands below the line, and the line goes on below it', async () => {
    await land(uuid(2));
    await clip(10);
    await clip(11);
    expect(await post()).toBe('2 10 11 3 4');
    expect(await landing()).toBe(uuid(11));
  });

  it('lands at the start, one after the other', async () => {
    await land('start');
    await clip(10);
    await clip(11);
    expect(await post()).toBe('10 11 2 3 4');
  });

  it('waits in the tray where that is chosen, and is found there when it is clipped again', async () => {
    await land('tray');
    expect(await clip(10)).toMatchObject({ tray: 'waiting', seenAt: null });
    expect(await post()).toBe('2 3 4');
    const same = await saveClip(
      { stores, clock },
      {
        item: { ...quote(11), fingerprint: quote(10).fingerprint },
        fingerprints: [quote(10).fingerprint],
      },
    );
    expect(same).toMatchObject({ ok: true, value: { before: { id: uuid(10) } } });
  });

  it('lands after the open row, and leaves the line alone', async () => {
    await land(uuid(3));
    await clip(10, uuid(2));
    expect(await post()).toBe('2 10 3 4');
    expect(await landing()).toBe(uuid(3));
  });

  it('takes the line along where the open row is the one above it', async () => {
    await land(uuid(3));
    await clip(10, uuid(3));
    await clip(11);
    expect(await post()).toBe('2 3 10 11 4');
  });

  it('lands where all others do if the open row is in another wrap-up by then', async () => {
    await stores.items.put(note(20, { wrapUpId: other }));
    await clip(10, uuid(20));
    expect(await post()).toBe('2 3 4 10');
  });

  it('that was clipped before moves no line; wanted twice, it does', async () => {
    await land(uuid(2));
    await clip(10);
    const again = { ...quote(11), fingerprint: quote(10).fingerprint };
    await saveClip({ stores, clock }, { item: again, fingerprints: [again.fingerprint] });
    expect(await landing()).toBe(uuid(10));
    await restoreItems(app, [uuid(11)]);
    await clip(12);
    expect(await post()).toBe('2 10 11 12 3 4');
  });

  it('lands two hundred times between the same two', async () => {
    await land(uuid(2));
    const numbers = Array.from({ length: 200 }, (_, n) => 100 + n);
    for (const n of numbers) await clip(n);
    expect(await post()).toBe(['2', ...numbers, '3', '4'].join(' '));
  });
});

describe('the line', () => {
  it('is one change, which Undo takes back', async () => {
    const changeId = await land(uuid(3));
    expect(await stores.changes.undoOne(changeId)).toMatchObject({ outcome: 'done' });
    expect(await landing()).toBeUndefined();
    await stores.changes.redo(wrapUpId);
    expect(await landing()).toBe(uuid(3));
  });

  it('goes back by Undo after something has landed, which stays where it is', async () => {
    await land(uuid(2));
    const changeId = await land(uuid(3));
    await clip(10);
    expect(await stores.changes.undoOne(changeId)).toMatchObject({ outcome: 'done' });
    expect(await landing()).toBe(uuid(2));
    expect(await post()).toBe('2 3 10 4');
    await clip(11);
    expect(await post()).toBe('2 11 3 10 4');
    expect(await stores.changes.redo(wrapUpId)).toMatchObject({ outcome: 'done' });
    expect(await landing()).toBe(uuid(3));
  });

  it('stays where it was set since', async () => {
    const changeId = await land(uuid(3));
    await clip(10);
    await land(uuid(2));
    expect(await stores.changes.undoOne(changeId)).toMatchObject({ outcome: 'refused' });
    expect(await landing()).toBe(uuid(2));
  });

  it('is back where it was when a capture is taken back', async () => {
    await land(uuid(2));
    await clip(10);
    const deleted = await deleteItems(app, [uuid(10)]);
    expect(await landing()).toBe(uuid(2));
    // And again below the clip when that comes back.
    await stores.changes.undoOne((deleted.ok && deleted.value.changeId) || '');
    expect(await landing()).toBe(uuid(10));
  });

  it('stays at its place when what it follows is deleted', async () => {
    await land(uuid(3));
    await deleteItems(app, [uuid(3), uuid(2)]);
    await clip(10);
    expect(await post()).toBe('10 4');
  });

  it('stays at its place when what it follows is moved', async () => {
    await land(uuid(3));
    await moveItems(app, wrapUpId, [uuid(3)], 'end');
    await clip(10);
    expect(await post()).toBe('2 10 4 3');
  });

  it('stays at its place when what it follows goes to another wrap-up', async () => {
    await land(uuid(3));
    await moveItemsToWrapUp(app, [uuid(3)], other);
    await clip(10);
    expect(await post()).toBe('2 10 4');
  });

  it('stays at its place when what it follows is removed for good', async () => {
    await stores.items.update(uuid(3), { deletedAt: instant });
    await stores.wrapUps.update(wrapUpId, { landing: uuid(3) });
    await stores.trash.purge('all');
    await clip(10);
    expect(await post()).toBe('2 10 4');
  });

  it('copes with an item that nobody knows', async () => {
    await stores.wrapUps.update(wrapUpId, { landing: uuid(777) });
    await clip(10);
    expect(await post()).toBe('2 3 4 10');
  });
});

describe('what is written or moved', () => {
  it('lands there too: notes, headings, talk notes', async () => {
    await land(uuid(2));
    await addNote(app, { id: uuid(10), wrapUpId, note: '' });
    await addSection(app, { id: uuid(11), wrapUpId, note: '' });
    await addTalkNote(app, { id: uuid(12), note: 'x', takenAt: instant, moment: null });
    expect(await post()).toBe('2 10 11 12 3 4');
    expect(await landing()).toBe(uuid(12));
  });

  it('stands after the row that is said, and takes the line along where that is above it', async () => {
    await land(uuid(2));
    await addNote(app, { id: uuid(10), wrapUpId, note: '', at: { afterId: uuid(3) } });
    expect(await landing()).toBe(uuid(2));
    await addNote(app, { id: uuid(11), wrapUpId, note: '', at: { afterId: uuid(2) } });
    expect(await post()).toBe('2 11 3 10 4');
    expect(await landing()).toBe(uuid(11));
  });

  it('goes into the post although clips go into the tray, but talk notes wait there', async () => {
    await land('tray');
    await addNote(app, { id: uuid(10), wrapUpId, note: '' });
    await addTalkNote(app, { id: uuid(12), note: 'x', takenAt: instant, moment: null });
    expect(await post()).toBe('2 3 4 10');
    expect(await stores.items.get(uuid(12))).toMatchObject({ tray: 'waiting' });
  });

  it('lands there out of another wrap-up, in its order, and one Undo takes it all back', async () => {
    await land(uuid(2));
    for (const n of [20, 21]) await stores.items.put(note(n, { wrapUpId: other, order: `a${n}` }));
    const moved = await moveItemsToWrapUp(app, [uuid(20), uuid(21)], wrapUpId);
    expect(await post()).toBe('2 20 21 3 4');
    expect(await landing()).toBe(uuid(21));
    await stores.changes.undoOne((moved.ok && moved.value.changeId) || '');
    expect([await post(), await post(other), await landing()]).toEqual(['2 3 4', '20 21', uuid(2)]);
  });

  it('goes from one wrap-up into the tray of another', async () => {
    await land('tray');
    await stores.items.put(note(20, { wrapUpId: other }));
    await moveItemsToWrapUp(app, [uuid(20)], wrapUpId);
    expect(await stores.items.get(uuid(20))).toMatchObject({ wrapUpId, tray: 'waiting' });
  });
});
