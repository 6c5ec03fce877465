import { beforeEach, describe, expect, it } from 'vitest';
import { setActiveWrapUp } from '../../../lib/app/active-wrap-up.ts';
import { addTalkNote } from '../../../lib/app/add-talk-note.ts';
import { editItem } from '../../../lib/app/edit-item.ts';
import type { TalkNote } from '../../../lib/core/post/talk-note.ts';
import { type FakeStores, fakeStores } from '../../support/fake-stores.ts';
import { instant, pageInfo, quote, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const facts = {
  startSeconds: 2756,
  mediaUrl: 'https://youtu.be/aaaaaaaaaaa',
  mediaTitle: 'Rings',
  chapter: '',
  checkTime: false,
};
const typed: TalkNote = {
  id: uuid(20),
  note: 'why compaction was dropped',
  takenAt: '2026-03-19T09:29:48.000Z',
  moment: {
    page: pageInfo({ url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa' }),
    facts,
    timeMissing: false,
  },
};
const clock = { now: () => instant, offsetMinutes: () => 60 };

let stores: FakeStores;
beforeEach(async () => {
  stores = fakeStores({ wrapUps: [wrapUp()], items: [quote(1)] });
  await setActiveWrapUp(stores, wrapUpId);
});
const add = (note: TalkNote) => addTalkNote({ ...stores, clock }, note);
const last = async () => (await stores.items.list(wrapUpId)).at(-1);

describe('a note typed during a talk', () => {
  it('is a moment with the words, at the end of the wrap-up', async () => {
    expect(await add(typed)).toMatchObject({ ok: true });
    expect(await last()).toMatchObject({
      kind: 'moment',
      id: uuid(20),
      ...facts,
      note: 'why compaction was dropped',
      form: 'bullet',
      source: { url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa' },
    });
  });

  it('is a note that knows the time of day where no recording gave it one', async () => {
    await add({ ...typed, moment: null });
    expect(await last()).toMatchObject({
      kind: 'note',
      form: 'bullet',
      note: 'why compaction was dropped',
      takenAt: '2026-03-19T09:29:48.000Z',
    });
  });

  it('is below the other notes of its talk, if there are several talks', async () => {
    const one = { ...typed, talkId: uuid(7) };
    await add(one);
    await add({ ...typed, id: uuid(21), talkId: uuid(8), moment: null });
    await add({ ...one, id: uuid(22), moment: null });
    expect((await stores.items.list(wrapUpId)).map(({ id }) => id)).toEqual(
      [1, 20, 22, 21].map(uuid),
    );
  });

  it('is one record when it is written twice, and keeps what was changed meanwhile', async () => {
    await add(typed);
    await editItem(stores, uuid(20), { note: 'corrected' });
    expect(await add(typed)).toMatchObject({ ok: true, value: { note: 'corrected' } });
    expect(await stores.items.list(wrapUpId)).toHaveLength(2);
  });

  it('makes the first wrap-up where there is none', async () => {
    stores = fakeStores();
    await add(typed);
    const id = await stores.settings.activeWrapUpId();
    expect(await stores.items.list(id ?? '')).toMatchObject([{ note: typed.note }]);
  });

  it('says so where it cannot be kept', async () => {
    stores.writeError = { code: 'storage-full' };
    expect(await add(typed)).toMatchObject({ ok: false, error: { code: 'storage-full' } });
  });
});
