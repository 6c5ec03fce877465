import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { saveClip } from '../../lib/app/capture/save-clip.ts';
import { clipSpeaker } from '../../lib/app/clip-speaker.ts';
import { convertTables } from '../../lib/app/convert-tables.ts';
import { ok } from '../../lib/core/base/result.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, pageInfo, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('steps-of-the-app');
const stores = createStores(db);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
});

it('converting tables is taken back by Undo, whichever page does that', async () => {
  const html = '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>';
  const original = { id: uuid(2), html, htmlHash: '0'.repeat(64), createdAt: instant };
  await stores.items.put(quote(2, { markdown: html }), original);
  const before = await stores.items.get(uuid(2));
  expect(
    await convertTables({ ...stores, convert: () => '| a |  |\n| --- | --- |' }, [uuid(2)]),
  ).toMatchObject({ value: { count: 1 } });
  expect(await stores.items.get(uuid(2))).toMatchObject({ htmlMarkdown: html });
  expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
  expect(await stores.items.get(uuid(2))).toEqual({ ...before, updatedAt: expect.any(String) });
});

it('a speaker that was clipped is taken back by Undo', async () => {
  await stores.settings.setActiveWrapUpId(wrapUpId);
  const person = { name: 'Ada Example', url: 'https://ada.example/', role: '' };
  const answer = {
    frame: { top: true, focused: true },
    page: pageInfo({ url: 'https://ada.example/' }),
    hasSelection: false,
    selectionPreview: '',
    hasEvent: false,
    person: { ...person, affiliation: { name: '', url: '' } },
  };
  const clipped = await clipSpeaker(
    {
      stores,
      clock: { now: () => instant, offsetMinutes: () => 60 },
      pages: { read: async () => ok([{ frameId: 0, answer: answer as never }]) },
      confirmer: { show: async () => true },
      badge: { showReading: async () => {} },
    },
    7,
  );
  expect(clipped).toMatchObject({ ok: true, value: { outcome: 'added' } });
  expect((await stores.wrapUps.get(wrapUpId))?.speakers).toHaveLength(1);
  expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
  expect((await stores.wrapUps.get(wrapUpId))?.speakers).toEqual([]);
});

it('a clip is taken back from its card, its row or the trash, and never by Undo', async () => {
  await stores.settings.setActiveWrapUpId(wrapUpId);
  const clock = { now: () => instant, offsetMinutes: () => 60 };
  const item = quote(2);
  await saveClip({ stores, clock }, { item, fingerprints: [item.fingerprint] });
  expect(await stores.changes.undo(wrapUpId)).toEqual({ outcome: 'nothing' });
  expect(await stores.items.list(wrapUpId)).toHaveLength(1);
});
