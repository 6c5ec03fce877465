import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportArchive } from '../../../lib/app/export-wrap-up.ts';
import { defaultProfile } from '../../../lib/core/profile.ts';
import { hugoStatic } from '../../../lib/exporters/hugo-static.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { image, instant, wrapUp } from '../../support/records.ts';

const assetId = 'a'.repeat(64);
const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]).buffer;

async function archive(...items: Parameters<typeof image>[1][]) {
  const stores = fakeStores();
  await stores.assets.put({ id: assetId, mediaType: 'image/png', bytes, createdAt: instant });
  return exportArchive(stores, hugoStatic, {
    wrapUp: wrapUp(),
    items: items.map((changes, at) => image(at + 2, changes)),
    profile: defaultProfile,
  });
}

it('a post goes along with its pictures, where it looks for them', async () => {
  const made = await archive({ assetId, fileName: 'ring.png' });
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value.name).toBe('rustling-meetup-12-wrap-up.zip');
  expect(made.value.missing).toEqual([]);
  const files = unzipSync(made.value.bytes);
  expect(Object.keys(files)).toEqual([
    'content/posts/rustling-meetup-12-wrap-up.md',
    'static/images/ring.png',
  ]);
  expect(new TextDecoder().decode(files['content/posts/rustling-meetup-12-wrap-up.md'])).toContain(
    '](/images/ring.png)',
  );
});

it('a picture whose bytes are not there is missing aloud, not broken in silence', async () => {
  const gone = 'b'.repeat(64);
  const made = await archive(
    { assetId: gone, fileName: 'gone.png' },
    { assetId: '', fileName: 'never.png' },
  );
  expect(made).toMatchObject({
    ok: true,
    value: {
      missing: [
        { path: '/images/gone.png', reason: 'no-bytes' },
        { path: '/images/never.png', reason: 'no-bytes' },
      ],
    },
  });
});

it('a store that cannot be read fails', async () => {
  const stores = fakeStores();
  stores.assets.get = async () => {
    throw Object.assign(new Error('gone'), { code: 'storage-failed' });
  };
  const post = { wrapUp: wrapUp(), items: [image(2, { assetId })], profile: defaultProfile };
  expect(await exportArchive(stores, hugoStatic, post)).toMatchObject({
    ok: false,
    error: { code: 'storage-failed' },
  });
});
