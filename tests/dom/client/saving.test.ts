import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Journal } from '../../../lib/client/journal.ts';
import { PendingChanges } from '../../../lib/client/pending-changes.ts';
import { type Edit, RecordWriter, type SaveRecord } from '../../../lib/client/record-writer.ts';
import { failure } from '../../../lib/core/base/errors.ts';
import { fail, ok } from '../../../lib/core/base/result.ts';
import type { ChangeOrigin } from '../../../lib/core/post/change.ts';
import { uuid } from '../../support/records.ts';

/** A store whose writes end when the test decides. */
function slowStore() {
  const writes: { id: string; edit: Edit; origin: ChangeOrigin; end: (good?: boolean) => void }[] =
    [];
  const save: SaveRecord = (_, id, edit, origin) =>
    new Promise((resolve) => {
      writes.push({
        id,
        edit,
        origin,
        end: (good = true) =>
          resolve(good ? ok({ record: edit.changes, clashes: [] }) : fail(failure('storage-full'))),
      });
    });
  return { writes, save };
}

let ids = 0;
const writerOver = (
  save: SaveRecord,
  journal = new Journal(localStorage),
  keepWords = async (_words: string) => true,
) =>
  new RecordWriter({
    keepWords,
    save,
    journal,
    nowMs: () => 1,
    client: 'this page',
    newId: () => uuid(++ids),
  });
const note = (text: string, base = '') => ({ changes: { note: text }, base: { note: base } });
const settled = () => new Promise((resolve) => setTimeout(resolve));
const journalled = () =>
  new Journal(localStorage).entries().map(({ field, value, base }) => [field, value, base]);
const never = async () => false;
const nobody = () => false;

beforeEach(() => {
  localStorage.clear();
  ids = 0;
});

describe('typing', () => {
  it('is in the journal before the keystroke’s handler returns', () => {
    const writer = writerOver(slowStore().save);
    void writer.write('item', 'a', note('w'));
    expect(journalled()).toEqual([['note', 'w', '']]);
  });

  it('writes through at once, and the newest text next while a write is on its way', async () => {
    const { save, writes } = slowStore();
    const writer = writerOver(save);
    let base = '';
    for (const text of ['w', 'wo', 'wor', 'word']) {
      void writer.write('item', 'a', note(text, base));
      base = text;
    }
    expect(writes.map(({ edit }) => edit)).toMatchObject([note('w')]);
    writes[0]?.end();
    await settled();
    expect(writes.map(({ edit }) => edit)).toMatchObject([note('w'), note('word', 'w')]);
    expect(journalled()).toEqual([['note', 'word', 'w']]);
    writes[1]?.end();
    await settled();
    expect(journalled()).toEqual([]);
    expect(writer.state).toEqual({ state: 'saved' });
  });

  it('over a text that another window changed is a separate edit', async () => {
    const { save, writes } = slowStore();
    const writer = writerOver(save);
    void writer.write('item', 'a', note('a'));
    void writer.write('item', 'a', note('ab', 'a'));
    void writer.write('item', 'a', note('zabc', 'zab'));
    for (let at = 0; at < 3; at++) {
      writes[at]?.end();
      await settled();
    }
    expect(writes.map(({ edit }) => edit)).toMatchObject([
      note('a'),
      note('ab', 'a'),
      note('zabc', 'zab'),
    ]);
  });

  it('does not wait for another record', () => {
    const { save, writes } = slowStore();
    const writer = writerOver(save);
    void writer.write('item', 'a', note('x'));
    void writer.write('item', 'b', note('y'));
    expect(writes.map((write) => write.id)).toEqual(['a', 'b']);
  });

  it('that could not be saved stays in the journal, is reported, and is saved with the next try', async () => {
    const { save, writes } = slowStore();
    const writer = writerOver(save);
    const edit = { changes: { title: 'T' }, base: { title: '' } };
    const saved = writer.write('wrapUp', 'a', edit);
    writes[0]?.end(false);
    expect(await saved).toBeUndefined();
    expect(writer.state).toEqual({ state: 'failed', failure: { code: 'storage-full' } });
    expect(journalled()).toEqual([['title', 'T', '']]);
    // Another record can be written, but this one is still reported.
    void writer.write('item', 'b', note('y'));
    writes[1]?.end();
    await settled();
    expect(writer.state).toEqual({ state: 'failed', failure: { code: 'storage-full' } });
    writer.retry();
    writes[2]?.end();
    await settled();
    expect(writes[2]).toMatchObject({ edit, origin: { id: uuid(1) } });
    expect(journalled()).toEqual([]);
    expect(writer.state).toEqual({ state: 'saved' });
  });

  it('is tried again after the try that is on its way, where one asks for it meanwhile', async () => {
    const { save, writes } = slowStore();
    const writer = writerOver(save);
    void writer.write('item', 'a', note('x'));
    writer.retry();
    writer.retry();
    writes[0]?.end(false);
    await settled();
    expect(writes).toHaveLength(2);
    writes[1]?.end(false);
    await settled();
    expect(writes).toHaveLength(2);
    expect(writer.state).toEqual({ state: 'failed', failure: { code: 'storage-full' } });
  });
});

describe('at the next opening', () => {
  it('what a popup that was closed in the middle of a word had typed is written, over what it was typed over', async () => {
    void writerOver(slowStore().save).write('item', 'a', note('half a wor', 'half a'));
    const { save, writes } = slowStore();
    void writerOver(save).replay(never, nobody);
    await settled();
    expect(writes).toMatchObject([
      { id: 'a', edit: note('half a wor', 'half a'), origin: { id: uuid(1) } },
    ]);
    writes[0]?.end();
    await settled();
    expect(journalled()).toEqual([]);
  });

  it('what the history knows is not written again, whatever was typed over it since', async () => {
    void writerOver(slowStore().save).write('item', 'a', note('the who', 'the wh'));
    const { save, writes } = slowStore();
    await writerOver(save).replay(async (changeId) => changeId === uuid(1), nobody);
    expect(writes).toEqual([]);
    expect(journalled()).toEqual([]);
  });

  it('what another open page has typed is left to that', async () => {
    void writerOver(slowStore().save).write('item', 'a', note('x'));
    const { save, writes } = slowStore();
    await writerOver(save).replay(never, (client) => client === 'this page');
    expect(writes).toEqual([]);
    expect(journalled()).toEqual([['note', 'x', '']]);
  });

  it('fields that were changed together are written together', async () => {
    void writerOver(slowStore().save).write('item', 'a', {
      changes: { startSeconds: 5, checkTime: false },
      base: { startSeconds: 6, checkTime: true },
    });
    const { save, writes } = slowStore();
    void writerOver(save).replay(never, nobody);
    await settled();
    expect(writes).toHaveLength(1);
    expect(writes[0]?.edit.changes).toEqual({ startSeconds: 5, checkTime: false });
  });
});

describe('the journal', () => {
  it('reads only its own entries, and drops none', () => {
    localStorage.setItem('other', '{}');
    localStorage.setItem('wrapup:journal:item/a/note', '{broken');
    expect(new Journal(localStorage).entries()).toEqual([]);
    expect(Object.keys(localStorage).sort()).toEqual(['other', 'wrapup:journal:item/a/note']);
  });

  it('does not stop the writing where it has no room', () => {
    const full = {
      ...{ length: 0, key: () => null, getItem: () => null, removeItem: () => {} },
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const { save, writes } = slowStore();
    void writerOver(save, new Journal(full)).write('item', 'a', note('x'));
    expect(writes).toHaveLength(1);
  });
});

describe('what the lists do not show yet', () => {
  const stored = { id: 'a', title: 'old', slug: 's' };

  it('goes over what a live list brings, until it agrees', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    expect(pending.over(stored, 0)).toEqual({ id: 'a', title: 'new', slug: 's' });
    pending.saved('a', { title: 'new' }, { ...stored, title: 'new' }, 10);
    expect(pending.over(stored, 20).title).toBe('new');
    expect(pending.over({ ...stored, title: 'new' }, 30).title).toBe('new');
    expect(pending.over({ ...stored, title: 'from elsewhere' }, 40).title).toBe('from elsewhere');
  });

  it('gives way to another page’s change some time after it was saved', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    pending.saved('a', { title: 'new' }, { ...stored, title: 'new' }, 10);
    expect(pending.over({ ...stored, title: 'from elsewhere' }, 5_000).title).toBe(
      'from elsewhere',
    );
  });

  it('stays while its write is on its way, however long', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    expect(pending.over(stored, 1e9).title).toBe('new');
  });

  it('shows what the write was merged to, and forgets it once a list agrees', () => {
    const pending = new PendingChanges();
    const told = vi.fn();
    pending.listen(told);
    pending.add('a', { title: 'new' });
    pending.saved('a', { title: 'new' }, { ...stored, title: 'new and theirs' }, 10);
    expect(pending.over(stored, 20).title).toBe('new and theirs');
    expect(told).toHaveBeenCalledTimes(2);
    pending.over({ ...stored, title: 'new and theirs' }, 30);
    expect(pending.size).toBe(0);
  });

  it('gives way at once to what another page wrote after it', () => {
    const pending = new PendingChanges();
    const at = (updatedAt: string, title: string) => ({ ...stored, updatedAt, title });
    pending.add('a', { title: 'new' });
    pending.saved('a', { title: 'new' }, at('2026-03-19T09:30:02.000Z', 'new'), 10);
    expect(pending.over(at('2026-03-19T09:30:01.000Z', 'old'), 20).title).toBe('new');
    expect(pending.over(at('2026-03-19T09:30:03.000Z', 'new!'), 30).title).toBe('new!');
  });

  it('goes on over the older record of a list, though another list has read the write', () => {
    const pending = new PendingChanges();
    const at = (updatedAt: string, title: string) => ({ ...stored, updatedAt, title });
    pending.add('a', { title: 'new' });
    pending.saved('a', { title: 'new' }, at('2026-03-19T09:30:02.000Z', 'new'), 10);
    expect(pending.over(at('2026-03-19T09:30:02.000Z', 'new'), 20).title).toBe('new');
    expect(pending.over(at('2026-03-19T09:30:01.000Z', 'old'), 30).title).toBe('new');
    // A busy machine may take seconds to read a list again.
    pending.forgetOld(5_000);
    expect(pending.over(at('2026-03-19T09:30:01.000Z', 'old'), 5_000).title).toBe('new');
    pending.forgetOld(60_000);
    expect(pending.size).toBe(0);
  });

  it('goes over what was read in the same millisecond before it', () => {
    const pending = new PendingChanges();
    const updatedAt = '2026-03-19T09:30:02.000Z';
    pending.add('a', { title: 'new' });
    pending.saved('a', { title: 'new' }, { ...stored, updatedAt, title: 'new' }, 10);
    expect(pending.over({ ...stored, updatedAt }, 20).title).toBe('new');
  });

  it('is forgotten in time where no list shows the record', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    pending.forgetOld(1e9);
    expect(pending.size).toBe(1);
    pending.saved('a', { title: 'new' }, { ...stored, title: 'new' }, 10);
    pending.forgetOld(1e9);
    expect(pending.size).toBe(0);
  });

  it('leaves other records as they are', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    const other = { id: 'b', title: 'x' };
    expect(pending.over(other, 0)).toBe(other);
  });
});

describe('words for what is gone', () => {
  const gone: SaveRecord = async () => fail(failure('clip-gone'));
  const edit = {
    changes: { note: 'a thought', alt: 'as it was', triagedAt: '2026-11-27T00:00:00.000Z' },
    base: { note: 'a', alt: 'as it was', triagedAt: null },
  };

  it('are kept for their user to take, and the journal lets go of them', async () => {
    const keepWords = vi.fn(async () => true);
    const writer = writerOver(gone, new Journal(localStorage), keepWords);
    expect(await writer.write('item', 'a', edit)).toBeUndefined();
    expect(keepWords).toHaveBeenCalledExactlyOnceWith('a thought', failure('clip-gone'));
    expect(journalled()).toEqual([]);
    expect(writer.state).toMatchObject({ state: 'failed', failure: { code: 'clip-gone' } });
  });

  it('stay in the journal where there is no room for them', async () => {
    const writer = writerOver(gone, new Journal(localStorage), async () => false);
    await writer.write('item', 'a', edit);
    expect(journalled().map(([field]) => field)).toContain('note');
    const keepWords = vi.fn(async () => true);
    await writerOver(gone, new Journal(localStorage), keepWords).replay(never, nobody);
    await settled();
    expect(keepWords).toHaveBeenCalledOnce();
    expect(journalled()).toEqual([]);
  });

  it('are all kept, in their order, where one goes on typing', async () => {
    const kept: string[] = [];
    const writer = writerOver(gone, new Journal(localStorage), async (words) => {
      await settled();
      kept.push(words);
      return true;
    });
    const writes = ['o', 'on', 'one'].map((text, at) =>
      writer.write('item', 'a', note(text, 'one'.slice(0, at))),
    );
    await Promise.all(writes);
    expect(kept.at(-1)).toBe('one');
    expect(journalled()).toEqual([]);
  });
});
