import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LibraryRow, TableName } from '../../../lib/backup/library-format.ts';
import { checkLibrary, openLibrary } from '../../../lib/backup/library-reader.ts';
import { readDirectory } from '../../../lib/backup/zip-reader.ts';
import { ZipWriter } from '../../../lib/backup/zip-writer.ts';
import {
  filesIn,
  isGoodToUnzip,
  libraryOf,
  pictureOf,
  sourceOf,
  tampered,
  textIn,
} from '../../support/library-files.ts';
import { image, instant, note, quote, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const html = '<p>Words</p>';
const original = { id: uuid(12), html, htmlHash: 'a'.repeat(64), createdAt: instant };
const change = {
  ids: [uuid(90)],
  histories: [wrapUpId],
  kind: 'edit',
  at: instant,
  client: 'page',
  state: 'done',
  fields: [{ record: 'item', id: uuid(11), field: 'note', after: 'words' }],
};
const picture = await pictureOf('bytes of a picture');
const rows = {
  wrapUps: [{ ...wrapUp(), live: 1 }],
  items: [note(11), quote(12), image(13, { assetId: picture.id })],
  originals: [original],
  changes: [change],
  settings: [{ key: 'activeWrapUpId', value: wrapUpId }],
};
const whole = await libraryOf(rows, [picture]);

async function all<T extends TableName>(bytes: Bytes, table: T): Promise<LibraryRow<T>[]> {
  const found: LibraryRow<T>[] = [];
  for await (const some of (await openLibrary(sourceOf(bytes))).rows(table)) found.push(...some);
  return found;
}

/** Returns why a file is refused; '' if it is not. */
async function refusal(bytes: Bytes): Promise<string> {
  try {
    await checkLibrary(await openLibrary(sourceOf(bytes)));
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a library file', () => {
  it('gives back every record, and the bytes of every picture', async () => {
    expect(await all(whole, 'wrapUps')).toEqual([wrapUp()]);
    expect(await all(whole, 'items')).toEqual(rows.items);
    expect(await all(whole, 'originals')).toEqual([original]);
    expect(await all(whole, 'changes')).toEqual([change]);
    expect(await all(whole, 'settings')).toEqual(rows.settings);
    const file = await openLibrary(sourceOf(whole));
    expect(await file.picture(picture.id)).toEqual(new Uint8Array(picture.bytes));
    expect(await checkLibrary(file)).toEqual({
      counts: { wrapUps: 1, items: 3, pictures: 1, unreadable: 0 },
    });
  });

  it('is a zip that other programs open, with text that people can read', async () => {
    expect(Object.keys(filesIn(whole)).toSorted()).toEqual(
      [
        'changes.jsonl',
        'items.jsonl',
        'originals.jsonl',
        `pictures/${picture.id}`,
        'pictures.jsonl',
        'settings.jsonl',
        'unreadable.jsonl',
        'wrapUps.jsonl',
        'wrapup.json',
      ].toSorted(),
    );
    expect(textIn(whole, 'items.jsonl').split('\n')).toHaveLength(4);
    expect(isGoodToUnzip(whole)).not.toBe(false);
  });

  it('keeps what the app itself could not read, and is restorable all the same', async () => {
    const broken = { ...note(14), kind: 'sculpture' };
    const lost = note(15, { wrapUpId: uuid(99) });
    const bytes = await libraryOf({ ...rows, items: [...rows.items, broken, lost] }, [picture]);
    expect(await refusal(bytes)).toBe('');
    expect((await all(bytes, 'items')).map(({ id }) => id)).toEqual([11, 12, 13].map(uuid));
    expect(await all(bytes, 'unreadable')).toEqual([
      { table: 'items', row: broken },
      { table: 'items', row: lost },
    ]);
  });

  it('is restorable where the bytes of a picture were lost before', async () => {
    expect(await refusal(await libraryOf(rows, []))).toBe('');
  });

  it('keeps the bytes of no picture in memory once it is checked', async () => {
    const large = await pictureOf('x'.repeat(3_000_000));
    const bytes = await libraryOf({ ...rows, items: [image(13, { assetId: large.id })] }, [large]);
    const held: ArrayBuffer[] = [];
    const hold = <B extends Bytes | undefined>(some: B): B => {
      if (some && some.length > 500_000) held.push(some.buffer);
      return some;
    };
    const source = sourceOf(bytes);
    const file = await openLibrary({
      size: source.size,
      read: async (start, end) => hold(await source.read(start, end)),
    });
    await checkLibrary({ ...file, picture: async (id) => hold(await file.picture(id)) });
    // Three pieces as they are in the file, and the whole picture.
    expect(held.map(({ detached }) => detached)).toEqual([true, true, true, true]);
  });

  it('reads files with more than 65,535 entries', async () => {
    const parts: Bytes[] = [];
    const zip = new ZipWriter((bytes) => void parts.push(bytes));
    for (let n = 0; n < 65_540; n++) await zip.store(`pictures/${n}`, new Uint8Array(0));
    await zip.end();
    const bytes = new Uint8Array(Buffer.concat(parts));
    const entries = await readDirectory(sourceOf(bytes), { entries: 70_000, directoryBytes: 1e8 });
    expect(entries).toHaveLength(65_540);
    expect(isGoodToUnzip(bytes)).not.toBe(false);
  });
});

describe('a file is refused whole', () => {
  const text = (name: string, to: (before: string) => string) =>
    tampered(whole, (files) => {
      files[name] = strToU8(to(new TextDecoder().decode(files[name])));
    });
  const head = (to: (head: Record<string, unknown>) => void) =>
    text('wrapup.json', (before) => {
      const value = JSON.parse(before);
      to(value);
      return JSON.stringify(value);
    });
  const counted = (table: string, count: number) =>
    head((value) => Object.assign(value.rows as object, { [table]: count }));

  it('that is no zip, or not one of ours', async () => {
    expect(await refusal(new Uint8Array(0))).toBe('backup-foreign');
    expect(await refusal(strToU8('%PDF-1.7, or anything else') as Bytes)).toBe('backup-foreign');
    expect(await refusal(tampered(whole, (files) => delete files['wrapup.json']))).toBe(
      'backup-foreign',
    );
    expect(await refusal(head((value) => Object.assign(value, { format: 'other' })))).toBe(
      'backup-foreign',
    );
  });

  it('that a newer version made, whatever else is in it', async () => {
    const newer = head((value) => {
      for (const key of Object.keys(value)) if (key !== 'format') delete value[key];
      value.version = 2;
    });
    expect(await refusal(newer)).toBe('backup-newer');
  });

  it('that was cut off anywhere', async () => {
    for (let length = 4; length < whole.length; length += 7) {
      expect(await refusal(whole.slice(0, length)), `${length} bytes`).toMatch(
        /^backup-(?:damaged|foreign)$/,
      );
    }
    expect(await refusal(whole.slice(0, -1))).toBe('backup-damaged');
    expect(await refusal(whole.slice(10))).not.toBe('');
  });

  it('in which any bit of what counts was flipped', async () => {
    const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    const contents = async (bytes: Bytes) => [
      await all(bytes, 'wrapUps'),
      await all(bytes, 'items'),
      await all(bytes, 'originals'),
      await all(bytes, 'changes'),
      await all(bytes, 'settings'),
      await (await openLibrary(sourceOf(bytes))).picture(picture.id),
    ];
    const before = await contents(whole);
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] as number) ^ (1 << (at % 8));
      // Bits that nobody reads (a time, a flag) may be flipped without any effect.
      if ((await refusal(bytes)) === '') {
        expect(same(await contents(bytes), before), `byte ${at}`).toBe(true);
      }
    }
  });

  it.each(['../evil', '/etc/passwd', 'pictures/../../evil', 'pictures/x', 'C:\\evil', 'other'])(
    'that holds a file named %s',
    async (name) => {
      const bytes = tampered(whole, (files) => {
        files[name] = strToU8('evil');
      });
      expect(await refusal(bytes)).toBe('backup-invalid');
    },
  );

  it('that holds two entries of one name', async () => {
    const parts: Bytes[] = [];
    const zip = new ZipWriter((bytes) => void parts.push(bytes));
    await zip.store('items.jsonl', new Uint8Array(0));
    await zip.store('items.jsonl', new Uint8Array(0));
    await zip.end();
    expect(await refusal(new Uint8Array(Buffer.concat(parts)))).toBe('backup-invalid');
  });

  it('that becomes far more than it is', async () => {
    const zeros = tampered(whole, (files) => {
      files['items.jsonl'] = new Uint8Array(20 * 1024 * 1024);
    });
    expect(await refusal(zeros)).toBe('backup-invalid');
  });

  it('whose entries share bytes', async () => {
    const bytes = whole.slice();
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    const nameLength = view.getUint16(directory + 28, true);
    const second = directory + 46 + nameLength;
    view.setUint32(second + 42, view.getUint32(directory + 42, true), true);
    expect(await refusal(bytes)).toBe('backup-invalid');
  });

  it('that says to hold a million entries, before they are read', async () => {
    const bytes = whole.slice();
    const view = new DataView(bytes.buffer);
    view.setUint16(bytes.length - 12, 0xffff, true);
    expect(await refusal(bytes)).toBe('backup-damaged');
    await expect(
      readDirectory(sourceOf(whole), { entries: 8, directoryBytes: 1e8 }),
    ).rejects.toMatchObject({ code: 'backup-invalid' });
  });

  it('with a row that has the wrong type, too many or too few rows, or half of one', async () => {
    const bad = [
      text('items.jsonl', (before) => before.replace('"note":""', '"note":7')),
      text('wrapUps.jsonl', (before) => before.replace('"draft":true', '"draft":"true"')),
      text('items.jsonl', (before) => before.replace(/"order":"a1"/, '"order":""')),
      text('settings.jsonl', () => '{"key":"siteFolder","value":{}}\n'),
      text('items.jsonl', (before) => `${before}${before.split('\n')[0]}\n`),
      text('items.jsonl', (before) => before.slice(before.indexOf('\n') + 1)),
      text('items.jsonl', (before) => before.slice(0, -1)),
      text('items.jsonl', (before) => `[${before}`),
      counted('items', -1),
      counted('items', 1e9),
    ];
    for (const [at, bytes] of bad.entries()) {
      expect(await refusal(bytes), `case ${at}`).toMatch(/^backup-(?:damaged|invalid)$/);
    }
  });

  it.each(['__proto__', '\\u005f_proto__', '__pro\\u0074o__'])(
    'with the key %s, however it is written',
    async (key) => {
      const bytes = text('changes.jsonl', (before) =>
        before.replace('"after":"words"', `"after":{"${key}":{"admin":true}}`),
      );
      expect(await refusal(bytes)).toBe('backup-invalid');
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
  );

  it('with an id that is there twice', async () => {
    for (const table of ['wrapUps', 'items', 'originals', 'changes', 'settings', 'pictures']) {
      const bytes = tampered(whole, (files) => {
        const name = `${table}.jsonl`;
        const lines = new TextDecoder().decode(files[name]);
        files[name] = strToU8(`${lines.split('\n')[0]}\n${lines}`);
        const value = JSON.parse(new TextDecoder().decode(files['wrapup.json']));
        value.rows[table]++;
        files['wrapup.json'] = strToU8(JSON.stringify(value));
      });
      expect(await refusal(bytes), table).toBe('backup-invalid');
    }
  });

  it('in which something refers to what is not there', async () => {
    const other = (before: string) => before.replaceAll(wrapUpId, uuid(77));
    expect(await refusal(text('items.jsonl', other))).toBe('backup-invalid');
    expect(
      await refusal(text('originals.jsonl', (before) => before.replace(uuid(12), uuid(78)))),
    ).toBe('backup-invalid');
    const unnamed = text('items.jsonl', (before) => before.replace(picture.id, 'b'.repeat(64)));
    expect(await refusal(unnamed)).toBe('backup-invalid');
  });

  it('whose picture is another, or is gone', async () => {
    const name = `pictures/${picture.id}`;
    const other = tampered(whole, (files) => {
      files[name] = strToU8('bytes of a pictura');
    });
    expect(await refusal(other)).toBe('backup-damaged');
    expect(await refusal(tampered(whole, (files) => delete files[name]))).toBe('backup-damaged');
  });
});
