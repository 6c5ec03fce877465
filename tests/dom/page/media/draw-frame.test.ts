import { expect, it } from 'vitest';
import { drawFrame, frameSize } from '../../../../lib/page/media/draw-frame.ts';
import { play } from './media-elements.ts';

it.each([
  [
    { videoWidth: 1920, videoHeight: 1080 },
    { width: 1920, height: 1080 },
  ],
  [
    { videoWidth: 7680, videoHeight: 4320 },
    { width: 3840, height: 2160 },
  ],
  [
    { videoWidth: 2160, videoHeight: 7680 },
    { width: 1080, height: 3840 },
  ],
])('a frame keeps its native size, up to what a post can show: %o', (native, size) => {
  expect(frameSize(native)).toEqual(size);
});

it('a video without a frame yet has none to give', async () => {
  const video = play(document.createElement('video'), {}) as HTMLVideoElement;
  expect(await drawFrame(video)).toEqual({ drawn: false, reason: 'no-frame' });
});
