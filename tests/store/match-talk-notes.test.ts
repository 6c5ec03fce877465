import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { matchTalkNotes } from '../../lib/app/match-talk-notes.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, pageInfo, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

it('Undo makes moments the notes that they were, in their places; Redo matches them again', async () => {
  const stores = createStores(openDatabase('match-talk-notes'), { now: () => instant });
  await stores.wrapUps.put(wrapUp());
  await stores.items.put(quote(1, { order: 'a1' }));
  await stores.items.put(note(2, { order: 'a2', note: 'rings', takenAt: instant }));
  await stores.items.put(note(3, { order: 'a3', note: 'questions', takenAt: instant }));
  const kinds = async () => (await stores.items.list(wrapUpId)).map(({ kind }) => kind);
  const recording = { page: pageInfo(), mediaUrl: 'https://youtu.be/abc-DEF_123', mediaTitle: '' };
  const times = new Map([
    [uuid(2), 754],
    [uuid(3), 900],
  ]);
  const deps = { ...stores, clock: { now: () => instant } };
  expect(await matchTalkNotes(deps, recording, times)).toMatchObject({ ok: true });
  expect(await kinds()).toEqual(['quote', 'moment', 'moment']);
  expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
  expect((await stores.items.list(wrapUpId)).map(({ id }) => id)).toEqual([1, 2, 3].map(uuid));
  await stores.changes.redo(wrapUpId);
  expect(await kinds()).toEqual(['quote', 'moment', 'moment']);
});
