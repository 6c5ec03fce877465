import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportArchive } from '../../../lib/app/export-wrap-up.ts';
import type { CleanDrawing } from '../../../lib/app/ports.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { image, instant, wrapUp } from '../../support/records.ts';

const assetId = 'a'.repeat(64);
const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]).buffer;
const post = (...items: Parameters<typeof image>[1][]) => ({
  wrapUp: wrapUp(),
  items: items.map((changes, at) => image(at + 2, changes)),
  profile: defaultProfile,
});

const svgId = 'c'.repeat(64);
const svgBytes = (text: string) => new TextEncoder().encode(`<svg>${text}</svg>`);
/** A small version of the edge's function. */
const cleanDrawing: CleanDrawing = (dirty) => {
  const text = new TextDecoder().decode(dirty);
  if (text.includes('broken')) return undefined;
  const clean = text.replace('<script/>', '');
  return { bytes: new TextEncoder().encode(clean), removed: clean !== text };
};

async function setUp() {
  const stores = fakeStores();
  await stores.assets.put({ id: assetId, mediaType: 'image/png', bytes, createdAt: instant });
  const parts: Uint8Array[] = [];
  const progress: string[] = [];
  const controller = new AbortController();
  const archive = (...items: Parameters<typeof post>) =>
    exportArchive({ ...stores, cleanDrawing }, post(...items), (part) => void parts.push(part), {
      signal: controller.signal,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
  return { stores, parts, progress, controller, archive };
}

it('a post goes along with its pictures, where it looks for them', async () => {
  const { archive, parts, progress } = await setUp();
  expect(await archive({ assetId, fileName: 'ring.png' })).toEqual({
    ok: true,
    value: { name: 'rustling-meetup-12-wrap-up.zip', missing: [], cleaned: 0 },
  });
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  expect(Object.keys(files)).toEqual([
    'content/posts/rustling-meetup-12-wrap-up.md',
    'static/images/ring.png',
  ]);
  expect(new TextDecoder().decode(files['content/posts/rustling-meetup-12-wrap-up.md'])).toContain(
    '](/images/ring.png)',
  );
  expect(progress).toEqual(['1/2', '2/2']);
});

it('a picture whose bytes are not there is missing aloud, not broken in silence', async () => {
  const { archive } = await setUp();
  const gone = 'b'.repeat(64);
  const made = await archive(
    { assetId: gone, fileName: 'gone.png', url: '' },
    { assetId: '', fileName: 'never.png', url: 'https://a.example/never.png' },
  );
  expect(made).toMatchObject({
    ok: true,
    value: {
      missing: [
        { path: 'https://a.example/never.png', reason: 'shown-from-site' },
        { path: '/images/gone.png', reason: 'no-bytes' },
      ],
    },
  });
});

it.each([
  ['image/svg+xml', 'svg'],
  // A record may contain anything.
  ['image/png', 'png'],
])('a drawing goes along cleaned, and that is told: %s', async (mediaType, extension) => {
  const { archive, parts, stores } = await setUp();
  const dirty = svgBytes('<script/><rect/>').buffer;
  await stores.assets.put({ id: svgId, mediaType, bytes: dirty, createdAt: instant });
  const made = await archive({ assetId: svgId, fileName: `gauge.${extension}` });
  expect(made).toMatchObject({ ok: true, value: { cleaned: 1 } });
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  const inside = new TextDecoder().decode(files[`static/images/gauge.${extension}`]);
  expect(inside).toBe('<svg><rect/></svg>');
});

it('a drawing that cannot be cleaned never goes along', async () => {
  const { archive, stores } = await setUp();
  const broken = { id: svgId, mediaType: 'image/svg+xml', bytes: svgBytes('broken').buffer };
  await stores.assets.put({ ...broken, createdAt: instant });
  const made = await archive({ assetId: svgId, fileName: 'gauge.svg' });
  expect(made).toMatchObject({ ok: false, error: { code: 'drawing-unreadable' } });
});

it('is cancelled between two pictures', async () => {
  const { archive, controller, parts } = await setUp();
  controller.abort();
  expect(await archive({ assetId, fileName: 'ring.png' })).toMatchObject({
    ok: false,
    error: { code: 'export-cancelled' },
  });
  expect(parts).toEqual([]);
});

it('a store that cannot be read fails', async () => {
  const { archive, stores } = await setUp();
  stores.assets.get = async () => {
    throw Object.assign(new Error('gone'), { code: 'storage-failed' });
  };
  expect(await archive({ assetId })).toMatchObject({
    ok: false,
    error: { code: 'storage-failed' },
  });
});
