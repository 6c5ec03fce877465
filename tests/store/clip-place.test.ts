import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { placeClip, placeOfClip, placesForClip } from '../../lib/app/clip-place.ts';
import type { PlaceTarget } from '../../lib/core/capture/clip-place.ts';
import { inboxId, type Section } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, part, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('clip-place');
const stores = createStores(db);
const other = uuid(900);
const section = (n: number, text: string, order: string): Section => ({
  ...(({ form: _, kind: __, ...rest }) => rest)(note(n, { note: text, order })),
  kind: 'section',
  form: 'h2',
});

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp({ title: 'Meetup' }));
  await stores.wrapUps.put(wrapUp({ id: other, title: 'Next' }));
  await stores.wrapUps.put(wrapUp({ id: uuid(901), title: 'Old', archivedAt: instant }));
  await stores.items.put(section(2, 'Some *highlights*', 'a2'));
  await stores.items.put(note(3, { order: 'a3' }));
  await stores.items.put(section(4, 'Misc', 'a4'));
  await stores.items.put(quote(5, { order: 'a5' }));
  await stores.items.put(part(6, { part: 'thanks', order: 'a6' }));
});

const place = async (target: PlaceTarget) => {
  const placed = await placeClip(stores, uuid(5), target);
  if (!placed.ok) throw placed.error;
  return placed.value;
};
const where = async () => {
  const found = await placeOfClip(stores, uuid(5));
  if (!found.ok) throw found.error;
  return found.value;
};
const post = async () =>
  (await stores.items.list(wrapUpId)).map(({ id }) => Number(id.slice(-12))).join(' ');

describe('where a clip is', () => {
  it('is under the section above it, else at the start, the end or between', async () => {
    expect(await where()).toEqual({ wrapUpTitle: 'Meetup', where: 'section', section: 'Misc' });
    await db.items.bulkDelete([uuid(2), uuid(4)]);
    expect(await where()).toMatchObject({ where: 'end', section: '' });
    await place({ to: 'start' });
    expect(await where()).toMatchObject({ where: 'start' });
    await stores.items.put(note(7, { order: 'Zz' }));
    expect(await where()).toMatchObject({ where: 'middle' });
  });

  it('is changed in the post, and by one undo changed back', async () => {
    expect(await place({ to: 'section', id: uuid(2) })).toMatchObject({
      where: 'section',
      section: 'Some highlights',
    });
    expect(await post()).toBe('2 3 5 4 6');
    await stores.changes.undo(wrapUpId);
    expect(await post()).toBe('2 3 4 5 6');
    await place({ to: 'start' });
    expect(await post()).toBe('5 2 3 4 6');
    await place({ to: 'end' });
    expect(await post()).toBe('2 3 4 5 6');
    await place({ to: 'section', id: uuid(4) });
    expect(await post()).toBe('2 3 4 5 6');
  });

  it('is the tray, and the post again', async () => {
    expect(await place({ to: 'tray' })).toMatchObject({ where: 'tray' });
    expect(await post()).toBe('2 3 4 6');
    expect(await place({ to: 'end' })).toMatchObject({ where: 'section', section: 'Misc' });
    expect(await post()).toBe('2 3 4 5 6');
  });

  it('is another wrap-up, or the inbox', async () => {
    expect(await place({ to: 'wrap-up', id: other })).toMatchObject({
      wrapUpTitle: 'Next',
      where: 'end',
    });
    expect(await place({ to: 'wrap-up', id: inboxId })).toEqual({
      wrapUpTitle: '',
      where: 'inbox',
      section: '',
    });
  });

  it('may be any section or open wrap-up', async () => {
    expect(await placesForClip(stores, uuid(5))).toEqual({
      ok: true,
      value: {
        sections: [
          { id: uuid(2), text: 'Some highlights' },
          { id: uuid(4), text: 'Misc' },
        ],
        wrapUps: [
          { id: other, title: 'Next' },
          { id: inboxId, title: '' },
        ],
      },
    });
  });
});
