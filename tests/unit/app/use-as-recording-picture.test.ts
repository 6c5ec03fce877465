import { describe, expect, it } from 'vitest';
import { useAsRecordingPicture } from '../../../lib/app/use-as-recording-picture.ts';
import type { ImageClip } from '../../../lib/core/post/item.ts';
import { addTalk, talksOf } from '../../../lib/core/post/talks.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { image, source, uuid, wrapUp } from '../../support/records.ts';

const assetId = 'a'.repeat(64);
const frame = (changes: Partial<ImageClip> = {}) =>
  image(2, {
    assetId,
    fileName: 'screenshot-rings.png',
    alt: 'Ada in front of a ring',
    linkUrl: 'https://youtu.be/abc-DEF_123?t=40',
    ...changes,
  });

async function use(clip: ImageClip, evening: Partial<WrapUp> = {}, talkId?: string) {
  const stores = fakeStores({
    wrapUps: [wrapUp(evening)],
    items: [clip, image(3, { assetId: 'b'.repeat(64), fileName: 'taken.png' })],
  });
  const used = await useAsRecordingPicture(stores, clip.id, talkId);
  const talks = used.ok ? talksOf(used.value.record) : [];
  const item = await stores.items.get(clip.id);
  return { used, talks, item };
}

describe('a frame that becomes the picture of the recording', () => {
  it('has its bytes, its words and its path; the recording gets its address; the clip leaves the post', async () => {
    const { talks, item } = await use(frame());
    expect(talks[0]?.recording).toEqual({
      url: 'https://youtu.be/abc-DEF_123',
      picture: '/images/screenshot-rings.png',
      pictureAlt: 'Ada in front of a ring',
      assetId,
    });
    expect(item).toMatchObject({ tray: 'aside' });
  });

  it('leaves the address that was typed', async () => {
    const recording = { url: 'https://typed.example/', picture: '', pictureAlt: '' };
    expect((await use(frame(), { recording })).talks[0]?.recording.url).toBe(recording.url);
  });

  it('is that of the talk that was chosen', async () => {
    const { talks } = await use(frame(), addTalk(wrapUp(), uuid(7)), uuid(7));
    expect(talks.map((talk) => talk.recording.picture)).toEqual([
      '',
      '/images/screenshot-rings.png',
    ]);
  });

  it('gets a name that no other picture has, of clips or of talks', async () => {
    expect((await use(frame({ fileName: 'taken.png' }))).talks[0]?.recording.picture).toBe(
      '/images/taken-2.png',
    );
    const recording = { url: '', picture: '/images/screenshot-rings.png', pictureAlt: '' };
    const two = addTalk(wrapUp(), uuid(7));
    const { talks } = await use(frame(), { ...two, recording }, uuid(7));
    expect(talks[1]?.recording.picture).toBe('/images/screenshot-rings-2.png');
  });

  it('without bytes is shown from where it was; of no recording it gives no address', async () => {
    const bare = frame({
      assetId: '',
      linkUrl: '',
      url: 'https://a.example/x.png',
      source: source(),
    });
    const { recording } = (await use(bare)).talks[0] ?? {};
    expect(recording).toMatchObject({ url: '', picture: 'https://a.example/x.png' });
    expect(recording).not.toHaveProperty('assetId');
  });

  it('says where clip or talk is gone', async () => {
    expect((await use(frame(), {}, uuid(404))).used).toMatchObject({
      error: { code: 'talk-gone' },
    });
    const stores = fakeStores({ wrapUps: [wrapUp()] });
    expect(await useAsRecordingPicture(stores, uuid(2), undefined)).toMatchObject({
      error: { code: 'clip-gone' },
    });
  });
});
