import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addSiteFiles, removeSiteFile, renameSiteFile } from '../../lib/app/site-files.ts';
import { purgeOldTrash, purgeTrash, putPictureBack } from '../../lib/app/trash.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { recoverPictures } from '../../lib/store/recover-library.ts';
import { createStores } from '../../lib/store/stores.ts';
import { image, note, quote, uuid, wrapUp, wrapUpId } from '../support/records.ts';

let nowMs = Date.parse('2026-03-19T09:30:00.000Z');
const instant = () => new Date(nowMs).toISOString();
const clock = { now: instant, offsetMinutes: () => 60 };
const db = openDatabase('site-files');
const stores = createStores(db, { now: instant, report: () => undefined });
const deps = { ...stores, clock };

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  nowMs = Date.parse('2026-03-19T09:31:00.000Z');
  await stores.wrapUps.put(wrapUp());
});

const given = (name: string, text = name) => {
  const bytes = new TextEncoder().encode(text).buffer;
  return { name, size: bytes.byteLength, read: async () => bytes };
};
const add = async (...files: ReturnType<typeof given>[]) => {
  const added = await addSiteFiles(deps, wrapUpId, files);
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
};
const files = async () => (await stores.wrapUps.get(wrapUpId))?.files ?? [];
const names = async () => (await files()).map(({ fileName }) => fileName);
const assetIds = async () => (await db.assets.toArray()).map(({ id }) => id);

describe('adding files', () => {
  it('keeps their bytes, and names that every system and every address takes', async () => {
    await add(
      given('Slides (final) – v2.PDF'),
      given('C:\\talks\\Größe.tar.gz'),
      given('Makefile'),
    );
    expect(await names()).toEqual(['slides-final-v2.pdf', 'grosse.tar.gz', 'makefile']);
    const [first] = await files();
    const asset = await stores.assets.get(first?.assetId ?? '');
    expect(new TextDecoder().decode(asset?.bytes)).toBe('Slides (final) – v2.PDF');
    expect(first?.size).toBe(asset?.bytes.byteLength);
  });

  it('gives no name that another file or picture has', async () => {
    await stores.items.put(image(2, { fileName: 'Ring.gif' }));
    await add(given('ring.gif'));
    await add(given('ring.gif', 'another'), given('ring.gif', 'a third'));
    expect(await names()).toEqual(['ring-2.gif', 'ring-3.gif', 'ring-4.gif']);
  });

  it('adds the same bytes once', async () => {
    await add(given('slides.pdf', 'same'));
    expect(await add(given('copy.pdf', 'same'))).toMatchObject({
      changeId: undefined,
      files: [{ fileName: 'slides.pdf' }],
    });
    expect(await names()).toEqual(['slides.pdf']);
  });

  it('adds all or none, and says why', async () => {
    const large = { name: 'a.pdf', size: 33 * 1024 * 1024, read: async () => new ArrayBuffer(0) };
    const folder = { name: 'posts', size: 0, read: () => Promise.reject(new Error('a folder')) };
    const many = Array.from({ length: 51 }, (_, n) => given(`${n}.pdf`));
    for (const [code, all] of [
      ['file-too-large', [given('b.pdf'), large]],
      ['file-unreadable', [given('b.pdf'), folder]],
      ['too-many-files', many],
    ] as const) {
      expect(await addSiteFiles(deps, wrapUpId, all)).toMatchObject({ ok: false, error: { code } });
    }
    expect(await names()).toEqual([]);
    expect(await addSiteFiles(deps, uuid(90), [given('a.pdf')])).toMatchObject({
      ok: false,
      error: { code: 'wrap-up-gone' },
    });
  });

  it('is taken back and done again', async () => {
    await add(given('slides.pdf'));
    expect((await stores.changes.undo(wrapUpId)).outcome).toBe('done');
    expect(await names()).toEqual([]);
    await stores.changes.redo(wrapUpId);
    expect(await names()).toEqual(['slides.pdf']);
  });

  it('keeps what two windows add at once', async () => {
    await Promise.all([add(given('a.pdf')), add(given('b.pdf'))]);
    expect((await names()).toSorted()).toEqual(['a.pdf', 'b.pdf']);
  });
});

describe('renaming a file', () => {
  it('has the links of the post follow, as one step', async () => {
    const text = 'See [slides](/files/slides.pdf#page=3), not /files/slides.pdf.';
    await stores.items.put(note(2, { note: text }));
    await stores.items.put(note(3, { note: '[other](/papers/slides.pdf)' }));
    await stores.items.put(quote(4, { note: '![](/files/slides.pdf)' }));
    await add(given('slides.pdf'));
    const [file] = await files();
    await renameSiteFile(deps, wrapUpId, file?.id ?? '', 'Rings Explained');
    expect(await names()).toEqual(['rings-explained.pdf']);
    const notes = async () => (await stores.items.list(wrapUpId)).map((item) => item.note);
    expect(await notes()).toEqual([
      'See [slides](/files/rings-explained.pdf#page=3), not /files/slides.pdf.',
      '[other](/papers/slides.pdf)',
      '![](/files/rings-explained.pdf)',
    ]);
    await stores.changes.undo(wrapUpId);
    expect(await names()).toEqual(['slides.pdf']);
    expect((await notes())[0]).toBe(text);
  });

  it('has the slides of a talk follow', async () => {
    const recording = { url: '', picture: '', pictureAlt: '' };
    const talk = { id: uuid(7), title: '', speakerIds: [], repository: '', recording };
    await stores.wrapUps.put(wrapUp({ talks: [{ ...talk, slides: '/files/a.pdf' }] }));
    await add(given('a.pdf'));
    await renameSiteFile(deps, wrapUpId, (await files())[0]?.id ?? '', 'b.pdf');
    expect((await stores.wrapUps.get(wrapUpId))?.talks?.[0]?.slides).toBe('/files/b.pdf');
  });

  it('refuses a file that is gone', async () => {
    expect(await renameSiteFile(deps, wrapUpId, uuid(9), 'a.pdf')).toMatchObject({
      ok: false,
      error: { code: 'file-gone' },
    });
  });
});

describe('removing a file', () => {
  const remove = async () => removeSiteFile(deps, wrapUpId, (await files())[0]?.id ?? '');

  it('puts it into the trash, from which it comes back', async () => {
    await add(given('slides.pdf'));
    const before = await files();
    expect(await remove()).toMatchObject({ ok: true });
    const [entry] = await stores.trash.list();
    if (entry?.kind !== 'picture') throw new Error('it is not in the trash');
    expect(entry.replaced).toMatchObject({ fileId: before[0]?.id, fileName: 'slides.pdf' });
    expect(await putPictureBack(deps, entry.replaced)).toMatchObject({ ok: true });
    expect(await files()).toEqual(before);
    expect(await stores.trash.list()).toEqual([]);
  });

  it('keeps its bytes until the trash is emptied', async () => {
    await add(given('slides.pdf'), given('b.pdf'));
    const [file, other] = await files();
    await remove();
    nowMs += 10 * 86_400_000;
    await purgeOldTrash(deps);
    expect(await assetIds()).toContain(file?.assetId);
    await purgeTrash(deps, 'all');
    expect(await assetIds()).toEqual([other?.assetId]);
    expect(await files()).toEqual([other]);
  });

  it('leaves the bytes of a file that stays, however old they are', async () => {
    await add(given('slides.pdf'));
    nowMs += 400 * 86_400_000;
    await purgeOldTrash(deps);
    await purgeTrash(deps, 'all');
    expect(await assetIds()).toHaveLength(1);
  });
});

it('gets its bytes back from the second place', async () => {
  await add(given('slides.pdf'));
  const [file] = await files();
  const id = file?.assetId ?? '';
  const { bytes } = (await stores.assets.get(id)) ?? {};
  await db.assets.clear();
  await recoverPictures(db, [id], async () => bytes, instant());
  expect(await assetIds()).toEqual([id]);
});
