import { describe, expect, it } from 'vitest';
import {
  type Answer,
  exportToFolder,
  type FolderReport,
} from '../../../lib/app/export-to-folder.ts';
import type { CleanDrawing } from '../../../lib/app/ports.ts';
import { sha256Hex } from '../../../lib/core/base/hash.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { digestText } from '../../../lib/exporters/changes.ts';
import { fakeExportStore, fakeFolder } from '../../support/fake-folder.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { createAssets } from '../../support/pictures.ts';
import { image, wrapUp } from '../../support/records.ts';

const { assets, ids } = await createAssets('ring', 'tide');
const [ring = '', tide = ''] = ids;
const post = 'content/posts/rustling-meetup-12-wrap-up.md';
const ringFile = 'static/images/ring.png';
const tideFile = 'static/images/tide.png';

/** A small version of the edge's function. */
const cleanDrawing: CleanDrawing = (dirty) => {
  const text = new TextDecoder().decode(dirty);
  if (text.includes('broken')) return undefined;
  const clean = text.replace('<script/>', '');
  return { bytes: new TextEncoder().encode(clean), removed: clean !== text };
};

async function setUp(start: Record<string, string> = {}) {
  const stores = fakeStores();
  for (const asset of assets.values()) await stores.assets.put(asset);
  const site = fakeFolder(start);
  const exports = fakeExportStore();
  const controller = new AbortController();
  const items = [
    image(2, { fileName: 'ring.png', assetId: ring }),
    image(3, { fileName: 'tide.png', assetId: tide }),
  ];
  const run = async (
    changes: { wrapUp?: Parameters<typeof wrapUp>[0]; items?: typeof items } = {},
    answers: Record<string, Answer> = {},
    onProgress: (done: number, total: number) => void = () => {},
  ): Promise<FolderReport> => {
    const result = await exportToFolder(
      { assets: stores.assets, cleanDrawing, exports, folder: site.folder },
      { wrapUp: wrapUp(changes.wrapUp), items: changes.items ?? items, profile: defaultProfile },
      new Map(Object.entries(answers)),
      { signal: controller.signal, onProgress },
    );
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  return { ...site, exports, stores, items, controller, run };
}

describe('a site that has nothing of the post yet', () => {
  it('gets the post and its pictures, and says how far it is', async () => {
    const { run, files } = await setUp();
    const progress: string[] = [];
    const report = await run({}, {}, (done, total) => progress.push(`${done}/${total}`));
    expect(report).toEqual({
      written: [post, ringFile, tideFile],
      asTheyWere: [],
      kept: [],
      asked: [],
      failed: [],
      cleaned: [],
      unused: [],
      stopped: undefined,
    });
    expect(files.get(ringFile)).toBe('ring');
    expect(files.get(post)).toContain('](/images/ring.png)');
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
  });
});

describe('exported again', () => {
  it('writes nothing where nothing changed', async () => {
    const { run, log } = await setUp();
    await run();
    log.length = 0;
    expect(await run()).toMatchObject({ written: [], asTheyWere: [post, ringFile, tideFile] });
    expect(log).toEqual([]);
  });

  it('writes only what changed', async () => {
    const { run } = await setUp();
    await run();
    expect(await run({ wrapUp: { title: 'Rings, again' } })).toMatchObject({
      written: [post],
      asTheyWere: [ringFile, tideFile],
      asked: [],
    });
  });

  it('writes again what was deleted', async () => {
    const { run, files } = await setUp();
    await run();
    files.delete(ringFile);
    expect(await run()).toMatchObject({ written: [ringFile], asTheyWere: [post, tideFile] });
  });

  it('writes over an empty file, which a write that ended with the page left', async () => {
    const { run, files } = await setUp({ [ringFile]: '' });
    expect(await run()).toMatchObject({ written: [post, ringFile, tideFile], asked: [] });
    expect(files.get(ringFile)).toBe('ring');
  });

  it('takes line ends that Git turned for what was written', async () => {
    const { run, files } = await setUp();
    await run();
    files.set(post, (files.get(post) ?? '').replaceAll('\n', '\r\n'));
    expect(await run()).toMatchObject({ written: [], asked: [] });
    expect(await run({ wrapUp: { title: 'Rings, again' } })).toMatchObject({ written: [post] });
  });

  it('tells what the post does not use any more, as long as it is there, and deletes nothing', async () => {
    const { run, files } = await setUp();
    await run();
    const moved = { wrapUp: { slug: 'rings' }, items: [] };
    expect(await run(moved)).toMatchObject({
      written: ['content/posts/rings.md'],
      unused: [post, ringFile, tideFile],
    });
    expect(files.has(post)).toBe(true);
    files.delete(post);
    expect(await run(moved)).toMatchObject({ unused: [ringFile, tideFile] });
    // After being used again, it is still known.
    expect(await run({ wrapUp: { slug: 'rings' } })).toMatchObject({ asked: [], unused: [] });
  });

  it('goes on where it ended before', async () => {
    const { run, controller, exports } = await setUp();
    await run({}, {}, (done) => done === 2 && controller.abort()).then((report) =>
      expect(report).toMatchObject({
        written: [post, ringFile],
        stopped: { failure: { code: 'export-cancelled' }, left: [tideFile] },
      }),
    );
    expect(Object.keys(exports.all.get(wrapUp().id) ?? {})).toEqual([post, ringFile]);
  });
});

describe('a file that somebody else changed', () => {
  const mine = 'My own words\n';

  it('is not touched before the user is asked, be it new or changed since', async () => {
    const { run, files } = await setUp({ [ringFile]: 'another ring' });
    expect(await run()).toMatchObject({
      written: [post, tideFile],
      asked: [{ path: ringFile }],
    });
    files.set(post, mine);
    const report = await run();
    expect(report.asked).toEqual([
      { path: post, there: await digestText(mine) },
      { path: ringFile, there: await digestText('another ring') },
    ]);
    expect(files.get(post)).toBe(mine);
  });

  it('is asked about even if the post has changed, too', async () => {
    const { run, files } = await setUp();
    await run();
    files.set(post, mine);
    expect(await run({ wrapUp: { title: 'Rings, again' } })).toMatchObject({
      written: [],
      asked: [{ path: post }],
    });
  });

  it('is overwritten if he says so', async () => {
    const { run, files } = await setUp();
    await run();
    files.set(post, mine);
    const there = await digestText(mine);
    expect(await run({}, { [post]: { does: 'overwrite', there } })).toMatchObject({
      written: [post],
      asked: [],
    });
    expect(files.get(post)).not.toBe(mine);
  });

  it('is asked about again if it changed after he was asked', async () => {
    const { run, files } = await setUp();
    await run();
    files.set(post, 'Still writing\n');
    const there = await digestText(mine);
    expect(await run({}, { [post]: { does: 'overwrite', there } })).toMatchObject({
      asked: [{ path: post }],
    });
  });

  it('is kept if he says so, and not asked about again until one of the two changes', async () => {
    const { run, files } = await setUp();
    await run();
    files.set(post, mine);
    const there = await digestText(mine);
    expect(await run({}, { [post]: { does: 'keep', there } })).toMatchObject({ kept: [post] });
    expect(await run()).toMatchObject({ kept: [post], asked: [], written: [] });
    expect(await run({ wrapUp: { title: 'Rings, again' } })).toMatchObject({
      asked: [{ path: post }],
    });
    files.set(post, `${mine}And more.\n`);
    expect(await run()).toMatchObject({ asked: [{ path: post }] });
  });
});

describe('a failure', () => {
  it.each(['file-in-the-way', 'file-locked', 'file-refused'])(
    'of one file lets the others be written (%s)',
    async (code) => {
      const { run, failing } = await setUp();
      failing.set(ringFile, { code });
      expect(await run()).toMatchObject({
        written: [post, tideFile],
        failed: [{ path: ringFile, failure: { code } }],
        stopped: undefined,
      });
    },
  );

  it.each(['folder-full', 'folder-refused', 'folder-gone', 'folder-failed'])(
    'of the folder ends it, saying what was written and what was not (%s)',
    async (code) => {
      const { run, failing } = await setUp();
      failing.set(ringFile, { code });
      expect(await run()).toMatchObject({
        written: [post],
        stopped: { failure: { code }, left: [ringFile, tideFile] },
      });
    },
  );

  it('of the database is reported', async () => {
    const { run, exports } = await setUp();
    exports.last = async () => {
      throw Object.assign(new Error('gone'), { code: 'storage-failed' });
    };
    await expect(run()).rejects.toThrow('storage-failed');
  });
});

describe('a drawing', () => {
  const drawing = async (text: string, fileName = 'gauge.svg') => {
    const all = await setUp();
    const bytes = new TextEncoder().encode(`<svg>${text}</svg>`).buffer;
    const id = await sha256Hex(bytes);
    await all.stores.assets.put({ id, mediaType: 'image/svg+xml', bytes, createdAt: '' });
    return { ...all, items: [image(2, { fileName, assetId: id })] };
  };
  const file = 'static/images/gauge.svg';

  it('is cleaned when it is written, which is reported once, and is then unchanged', async () => {
    const { run, files, items, log } = await drawing('<script/><rect/>');
    const first = await run({ items });
    expect(files.get(file)).toBe('<svg><rect/></svg>');
    expect(first.cleaned).toEqual([file]);
    log.length = 0;
    const second = await run({ items });
    expect(second).toMatchObject({ asTheyWere: [post, file], cleaned: [], asked: [], written: [] });
    expect(log).toEqual([]);
  });

  it('that an earlier version wrote as it came is written cleaned, without a question', async () => {
    const { run, files, items, exports } = await drawing('<script/><rect/>');
    await run({ items });
    const id = items[0]?.assetId ?? '';
    files.set(file, '<svg><script/><rect/></svg>');
    const [wrapUpId = ''] = exports.all.keys();
    exports.all.set(wrapUpId, { ...exports.all.get(wrapUpId), [file]: { ours: id, there: id } });
    const report = await run({ items });
    expect(report).toMatchObject({ written: [file], asked: [] });
    expect(files.get(file)).toBe('<svg><rect/></svg>');
  });

  it('is cleaned under the name of another kind, too', async () => {
    const { run, files, items } = await drawing('<script/><rect/>', 'gauge.png');
    await run({ items });
    expect(files.get('static/images/gauge.png')).toBe('<svg><rect/></svg>');
  });

  it('that cannot be cleaned is left out and named; the rest is written', async () => {
    const { run, files, items } = await drawing('broken');
    const report = await run({ items });
    expect(report.failed).toEqual([
      { path: file, failure: { code: 'drawing-unreadable', detail: 'drawing-unreadable' } },
    ]);
    expect(report.written).toEqual([post]);
    expect(files.has(file)).toBe(false);
  });
});
