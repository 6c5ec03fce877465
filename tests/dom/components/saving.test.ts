import { beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../../components/hooks/journal.ts';
import { PendingChanges } from '../../../components/hooks/pending-changes.ts';
import { type Changes, RecordWriter } from '../../../components/hooks/record-writer.ts';
import { failure } from '../../../lib/core/errors.ts';
import { fail, ok } from '../../../lib/core/result.ts';

/** A store whose writes end when the test says so. */
function slowStore() {
  const writes: { id: string; changes: Changes; end: (good?: boolean) => void }[] = [];
  const save = (_: string, id: string, changes: Changes) =>
    new Promise<ReturnType<typeof ok<undefined>> | ReturnType<typeof fail<never>>>((resolve) => {
      writes.push({
        id,
        changes,
        end: (good = true) =>
          resolve(good ? ok(undefined) : (fail(failure('storage-full')) as never)),
      });
    });
  return { writes, save };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const journalled = () =>
  new Journal(localStorage).entries().map(({ field, value }) => [field, value]);

beforeEach(() => localStorage.clear());

describe('typing', () => {
  it('is in the journal before the keystroke’s handler returns', () => {
    const { save } = slowStore();
    const writer = new RecordWriter(save, new Journal(localStorage), () => 1);
    writer.write('item', 'a', { note: 'w' });
    expect(journalled()).toEqual([['note', 'w']]);
  });

  it('writes through at once, and the newest text next while a write is on its way', async () => {
    const { save, writes } = slowStore();
    const writer = new RecordWriter(save, new Journal(localStorage), () => 1);
    for (const note of ['w', 'wo', 'wor', 'word']) writer.write('item', 'a', { note });
    expect(writes.map((write) => write.changes)).toEqual([{ note: 'w' }]);
    writes[0]?.end();
    await settled();
    expect(writes.map((write) => write.changes)).toEqual([{ note: 'w' }, { note: 'word' }]);
    expect(journalled()).toEqual([['note', 'word']]);
    writes[1]?.end();
    await settled();
    expect(journalled()).toEqual([]);
    expect(writer.state).toEqual({ state: 'saved' });
  });

  it('does not wait for another record', () => {
    const { save, writes } = slowStore();
    const writer = new RecordWriter(save, new Journal(localStorage), () => 1);
    writer.write('item', 'a', { note: 'x' });
    writer.write('item', 'b', { note: 'y' });
    expect(writes.map((write) => write.id)).toEqual(['a', 'b']);
  });

  it('that could not be saved stays in the journal, is told, and goes with the next try', async () => {
    const { save, writes } = slowStore();
    const writer = new RecordWriter(save, new Journal(localStorage), () => 1);
    const saved = writer.write('wrapUp', 'a', { title: 'T' });
    writes[0]?.end(false);
    expect(await saved).toBe(false);
    expect(writer.state).toEqual({ state: 'failed', failure: { code: 'storage-full' } });
    expect(journalled()).toEqual([['title', 'T']]);
    writer.retry();
    writes[1]?.end();
    await settled();
    expect(writes[1]?.changes).toEqual({ title: 'T' });
    expect(journalled()).toEqual([]);
    expect(writer.state).toEqual({ state: 'saved' });
  });

  it('of a popup that was closed in the middle of a word is written at the next opening', async () => {
    const before = slowStore();
    new RecordWriter(before.save, new Journal(localStorage), () => 7).write('item', 'a', {
      note: 'half a wor',
    });
    const after = slowStore();
    const reopened = new RecordWriter(after.save, new Journal(localStorage), () => 8);
    void reopened.replay(async () => false);
    await settled();
    expect(after.writes.map((write) => write.changes)).toEqual([{ note: 'half a wor' }]);
    after.writes[0]?.end();
    await settled();
    expect(journalled()).toEqual([]);
  });

  it('that was typed over elsewhere since is not brought back', async () => {
    new Journal(localStorage).note({ record: 'item', id: 'a', field: 'note', value: 'x', atMs: 1 });
    const { save, writes } = slowStore();
    await new RecordWriter(save, new Journal(localStorage), () => 2).replay(async () => true);
    expect(writes).toEqual([]);
    expect(journalled()).toEqual([]);
  });
});

describe('the journal', () => {
  it('leaves alone what is not its own, and drops what it cannot read', () => {
    localStorage.setItem('other', '{}');
    localStorage.setItem('wrapup:journal:item/a/note', '{broken');
    localStorage.setItem('wrapup:journal:item/b/note', '{"record":"item"}');
    expect(new Journal(localStorage).entries()).toEqual([]);
    expect(Object.keys(localStorage)).toEqual(['other']);
  });

  it('does not stop the writing where it has no room', () => {
    const full = {
      ...{ length: 0, key: () => null, getItem: () => null, removeItem: () => {} },
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const { save, writes } = slowStore();
    new RecordWriter(save, new Journal(full), () => 1).write('item', 'a', { note: 'x' });
    expect(writes).toHaveLength(1);
  });
});

describe('what the lists do not show yet', () => {
  const stored = { id: 'a', title: 'old', slug: 's' };

  it('goes over what a live list brings, until it agrees', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    expect(pending.over(stored, 0)).toEqual({ id: 'a', title: 'new', slug: 's' });
    pending.saved('a', { title: 'new' }, 10);
    expect(pending.over(stored, 20).title).toBe('new');
    expect(pending.over({ ...stored, title: 'new' }, 30).title).toBe('new');
    expect(pending.over({ ...stored, title: 'from elsewhere' }, 40).title).toBe('from elsewhere');
  });

  it('gives way to another page’s change some time after it was saved', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    pending.saved('a', { title: 'new' }, 10);
    expect(pending.over({ ...stored, title: 'from elsewhere' }, 5_000).title).toBe(
      'from elsewhere',
    );
  });

  it('stays while its write is on its way, however long', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    expect(pending.over(stored, 1e9).title).toBe('new');
  });

  it('leaves other records as they are', () => {
    const pending = new PendingChanges();
    pending.add('a', { title: 'new' });
    const other = { id: 'b', title: 'x' };
    expect(pending.over(other, 0)).toBe(other);
  });
});
