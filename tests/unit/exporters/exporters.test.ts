import { describe, expect, test } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import type { Export } from '../../../lib/exporters/exporter.ts';
import { hugoBundle } from '../../../lib/exporters/hugo-bundle.ts';
import { hugoStatic } from '../../../lib/exporters/hugo-static.ts';
import { jekyll } from '../../../lib/exporters/jekyll.ts';
import { plain } from '../../../lib/exporters/plain.ts';
import { exporters, withLayout } from '../../../lib/exporters/registry.ts';
import { createImage, createNote, createWrapUp } from '../../support/items.ts';
import { createAssets } from '../../support/pictures.ts';

const { assets, ids } = await createAssets('ring', 'tide');
const [ring = '', tide = ''] = ids;
const slug = 'rustling-meetup-12-wrap-up';

const isKept = (id: string) => assets.has(id);

function exported(
  { id: layout }: (typeof exporters)[number],
  items: Parameters<typeof exportWrapUp>[1],
  changes: Parameters<typeof createWrapUp>[0] = {},
  profile = defaultProfile,
): Export & { draft: string } {
  const style = { ...profile, ...withLayout(profile, layout) };
  const result = exportWrapUp(createWrapUp(changes), items, style, isKept);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

const pathsOf = ({ files }: Export) => files.map(({ path }) => path);
const draftOf = (result: ReturnType<typeof exported>) => result.draft;

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
    [
      jekyll,
      `_posts/2026-11-20-${slug}.md`,
      'assets/images/ring.png',
      '![](/assets/images/ring.png)',
    ],
  ])('puts the picture where the post looks for it', (exporter, post, picture, markdown) => {
    const result = exported(exporter, [image]);
    expect(pathsOf(result)).toEqual([post, picture]);
    expect(result.files[1]?.content).toEqual({ assetId: ring });
    expect(result.files[0]?.content).toBe(result.draft);
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
    const bare = createImage({ fileName: 'tide.png', url: '' });
    const lost = createImage({ fileName: 'lost.png', url: '', assetId: 'f'.repeat(64) });
    const { files, missing } = exported(exporter, [bare, lost]);
    expect(files).toHaveLength(1);
    expect(missing).toMatchObject([
      { itemId: bare.id, reason: 'no-bytes' },
      { itemId: lost.id, reason: 'no-bytes' },
    ]);
  });

  test.each(exporters)('$id shows a picture without bytes from where it was', (exporter) => {
    const url = 'https://a.example/tide.png';
    const bare = createImage({ fileName: 'tide.png', url });
    const lost = createImage({ fileName: 'lost.png', url, assetId: 'f'.repeat(64) });
    const result = exported(exporter, [bare, lost]);
    expect(result.files).toHaveLength(1);
    expect(draftOf(result).match(/!\[\]\(https:\/\/a\.example\/tide\.png\)/g)).toHaveLength(2);
    expect(result.missing).toEqual([
      { path: url, itemId: bare.id, reason: 'shown-from-site' },
      { path: url, itemId: lost.id, reason: 'shown-from-site' },
    ]);
  });

  test.each([hugoStatic, hugoBundle])('$id has the picture where a note names it', (exporter) => {
    const note = createNote({ note: 'Seen before: ![the ring](/images/ring.png)' });
    const { files, missing, draft } = exported(exporter, [image, note]);
    expect(missing).toEqual([]);
    expect(draft).toContain('![the ring](/images/ring.png)');
    expect(files.slice(1).every(({ content }) => typeof content !== 'string')).toBe(true);
    expect(files.map(({ path }) => path)).toContain('static/images/ring.png');
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
    expect(draftOf(result)).toMatch(/ring-2\.png[)\]]/);
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
    const reason = exporter.id === 'plain' ? 'no-root' : 'only-named';
    expect(missing).toEqual([{ path: '/images/map.png', itemId: null, reason }]);
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

  test.each([
    [hugoBundle, 'frame.png'],
    [plain, 'images/frame.png'],
  ])('is where the clip’s is in every layout', (exporter, path) => {
    const image = createImage({ fileName: 'frame.png', assetId: tide });
    for (const picture of ['/images/frame.png', 'frame.png']) {
      const result = exported(exporter, [image], { recording: { ...recording, picture } });
      expect(draftOf(result).split(`](${path})`)).toHaveLength(3);
      expect(result.files).toHaveLength(2);
      expect(result.missing).toEqual([]);
    }
  });

  test('has bytes of its own where they were given, unless they are lost', () => {
    const given = { recording: { ...recording, assetId: tide } };
    const result = exported(hugoBundle, [], given);
    expect(result.files[1]).toEqual({
      path: 'static/images/frame.png',
      content: { assetId: tide },
    });
    expect(result.missing).toEqual([]);
    const lost = { recording: { ...recording, assetId: 'f'.repeat(64) } };
    expect(exported(hugoBundle, [], lost).missing).toMatchObject([{ reason: 'no-bytes' }]);
  });

  test('is told of where there are none', () => {
    expect(exported(hugoStatic, [], { recording }).missing).toEqual([
      { path: '/images/frame.png', itemId: null, reason: 'no-bytes' },
    ]);
  });
});

describe("a further talk's recording", () => {
  const talkId = '00000000-0000-4000-8000-000000000007';
  const further = (assetId?: string) => ({
    talks: [
      {
        id: talkId,
        title: '',
        speakerIds: [],
        slides: '',
        repository: '',
        recording: {
          url: 'https://youtu.be/abc-DEF_123',
          picture: '/images/second.png',
          pictureAlt: '',
          ...(assetId ? { assetId } : {}),
        },
      },
    ],
  });

  test('has a picture that is exported like the first one', () => {
    const result = exported(hugoStatic, [], further(tide));
    expect(result.files.slice(1)).toEqual([
      { path: 'static/images/second.png', content: { assetId: tide } },
    ]);
    expect(exported(hugoStatic, [], further('f'.repeat(64))).missing).toMatchObject([
      { reason: 'no-bytes', talkId },
    ]);
  });

  test('is told of where its picture has no bytes', () => {
    expect(exported(hugoStatic, [], further()).missing).toEqual([
      { path: '/images/second.png', itemId: null, talkId, reason: 'no-bytes' },
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

test('folders of the profile are kept, and those that no site has are not', () => {
  const image = createImage({ fileName: 'ring.png', assetId: ring });
  const style = { ...defaultProfile, contentFolder: 'site/content/Blog posts/', staticFolder: '' };
  expect(pathsOf(exported(hugoStatic, [image], {}, style))).toEqual([
    `site/content/Blog posts/${slug}.md`,
    'images/ring.png',
  ]);
  // Hugo serves it in lower case, with hyphens for spaces.
  expect(pathsOf(exported(hugoStatic, [image], {}, { ...style, imagePath: '' }))[1]).toBe(
    `blog-posts/${slug}/ring.png`,
  );
  const away = { ...defaultProfile, contentFolder: '../up', staticFolder: 'C:/static' };
  expect(pathsOf(exported(hugoStatic, [image], {}, away))).toEqual([
    `content/posts/${slug}.md`,
    'static/images/ring.png',
  ]);
});

test('plain Markdown has no root: paths that start there are told of, hidden ones not', () => {
  const typed = createImage({ path: '/images/x.png', assetId: ring });
  const hidden = createImage({ path: '/images/y.png', assetId: tide, hidden: true });
  const { files, missing } = exported(plain, [typed, hidden]);
  expect(files).toHaveLength(1);
  expect(missing).toEqual([{ path: '/images/x.png', itemId: typed.id, reason: 'no-root' }]);
});

test('a broken template fails, and says so', () => {
  const profile = { ...defaultProfile, template: '{% if %}' };
  const result = exportWrapUp(createWrapUp(), [], profile, isKept);
  expect(result.ok ? '' : result.error.code).toBe('template-broken');
});
