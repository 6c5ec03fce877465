import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { editAsText } from '../../lib/app/edit-as-text.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';
import { createSpeaker } from '../support/items.ts';
import { instant, note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';
import { editedAsText } from '../support/text-edits.ts';

const db = openDatabase('edit-as-text');
const stores = createStores(db);

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await stores.wrapUps.put(wrapUp({ title: 'Rings', slug: 'rings', speakers: [createSpeaker()] }));
  await stores.items.put(note(2, { note: 'One word.', order: 'a1' }));
  await stores.items.put(quote(3, { order: 'a2' }));
  await stores.items.put(note(4, { note: 'The last.', order: 'a3' }));
});

const read = async () => ({
  wrapUp: (await stores.wrapUps.get(wrapUpId)) as NonNullable<
    Awaited<ReturnType<typeof stores.wrapUps.get>>
  >,
  items: await stores.items.list(wrapUpId),
});

/** Edits the current text; returns the step. */
async function edit(change: (text: string) => string) {
  const before = await read();
  const { edited } = editedAsText(before, change);
  if (!edited.ok) throw new Error(edited.error.why);
  const after = edited.value;
  return {
    text: after.draft.text,
    write: async () => {
      const done = await editAsText(stores, before, after);
      if (!done.ok) throw done.error;
      return done.value;
    },
  };
}
const textNow = async () => editedAsText(await read(), (text) => text).before.text;

describe('a text that was edited', () => {
  it('is one step, which one undo takes back', async () => {
    const before = await textNow();
    const { write, text } = await edit((old) =>
      old
        .replace('One word.', 'Two words.\n\nNew ones.')
        .replace(/\n\nThe last\./, '')
        .replace('"Rings"', '"Bells"'),
    );
    await write();
    expect(await textNow()).toBe(text);
    expect((await read()).wrapUp).toMatchObject({ title: 'Bells', slug: 'bells' });
    const items = (await read()).items.map(({ kind, note: words }) => [kind, words]);
    expect(items).toEqual([
      ['note', 'Two words.'],
      ['note', 'New ones.'],
      ['quote', expect.any(String)],
    ]);
    expect((await stores.trash.list()).map(({ id }) => id)).toContain(uuid(4));
    expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'done' });
    expect(await textNow()).toBe(before);
    expect(await stores.changes.undo(wrapUpId)).toMatchObject({ outcome: 'nothing' });
    await stores.changes.redo(wrapUpId);
    expect(await textNow()).toBe(text);
  });

  it('is merged with what another window wrote meanwhile', async () => {
    const { write } = await edit((old) => old.replace('One word', 'Two words'));
    await editItem(stores, uuid(2), { note: 'One word. And more.' });
    await editItem(stores, uuid(4), { note: 'The very last.' });
    await write();
    expect((await read()).items.map(({ note: words }) => words)).toEqual([
      'Two words. And more.',
      expect.any(String),
      'The very last.',
    ]);
  });

  it('changes the row that a part of the template got in another window', async () => {
    const before = await read();
    const { write } = await edit((old) => old.replace(/(---\n\n)\w+/, '$1They'));
    const other = editedAsText(before, (old) => old.replace(/(---\n\n)\w+/, '$1There')).edited;
    if (!other.ok) throw new Error(other.error.why);
    const row = other.value.items.find(({ kind }) => kind === 'part');
    if (!row) throw new Error('no part was written by hand');
    await stores.items.put({ ...row, id: uuid(77), createdAt: instant });
    await write();
    const parts = (await read()).items.filter(({ kind }) => kind === 'part');
    expect(parts.map(({ id, note: words }) => [id, words.split(' ', 1)[0]])).toEqual([
      [uuid(77), 'They'],
    ]);
  });
});
