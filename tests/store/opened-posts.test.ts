import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../lib/app/add-item.ts';
import { deleteItems } from '../../lib/app/delete-items.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import { editWrapUp } from '../../lib/app/edit-wrap-up.ts';
import { hideItems } from '../../lib/app/hide-items.ts';
import { moveItems } from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import { openPosts } from '../../lib/app/open-posts.ts';
import { collectWords } from '../../lib/app/snapshots/words-only.ts';
import { backToSource, splitQuote } from '../../lib/app/split-quote.ts';
import { deleteWrapUp, putBack } from '../../lib/app/trash.ts';
import { takeOut } from '../../lib/app/tray.ts';
import { splitFrontMatter } from '../../lib/posts/front-matter/split.ts';
import { frontMatterText } from '../../lib/posts/open-post.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { openStoredRows } from '../../lib/store/stored-rows.ts';
import { createStores } from '../../lib/store/stores.ts';
import { madePost } from '../support/made-posts.ts';
import { writtenPost } from '../support/opened-posts.ts';
import { postFile as file, libraryOfPosts } from '../support/post-files.ts';
import { instant, uuid, wrapUp } from '../support/records.ts';
import { backUp, restoreInto } from '../support/whole-backup.ts';

const { db, clock, stores, app, clear, open, openOne, exported } = libraryOfPosts('opened-posts');

beforeEach(clear);

const post = '---\ntitle: Rings\ndraft: false\n---\n\n# Rings\n\n*   one\n*   two\n\n\n> end\n';

describe('opening files', () => {
  it('makes a wrap-up of each, named by its title; the newest takes the clips, the others are archived', async () => {
    const { opened } = await open(
      file('b.md', '---\ntitle: B\ndate: 2031-02-01\n---\nb\n'),
      file('a.md', '---\ntitle: A\ndate: 2031-01-01\n---\n'),
    );
    expect(
      opened.map(({ name, wrapUp: { title, archivedAt }, blocks }) => [
        name,
        title,
        archivedAt !== null,
        blocks,
      ]),
    ).toEqual([
      ['a.md', 'A', true, 0],
      ['b.md', 'B', false, 1],
    ]);
    expect(await stores.settings.activeWrapUpId()).toBe(opened[1]?.wrapUp.id);
    expect((await stores.wrapUps.list()).map(({ title }) => title).sort()).toEqual(['A', 'B']);
  });

  it('takes one without a date for the oldest, and the date of a name', async () => {
    const { opened } = await open(
      file('2031-04-01-c.md', 'c\n'),
      file('b.md', 'b\n'),
      file('a.md', '---\ndate: 2031-03-01\n---\na\n'),
    );
    expect(opened.map(({ name }) => name)).toEqual(['b.md', 'a.md', '2031-04-01-c.md']);
    expect(opened[2]?.wrapUp.date).toBe('2031-04-01T00:00:00+00:00');
    expect(await stores.settings.activeWrapUpId()).toBe(opened[2]?.wrapUp.id);
    expect(await exported(opened[2]?.wrapUp.id ?? '')).toBe('c\n');
  });

  it('says where a file has the name of another one that is open', async () => {
    const id = await openOne(post);
    await openOne('x\n', 'index.md');
    const { opened, sameName } = await open(
      file('rings.md', `${post}more\n`),
      file('index.md', 'y\n'),
    );
    expect(opened).toHaveLength(2);
    expect(sameName.map(({ name, wrapUp }) => [name, wrapUp.id])).toEqual([['rings.md', id]]);
  });

  it('opens a file once that two windows open at the same moment, and tells the later one', async () => {
    const otherWindow = createStores(openDatabase('opened-posts'), { now: clock.now });
    const both = await Promise.all([
      openPosts(app, [file('rings.md', post), file('more.md', 'x\n')]),
      openPosts({ ...otherWindow, clock }, [file('rings.md', post)]),
    ]);
    const reports = both.map((made) => (made.ok ? made.value : undefined));
    const opened = reports.flatMap((report) => report?.opened ?? []);
    const known = reports.flatMap((report) => report?.known ?? []);
    expect(opened.map(({ name }) => name).sort()).toEqual(['more.md', 'rings.md']);
    expect(known.map(({ name }) => name)).toEqual(['rings.md']);
    const stored = await stores.wrapUps.list();
    expect(stored).toHaveLength(2);
    const rings = stored.find(({ title }) => title === 'Rings');
    expect(known[0]?.wrapUp.id).toBe(rings?.id);
    expect(await exported(rings?.id ?? '')).toBe(post);
  });

  it('opens no file twice, and says as what it is open', async () => {
    const id = await openOne(post);
    await editWrapUp(app, id, { title: 'My rings' });
    const again = await open(file('copy.md', post), file('new.md', 'x\n'), file('new-2.md', 'x\n'));
    expect(again.known.map(({ name, wrapUp: { title } }) => [name, title])).toEqual([
      ['copy.md', 'My rings'],
      ['new-2.md', 'new'],
    ]);
    expect(await stores.wrapUps.list()).toHaveLength(2);
    await deleteWrapUp(app, id);
    expect((await open(file('rings.md', post))).opened).toHaveLength(1);
  });

  it('refuses with a reason what it cannot keep, and opens the others', async () => {
    const big = {
      ...file('big.md', ''),
      size: 5_000_000,
      read: () => Promise.reject(new Error('read')),
    };
    const { opened, refused } = await open(
      big,
      file('wide.md', new Uint8Array([0xff, 0xfe, 0x61, 0])),
      file('picture.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
      file('long.md', 'word '.repeat(50_000)),
      { ...file('gone.md', ''), read: () => Promise.reject(new Error('gone')) },
      file('empty.md', ''),
      file('broken.md', '---\ntitle: [\n---\nx\n'),
    );
    expect(refused).toEqual([
      { name: 'big.md', why: 'too-long' },
      { name: 'wide.md', why: 'other-encoding' },
      { name: 'picture.md', why: 'not-text' },
      { name: 'long.md', why: 'long-block' },
      { name: 'gone.md', why: 'unread' },
    ]);
    expect(opened.map(({ name }) => name).sort()).toEqual(['broken.md', 'empty.md']);
  });
});

describe('an opened post in the database', () => {
  it('is the same file after backup and restore, in the trash and out of it, and in the last copy', async () => {
    const id = await openOne(post);
    const other = openDatabase('opened-posts-restored');
    await restoreInto(other, await backUp(db), 'replace', instant);
    expect(await exported(id, createStores(other))).toBe(post);
    await deleteWrapUp(app, id);
    await putBack(app, { wrapUps: [id] });
    expect(await exported(id)).toBe(post);
    const stored = await openStoredRows('opened-posts');
    if (!stored) throw new Error('no database');
    const { pieces } = await collectWords(stored);
    const rows = pieces
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const copy = (table: string) =>
      rows.filter((each) => each.table === table).map(({ row }) => row);
    expect(writtenPost({ wrapUp: copy('wrapUps')[0], items: copy('items') }).text).toBe(post);
  });

  it('keeps its name when its title changes', async () => {
    const id = await openOne('---\ntitle: Rings\n---\n', 'rings.md');
    await editWrapUp(app, id, { title: 'Other' });
    expect(await stores.wrapUps.get(id)).toMatchObject({ title: 'Other', slug: 'rings' });
  });

  it('has a block back as it was that was moved to another wrap-up and back', async () => {
    const id = await openOne(post);
    await stores.wrapUps.put(wrapUp({ id: uuid(900) }));
    const [, two] = await stores.items.list(id);
    const itemId = two?.id ?? '';
    await moveItemsToWrapUp(app, [itemId], uuid(900));
    expect(await exported(id)).not.toContain('one');
    await stores.changes.undo(id);
    expect(await exported(id)).toBe(post);
  });

  it('is whole again where a quote was split and joined, and one library was merged into another', async () => {
    const text = `${post}> on.\n>\n> More -- [a](https://a.example)\n\nb\n`;
    const id = await openOne(text);
    const items = await stores.items.list(id);
    const quote = items.find((item) => item.kind === 'quote');
    if (quote?.kind !== 'quote') throw new Error('no quote');
    await splitQuote(app, quote, { first: 'end', second: 'on.\n\nMore' }, uuid(901));
    expect(await exported(id)).toContain('\n\n> on.\n>\n> More -- [a](https://a.example)\n');
    await backToSource(app, quote.id);
    expect(await exported(id)).toBe(text);

    const other = openDatabase('opened-posts-elsewhere');
    await restoreInto(other, await backUp(db), 'replace', clock.now());
    const there = { ...createStores(other, { now: clock.now }), clock };
    const [one, two] = items.filter((item) => item.kind === 'note').map((item) => item.id);
    await editItem(app, one ?? '', { note: 'ONE' });
    await editWrapUp(app, id, { draft: true });
    await editItem(there, two ?? '', { note: 'TWO' });
    await editWrapUp(there, id, { title: 'Loops' });
    await restoreInto(db, await backUp(other), 'merge', clock.now());
    const changed = text.replace('one', 'ONE').replace('two', 'TWO').replace('false', 'true');
    expect(await exported(id)).toBe(changed.replace('title: Rings', 'title: Loops'));
  });

  const step = fc.oneof(
    fc.record({
      does: fc.constant('note' as const),
      at: fc.nat(50),
      text: fc.constantFrom('x', '', 'a\n\nb', '* c'),
    }),
    fc.record({ does: fc.constant('append' as const), at: fc.nat(50) }),
    fc.record({ does: fc.constant('move' as const), at: fc.nat(50), to: fc.nat(50) }),
    fc.record({
      does: fc.constantFrom('hide' as const, 'delete' as const, 'take-out' as const),
      at: fc.nat(50),
    }),
    fc.record({ does: fc.constant('add' as const), text: fc.constantFrom('new', '{{< a >}}') }),
    fc.record({ does: fc.constant('title' as const), text: fc.string() }),
    fc.record({
      does: fc.constant('details' as const),
      draft: fc.boolean(),
      tags: fc.array(fc.string(), { maxLength: 3 }),
    }),
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  async function take(id: string, does: Step): Promise<void> {
    const items = await stores.items.list(id);
    const item = 'at' in does ? items[does.at % Math.max(1, items.length)] : undefined;
    if (does.does === 'title') await editWrapUp(app, id, { title: does.text });
    else if (does.does === 'details')
      await editWrapUp(app, id, { draft: does.draft, tags: does.tags });
    else if (does.does === 'add') await addNote(app, { wrapUpId: id, note: does.text });
    else if (item === undefined) return;
    else if (does.does === 'note') await editItem(app, item.id, { note: does.text });
    else if (does.does === 'append' && 'note' in item)
      await editItem(app, item.id, { note: `${item.note} on` });
    else if (does.does === 'move') {
      const beforeId = items[does.to % items.length]?.id ?? '';
      await moveItems(app, id, [item.id], { beforeId });
    } else if (does.does === 'hide') await hideItems(app, [item.id], true);
    else if (does.does === 'delete') await deleteItems(app, [item.id]);
    else if (does.does === 'take-out') await takeOut(app, [item.id]);
  }

  /** Each format of front matter, a broken one and none, with the line ends and marks of files. */
  const anyFile = fc
    .record({
      front: fc.constantFrom(
        ...[
          undefined,
          '',
          '---\ntitle: >\n  Rings\n  and more\ntags:\n- a # b\ndraft: no\n...\n',
          '+++\ntitle = "Rings"\ntags = [\n  "a",\n]\n\n[params]\ndraft = true\n+++\n',
          '{\n  "title": "Rings",\n  "tags": ["a"],\n  "draft": false\n}\n',
          '---\ntitle: a: b\n---\n',
        ],
      ),
      lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '', '\uFEFF'),
      seed: fc.nat(5_000),
    })
    .map(({ front, lineEnd, mark, seed }) => {
      const text = madePost(seed).replaceAll('\r\n', '\n');
      const own = frontMatterText(splitFrontMatter(text));
      const whole = front === undefined ? text : front + text.slice(own.length);
      return mark + whole.replaceAll('\n', lineEnd);
    });

  it('is the first bytes again once all steps are taken back, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async (text, steps) => {
          await clear();
          const id = await openOne(text);
          for (const each of steps) await take(id, each);
          const full = await exported(id);
          const all = async (step: 'undo' | 'redo') => {
            for (let n = 0; n < 50; n++) {
              if ((await stores.changes[step](id)).outcome === 'nothing') break;
            }
            return exported(id);
          };
          expect(await all('undo')).toBe(text);
          expect(await all('redo')).toBe(full);
          expect(await all('undo')).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
