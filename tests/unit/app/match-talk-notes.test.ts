import { describe, expect, it } from 'vitest';
import { matchTalkNotes } from '../../../lib/app/match-talk-notes.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { instant, note, pageInfo, quote, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const recording = {
  page: pageInfo({ url: 'https://youtu.be/abc-DEF_123' }),
  mediaUrl: 'https://youtu.be/abc-DEF_123',
  mediaTitle: 'Rings',
};

function setUp() {
  const stores = fakeStores({
    wrapUps: [wrapUp({ landing: uuid(3) })],
    items: [
      quote(1, { order: 'a1' }),
      note(2, { order: 'a2', note: 'ring **buffer**', takenAt: instant, talkId: uuid(7) }),
      note(3, { order: 'a3', note: 'questions', takenAt: instant, hidden: true }),
      note(4, { order: 'a4', note: 'a paragraph' }),
    ],
  });
  const match = (times: [string, number][]) =>
    matchTalkNotes({ ...stores, clock: { now: () => instant } }, recording, new Map(times));
  return { stores, match };
}

describe('notes that are matched to the recording', () => {
  it('become moments in their places, with their words and what else they were', async () => {
    const { stores, match } = setUp();
    const matched = await match([
      [uuid(2), 754],
      [uuid(3), 2_000],
    ]);
    expect(matched).toMatchObject({ ok: true });
    const list = await stores.items.list(wrapUpId);
    expect(list).toMatchObject([
      { id: uuid(1) },
      {
        kind: 'moment',
        startSeconds: 754,
        note: 'ring **buffer**',
        talkId: uuid(7),
        mediaUrl: recording.mediaUrl,
        mediaTitle: 'Rings',
      },
      { kind: 'moment', startSeconds: 2_000, hidden: true },
      { id: uuid(4) },
    ]);
    expect((await stores.items.get(uuid(2)))?.deletedAt).toBe(instant);
    // New clips continue to land where the note was.
    expect((await stores.wrapUps.get(wrapUpId))?.landing).toBe(list[2]?.id);
  });

  it('leave alone what is no note any more', async () => {
    const { stores, match } = setUp();
    await stores.items.update(uuid(2), { deletedAt: instant });
    await match([
      [uuid(1), 5],
      [uuid(2), 6],
      [uuid(404), 7],
    ]);
    expect((await stores.items.list(wrapUpId)).map(({ kind }) => kind)).toEqual([
      'quote',
      'note',
      'note',
    ]);
  });
});
