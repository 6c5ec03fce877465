import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteItems } from '../../lib/app/delete-items.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { backToSource, joinQuote, splitQuote } from '../../lib/app/split-quote.ts';
import type { Quote } from '../../lib/core/post/item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { instant, note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

const db = openDatabase('split-quote');
const stores = createStores(db);
const app = { ...stores, clock: { now: () => instant, offsetMinutes: () => 0 } };
const whole = quote(2, {
  order: 'a2',
  note: 'They say:',
  text: 'One two. Three four.',
  markdown: 'One two. Three four.',
  fingerprint: 'f2',
  attribution: 'title',
});
const original = {
  id: whole.id,
  html: '<p>One two. Three four.</p>',
  htmlHash: 'a'.repeat(64),
  createdAt: instant,
};
const halves = { first: 'One two.', second: 'Three four.' };
const halfId = uuid(10);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp());
  await stores.items.put(whole, original);
  await stores.items.put(note(3, { note: 'after', order: 'a3' }));
});

const split = async () => {
  const done = await splitQuote(app, whole, halves, halfId);
  if (!done.ok) throw done.error;
  return done.value;
};
const post = async () =>
  (await stores.items.list(wrapUpId)).map((item) =>
    item.kind === 'quote' ? [item.note, item.editedMarkdown ?? item.markdown] : [item.kind],
  );

describe('a split quote', () => {
  it('is two blocks of one clip, the second with the original and the source', async () => {
    await split();
    expect(await post()).toEqual([['They say:', 'One two.'], ['', 'Three four.'], ['note']]);
    const half = (await stores.items.get(halfId)) as Quote;
    expect(half).toMatchObject({ clipId: whole.id, text: whole.text, attribution: 'title' });
    expect(half.sharesSource).toBeUndefined();
    expect(await stores.items.get(whole.id)).toMatchObject({ sharesSource: true });
    expect((await stores.items.original(halfId))?.html).toBe(
      (await stores.items.original(whole.id))?.html,
    );
  });

  it('is whole again after one undo, and split after one redo', async () => {
    await split();
    await stores.changes.undo(wrapUpId);
    expect(await post()).toEqual([['They say:', 'One two. Three four.'], ['note']]);
    expect(await stores.items.get(whole.id)).toEqual({ ...whole, updatedAt: expect.anything() });
    await stores.changes.redo(wrapUpId);
    expect((await post()).length).toBe(3);
  });

  it('is joined in one step, with what was written before the second half', async () => {
    await split();
    await editItem(app, halfId, { note: 'And then:', attribution: 'host-path' });
    await joinQuote(app, [whole.id, halfId], null);
    expect(await post()).toEqual([['They say:\n\nAnd then:', 'One two. Three four.'], ['note']]);
    const joined = (await stores.items.get(whole.id)) as Quote;
    expect(joined.attribution).toBe('host-path');
    expect(joined.sharesSource).toBeUndefined();
    await stores.changes.undo(wrapUpId);
    expect(await post()).toEqual([
      ['They say:', 'One two.'],
      ['And then:', 'Three four.'],
      ['note'],
    ]);
  });

  it('goes back to the source’s words in one step, whichever half asks for it', async () => {
    await split();
    await editItem(app, halfId, { editedMarkdown: 'Three [...]' });
    await backToSource(app, halfId);
    expect(await post()).toEqual([['They say:', 'One two. Three four.'], ['note']]);
    await stores.changes.undo(wrapUpId);
    expect((await post()).slice(0, 2)).toEqual([
      ['They say:', 'One two.'],
      ['', 'Three [...]'],
    ]);
  });

  it('keeps one half where the other is deleted', async () => {
    await split();
    await deleteItems(app, [whole.id]);
    await backToSource(app, halfId);
    expect(await post()).toEqual([['', 'One two. Three four.'], ['note']]);
  });

  it('is not made of words that another window has changed', async () => {
    await editItem(app, whole.id, { editedMarkdown: 'One [...] four.' });
    const refused = await splitQuote(app, whole, halves, halfId);
    expect(refused).toMatchObject({ ok: false, error: { code: 'clip-changed' } });
    expect(await post()).toEqual([['They say:', 'One [...] four.'], ['note']]);
  });

  it('is known by the same title, author and date in both halves, in one step', async () => {
    await split();
    const edited = await editItem(app, halfId, { sourceTitle: 'Append', sourceAuthor: 'Ada' });
    expect(edited.ok).toBe(true);
    for (const id of [whole.id, halfId]) {
      expect(await stores.items.get(id)).toMatchObject({
        sourceTitle: 'Append',
        sourceAuthor: 'Ada',
      });
    }
    await stores.changes.undo(wrapUpId);
    for (const id of [whole.id, halfId]) {
      expect(((await stores.items.get(id)) as Quote).sourceTitle).toBeUndefined();
    }
  });

  it('does not change what is known of another clip of the same words', async () => {
    await stores.items.put(quote(5, { order: 'a5', fingerprint: 'f2' }));
    await editItem(app, whole.id, { sourceTitle: 'Append' });
    expect(((await stores.items.get(uuid(5))) as Quote).sourceTitle).toBeUndefined();
  });
});
