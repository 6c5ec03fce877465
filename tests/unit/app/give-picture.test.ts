import { expect, it } from 'vitest';
import { givePicture, giveRecordingPicture } from '../../../lib/app/give-picture.ts';
import type { ImageClip } from '../../../lib/core/post/item.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { image, instant, note, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1).buffer;
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1).buffer;

function setUp(...changes: Partial<ImageClip>[]) {
  const items = changes.map((each, at) => image(at + 2, each));
  const stores = fakeStores({ items: [...items, note(9)] });
  const give = (bytes: ArrayBuffer, id = uuid(2)) =>
    givePicture({ ...stores, clock: { now: () => instant } }, id, bytes);
  return { stores, give };
}

it('keeps the bytes before the clip refers to them', async () => {
  const { stores, give } = setUp({ fileName: 'ring.png' });
  const given = await give(png);
  expect(given).toMatchObject({ ok: true, value: { record: { fileName: 'ring.png' } } });
  const { assetId } = (await stores.items.get(uuid(2))) as ImageClip;
  expect(await stores.assets.get(assetId)).toMatchObject({ mediaType: 'image/png', bytes: png });
  expect(stores.log).toEqual(['assets.put', 'changes.apply']);
});

it.each([
  ['ring.png', 'ring.jpg'],
  ['ring.jpeg', 'ring.jpeg'],
  ['ring.JPG', 'ring.JPG'],
  ['v1.2', 'v1.2.jpg'],
  ['', 'picture.jpg'],
])('names %j for what it is: %s', async (before, after) => {
  const { give } = setUp({ fileName: before });
  expect(await give(jpeg)).toMatchObject({ ok: true, value: { record: { fileName: after } } });
});

it('takes no name that another picture of the wrap-up has', async () => {
  const { give } = setUp({ fileName: 'ring.png' }, { fileName: 'ring.jpg' });
  expect(await give(jpeg)).toMatchObject({
    ok: true,
    value: { record: { fileName: 'ring-2.jpg' } },
  });
});

it.each([
  ['no-picture', new TextEncoder().encode('<html>Please log in</html>').buffer, uuid(2)],
  ['picture-too-large', new ArrayBuffer(32 * 1024 * 1024 + 1), uuid(2)],
  ['clip-gone', png, uuid(9)],
  ['clip-gone', png, uuid(5)],
] as const)('fails with %s and changes nothing', async (code, bytes, id) => {
  const { stores, give } = setUp({ fileName: 'ring.png' });
  expect(await give(bytes, id)).toMatchObject({ ok: false, error: { code } });
  expect(stores.log).toEqual([]);
});

it('keeps the bytes of a recording’s picture under the path that was typed', async () => {
  const recording = { url: '', picture: '/images/frame.png', pictureAlt: '' };
  const stores = fakeStores({ wrapUps: [wrapUp({ recording })] });
  const give = (bytes: ArrayBuffer, id = wrapUpId) =>
    giveRecordingPicture({ ...stores, clock: { now: () => instant } }, id, undefined, bytes);
  const given = await give(png);
  const assetId = given.ok ? given.value.record.recording.assetId : undefined;
  expect(given).toMatchObject({
    ok: true,
    value: { record: { recording: { ...recording, assetId } } },
  });
  expect((await stores.assets.get(assetId ?? ''))?.bytes).toEqual(png);
  expect(await give(png, uuid(9))).toMatchObject({ ok: false, error: { code: 'wrap-up-gone' } });
});

it('gives the recording of a further talk its picture, and no other', async () => {
  const recording = { url: '', picture: '/images/second.png', pictureAlt: '' };
  const fields = { title: 'Two', speakerIds: [], slides: '', repository: '' };
  const stores = fakeStores({
    wrapUps: [wrapUp({ talks: [{ id: uuid(7), ...fields, recording }] })],
  });
  const give = (talkId: string) =>
    giveRecordingPicture({ ...stores, clock: { now: () => instant } }, wrapUpId, talkId, png);
  const given = await give(uuid(7));
  const { recording: own, talks } = given.ok ? given.value.record : wrapUp();
  expect(own).not.toHaveProperty('assetId');
  expect(talks).toMatchObject([{ recording: { ...recording, assetId: expect.any(String) } }]);
  expect(await give(uuid(8))).toMatchObject({ ok: false, error: { code: 'talk-gone' } });
});
