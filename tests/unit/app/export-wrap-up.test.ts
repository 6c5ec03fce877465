import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportArchive } from '../../../lib/app/export-wrap-up.ts';
import { defaultProfile } from '../../../lib/core/profile.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { image, instant, wrapUp } from '../../support/records.ts';

const assetId = 'a'.repeat(64);
const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]).buffer;
const post = (...items: Parameters<typeof image>[1][]) => ({
  wrapUp: wrapUp(),
  items: items.map((changes, at) => image(at + 2, changes)),
  profile: defaultProfile,
});

async function setUp() {
  const stores = fakeStores();
  await stores.assets.put({ id: assetId, mediaType: 'image/png', bytes, createdAt: instant });
  const parts: Uint8Array[] = [];
  const progress: string[] = [];
  const controller = new AbortController();
  const archive = (...items: Parameters<typeof post>) =>
    exportArchive(stores, post(...items), (part) => void parts.push(part), {
      signal: controller.signal,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
  return { stores, parts, progress, controller, archive };
}

it('a post goes along with its pictures, where it looks for them', async () => {
  const { archive, parts, progress } = await setUp();
  expect(await archive({ assetId, fileName: 'ring.png' })).toEqual({
    ok: true,
    value: { name: 'rustling-meetup-12-wrap-up.zip', missing: [] },
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
