import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../lib/app/back-up.ts';
import { inspectBackup, restoreBackup } from '../../lib/app/restore.ts';
import { failure } from '../../lib/core/base/errors.ts';
import { fail, ok } from '../../lib/core/base/result.ts';
import { openDatabase } from '../../lib/store/database.ts';
import { createLibraryStore } from '../../lib/store/library-store.ts';
import { createStores } from '../../lib/store/stores.ts';
import { pictureOf, sourceOf, storedPictures } from '../support/library-files.ts';
import { image, instant, note, uuid, wrapUp, wrapUpId } from '../support/records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

let names = 0;
const machine = () => {
  const db = openDatabase(`back-up-${names++}`);
  const stores = createStores(db);
  const pictures = storedPictures(stores.assets);
  return { ...stores, pictures, library: createLibraryStore(db, () => instant) };
};
const options = { app: '0.1.0', createdAt: instant, withPictures: true };

function watched(cancelAt = Number.POSITIVE_INFINITY) {
  const controller = new AbortController();
  const progress: number[] = [];
  return {
    signal: controller.signal,
    progress,
    onProgress(done: number) {
      progress.push(done);
      if (progress.length >= cancelAt) controller.abort();
    },
  };
}

let here: ReturnType<typeof machine>;
const pictures = await Promise.all(['one', 'two', 'three'].map(pictureOf));

beforeEach(async () => {
  here = machine();
  await here.wrapUps.put(wrapUp());
  await here.items.put(note(11));
  for (const [at, picture] of pictures.entries()) {
    await here.assets.put(picture);
    await here.items.put(image(12 + at, { assetId: picture.id }));
  }
});

async function backedUp(stores = here, withPictures = true): Promise<Bytes> {
  const parts: Bytes[] = [];
  const made = await backUp(
    stores,
    (bytes) => void parts.push(bytes.slice()),
    { ...options, withPictures },
    watched(),
  );
  const bytes = new Uint8Array(Buffer.concat(parts));
  expect(made).toEqual(ok({ bytes: bytes.length }));
  return bytes;
}

async function inspected(stores = machine(), bytes?: Bytes) {
  const read = await inspectBackup(stores, sourceOf(bytes ?? (await backedUp())), watched());
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('the files of a post', () => {
  const named = (assetId: string, n: number) => ({
    ...{ id: uuid(90 + n), fileName: `slides-${n}.pdf`, assetId, size: 3 },
  });

  it('come back with their bytes; those whose bytes are lost are named, and refuse no backup', async () => {
    const [slides] = [await pictureOf('the slides')];
    await here.assets.put({ ...slides, mediaType: 'application/octet-stream' });
    const files = [named(slides.id, 1), named('f'.repeat(64), 2)];
    await here.wrapUps.put(wrapUp({ files }));
    const there = machine();
    const { file } = await inspected(there, await backedUp());
    await restoreBackup({ ...there, keepAsItIs }, file, 'merge', watched());
    expect((await there.wrapUps.get(wrapUpId))?.files).toEqual(files);
    expect(await there.assets.get(slides.id)).toMatchObject({
      mediaType: 'application/octet-stream',
      bytes: slides.bytes,
    });
  });
});

describe('a backup', () => {
  it('tells how far it is, picture by picture', async () => {
    const watch = watched();
    await backUp(here, () => undefined, options, watch);
    expect(watch.progress).toEqual([1, 2, 3]);
  });

  it('lets go of the pictures, however it ends', async () => {
    await backedUp();
    expect(here.pictures.ended).toBe(1);
    await backUp(here, () => undefined, options, watched(1));
    expect(here.pictures.ended).toBeGreaterThan(1);
  });

  it('can be cancelled where a picture is never read', async () => {
    const never = Promise.withResolvers<undefined>();
    const controller = new AbortController();
    const pictures = {
      open: () => {
        setTimeout(() => controller.abort());
        return never.promise;
      },
      end: () => never.reject(failure('export-cancelled')),
    };
    const made = backUp({ ...here, pictures }, () => undefined, options, {
      signal: controller.signal,
      onProgress: () => undefined,
    });
    expect(await made).toEqual(fail(failure('export-cancelled')));
  });

  it('ends where it is cancelled', async () => {
    let written = 0;
    const made = await backUp(here, () => void written++, options, watched(1));
    expect(made).toEqual(fail(failure('export-cancelled')));
    const all = written;
    await backUp(here, () => void written++, options, watched());
    expect(written - all).toBeGreaterThan(all);
  });

  it('says why, where the disk is full', async () => {
    const full = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
    expect(await backUp(here, full, options, watched())).toMatchObject({
      ok: false,
      error: { code: 'storage-full' },
    });
    expect(await here.items.list(wrapUpId)).toHaveLength(4);
  });

  it('without pictures names them, and restores clips that have them here', async () => {
    const bytes = await backedUp(here, false);
    expect((await inspected(machine(), bytes)).counts).toMatchObject({ items: 4, pictures: 0 });
    const file = (await inspected(here, bytes)).file;
    expect((await restoreBackup({ ...here, keepAsItIs }, file, 'replace', watched())).ok).toBe(
      true,
    );
    expect((await here.assets.kept(pictures.map(({ id }) => id))).size).toBe(3);
  });
});

const keepAsItIs = async () => ok(undefined);

describe('a restore', () => {
  it('does not begin where what is stored cannot be made recoverable', async () => {
    const other = machine();
    const { file } = await inspected(other);
    const deps = { ...other, keepAsItIs: async () => fail(failure('storage-full')) };
    expect(await restoreBackup(deps, file, 'merge', watched())).toEqual(
      fail(failure('storage-full')),
    );
    expect(await other.wrapUps.list()).toEqual([]);
    expect(await other.library.pictureIds()).toEqual([]);
  });

  it('changes no record where it is cancelled, and goes on where it ended', async () => {
    const other = machine();
    const { file } = await inspected(other);
    const cancelled = await restoreBackup({ ...other, keepAsItIs }, file, 'merge', watched(2));
    expect(cancelled).toEqual(fail(failure('export-cancelled')));
    expect(await other.wrapUps.list()).toEqual([]);
    const done = await restoreBackup({ ...other, keepAsItIs }, file, 'merge', watched());
    expect(done).toMatchObject({ ok: true, value: { items: { new: 4 } } });
    expect(await other.library.pictureIds()).toHaveLength(3);
    expect(await other.items.list(wrapUpId)).toHaveLength(4);
  });

  it('of what is no backup says so', async () => {
    const read = await inspectBackup(here, sourceOf(new Uint8Array(100)), watched());
    expect(read).toMatchObject({ ok: false, error: { code: 'backup-foreign' } });
  });
});

describe('erasing everything', () => {
  it('leaves no record of any kind', async () => {
    await here.backups.setLast({ at: instant, bytes: 1 });
    await here.library.eraseAll();
    expect(await here.wrapUps.list()).toEqual([]);
    expect(await here.items.list(wrapUpId)).toEqual([]);
    expect(await here.library.pictureIds()).toEqual([]);
    expect(await here.backups.last()).toBeUndefined();
    expect(await here.settings.activeWrapUpId()).toBeUndefined();
  });
});
