import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { defaultProfile } from '../../../lib/core/profile.ts';
import { changedFiles, digestFiles } from '../../../lib/exporters/changes.ts';
import { exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import type { Export, ExportFile } from '../../../lib/exporters/exporter.ts';
import { hugoBundle } from '../../../lib/exporters/hugo-bundle.ts';
import { hugoStatic } from '../../../lib/exporters/hugo-static.ts';
import { plain } from '../../../lib/exporters/plain.ts';
import { exporters } from '../../../lib/exporters/registry.ts';
import { zipFiles } from '../../../lib/exporters/zip.ts';
import { createImage, createNote, createWrapUp } from '../../support/items.ts';
import { createAssets } from '../../support/pictures.ts';

const { assets, ids } = await createAssets('ring', 'tide');
const [ring = '', tide = ''] = ids;
const slug = 'rustling-meetup-12-wrap-up';

function exported(
  exporter: (typeof exporters)[number],
  items: Parameters<typeof exportWrapUp>[2],
  changes: Parameters<typeof createWrapUp>[0] = {},
  profile = defaultProfile,
): Export {
  const result = exportWrapUp(exporter, createWrapUp(changes), items, profile, assets);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

const pathsOf = ({ files }: Export) => files.map(({ path }) => path);
const draftOf = ({ files }: Export) => String(files[0]?.content);

describe('every layout', () => {
  const image = createImage({ fileName: 'ring.png', assetId: ring });

  test.each([
    [hugoStatic, `content/posts/${slug}.md`, 'static/images/ring.png', '![](/images/ring.png)'],
    [
      hugoBundle,
      `content/posts/${slug}/index.md`,
      `content/posts/${slug}/ring.png`,
      '![](ring.png)',
    ],
    [plain, `${slug}.md`, 'images/ring.png', '![](images/ring.png)'],
  ])('puts the picture where the post looks for it', (exporter, post, picture, markdown) => {
    const result = exported(exporter, [image]);
    expect(pathsOf(result)).toEqual([post, picture]);
    expect(result.files[1]?.content).toEqual(new TextEncoder().encode('ring'));
    expect(draftOf(result)).toContain(markdown);
    expect(result.missing).toEqual([]);
  });

  test.each(exporters)(
    '$id has a name that no other has, and the same output twice',
    (exporter) => {
      expect(exporters.filter(({ id }) => id === exporter.id)).toHaveLength(1);
      expect(exported(exporter, [image])).toEqual(exported(exporter, [image]));
    },
  );

  test.each(exporters)('$id without pictures is the post alone', (exporter) => {
    expect(exported(exporter, [createNote()]).files).toHaveLength(1);
  });

  test.each(exporters)('$id tells of a picture without bytes', (exporter) => {
    const bare = createImage({ fileName: 'tide.png' });
    const lost = createImage({ fileName: 'lost.png', assetId: 'f'.repeat(64) });
    const { files, missing } = exported(exporter, [bare, lost]);
    expect(files).toHaveLength(1);
    expect(missing).toMatchObject([
      { itemId: bare.id, reason: 'no-bytes' },
      { itemId: lost.id, reason: 'no-bytes' },
    ]);
  });

  test.each(exporters)(
    '$id leaves pictures of other sites, and deleted ones, alone',
    (exporter) => {
      const result = exported(exporter, [
        createImage({ url: 'https://a.example/far.png' }),
        createImage({ path: 'https://cdn.example/ring.png', fileName: 'ring.png', assetId: ring }),
        createImage({ fileName: 'ring.png', deletedAt: '2026-11-20T10:00:00.000Z' }),
      ]);
      expect(result.files).toHaveLength(1);
      expect(result.missing).toEqual([]);
    },
  );

  test.each(exporters)('$id gives two pictures of one name a name each', (exporter) => {
    const result = exported(exporter, [
      image,
      createImage({ fileName: 'Ring.png', assetId: tide }),
      createImage({ fileName: 'ring.png', assetId: ring }),
    ]);
    expect(result.files.slice(1).map(({ path }) => path.split('/').at(-1))).toEqual([
      'ring.png',
      'ring-2.png',
    ]);
    expect(draftOf(result)).toContain('ring-2.png)');
    expect(result.missing).toEqual([]);
  });

  test.each(exporters)('$id lets no path out of its folder', (exporter) => {
    const away = createImage({ path: '/../../etc/x.png', fileName: 'x.png', assetId: ring });
    const { files, missing } = exported(exporter, [away]);
    expect(files).toHaveLength(1);
    expect(missing).toEqual([{ path: '/../../etc/x.png', itemId: away.id, reason: 'unsafe-name' }]);
  });

  test.each(exporters)('$id tells of a picture that only a note names', (exporter) => {
    const { missing } = exported(exporter, [
      createNote({ note: 'See ![a map](/images/map.png) and ![far](https://a.example/far.png).' }),
    ]);
    expect(missing).toEqual([{ path: '/images/map.png', itemId: null, reason: 'only-named' }]);
  });

  test.each(exporters)('$id keeps a hidden picture, and does not ask for its bytes', (exporter) => {
    const kept = createImage({ fileName: 'ring.png', assetId: ring, hidden: true });
    const bare = createImage({ fileName: 'bare.png', hidden: true });
    const { files, missing } = exported(exporter, [kept, bare]);
    expect(files).toHaveLength(2);
    expect(missing).toEqual([]);
  });
});

test('two clips that want one typed path with different bytes are told apart', () => {
  const first = createImage({ path: '/images/x.png', assetId: ring });
  const second = createImage({ path: '/images/X.png', assetId: tide });
  expect(exported(hugoStatic, [first, second]).missing).toEqual([
    { path: '/images/X.png', itemId: second.id, reason: 'name-taken' },
  ]);
});

describe("the recording's picture", () => {
  const recording = {
    url: 'https://youtu.be/abc-DEF_123',
    picture: '/images/frame.png',
    pictureAlt: '',
  };

  test('has the bytes of the clip with its path', () => {
    const image = createImage({ fileName: 'frame.png', assetId: tide, hidden: true });
    const result = exported(hugoStatic, [image], { recording });
    expect(pathsOf(result)).toContain('static/images/frame.png');
    expect(result.missing).toEqual([]);
  });

  test('has bytes of its own where they are given', () => {
    const wrapUp = createWrapUp({ recording });
    const result = exportWrapUp(hugoBundle, wrapUp, [], defaultProfile, assets, tide);
    expect(result.ok && pathsOf(result.value)).toEqual([
      `content/posts/${slug}/index.md`,
      'static/images/frame.png',
    ]);
  });

  test('is told of where there are none', () => {
    expect(exported(hugoStatic, [], { recording }).missing).toEqual([
      { path: '/images/frame.png', itemId: null, reason: 'no-bytes' },
    ]);
  });
});

test('a folder of the profile is kept, relative or not', () => {
  const image = createImage({ fileName: 'ring.png', assetId: ring });
  const style = (imagePath: string) => ({ ...defaultProfile, imagePath });
  expect(pathsOf(exported(hugoBundle, [image], {}, style('img/')))[1]).toBe(
    `content/posts/${slug}/img/ring.png`,
  );
  expect(pathsOf(exported(hugoStatic, [image], {}, style('/meetup 55/')))[1]).toBe(
    'static/meetup 55/ring.png',
  );
  expect(pathsOf(exported(hugoStatic, [image], {}, style('')))[1]).toBe(
    `static/posts/${slug}/ring.png`,
  );
});

test('a broken template fails, and says so', () => {
  const profile = { ...defaultProfile, template: '{% if %}' };
  const result = exportWrapUp(hugoStatic, createWrapUp(), [], profile, assets);
  expect(result.ok ? '' : result.error.code).toBe('template-broken');
});

describe('a zip', () => {
  const files: ExportFile[] = [
    { path: 'content/posts/x.md', mediaType: 'text/markdown', content: 'Zeitreise – 潮\n' },
    { path: 'static/images/größe 潮.png', mediaType: 'image/png', content: Uint8Array.of(1, 2, 3) },
  ];

  test('holds every file under its name', () => {
    const entries = unzipSync(zipFiles(files));
    expect(Object.keys(entries)).toEqual(files.map(({ path }) => path));
    expect(new TextDecoder().decode(entries['content/posts/x.md'])).toBe('Zeitreise – 潮\n');
    expect(entries['static/images/größe 潮.png']).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('has the same bytes in every time zone, whenever it is made', () => {
    const zone = process.env.TZ;
    const zips = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles'].map((each) => {
      process.env.TZ = each;
      return Buffer.from(zipFiles(files)).toString('hex');
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(zips).size).toBe(1);
  });
});

test('exported again, only what changed is written', async () => {
  const before = exported(hugoStatic, [createImage({ fileName: 'ring.png', assetId: ring })]).files;
  const after = exported(hugoStatic, [createImage({ fileName: 'ring.png', assetId: tide })]).files;
  const moved = exported(hugoStatic, [createImage({ fileName: 'tide.png', assetId: tide })]).files;
  const digests = await digestFiles(before);
  expect(changedFiles(before, await digestFiles(before), digests)).toEqual({
    changed: [],
    gone: [],
  });
  const replaced = changedFiles(after, await digestFiles(after), digests);
  expect(replaced.changed.map(({ path }) => path)).toEqual(['static/images/ring.png']);
  const renamed = changedFiles(moved, await digestFiles(moved), digests);
  expect(renamed.changed.map(({ path }) => path)).toEqual([
    `content/posts/${slug}.md`,
    'static/images/tide.png',
  ]);
  expect(renamed.gone).toEqual(['static/images/ring.png']);
});
