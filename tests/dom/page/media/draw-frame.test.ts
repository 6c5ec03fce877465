import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../../../../lib/core/base/limits.ts';
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

describe('a frame', () => {
  /** What the video shows, one grey value for each time it is drawn in small size. */
  let shown: ('black' | 'picture' | 'tainted')[];
  /** Returns the size of a PNG of a canvas with this width. */
  let pngBytes: (width: number) => number;
  const video = (native: [number, number]) =>
    play(document.createElement('video'), { native, currentTime: 7 }) as HTMLVideoElement;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    pngBytes = () => 100;
    const context = {
      drawImage: () => {},
      getImageData: () => {
        const now = shown.shift() ?? 'black';
        if (now === 'tainted') throw new DOMException('', 'SecurityError');
        return {
          data: now === 'black' ? [3, 3, 3, 255, 5, 5, 5, 255] : [3, 3, 3, 255, 90, 9, 9, 255],
        };
      },
    };
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
      this: HTMLCanvasElement,
      done,
    ) {
      const blob = new Blob([`${this.width}x${this.height}`], { type: 'image/png' });
      Object.defineProperty(blob, 'size', { value: pngBytes(this.width) });
      done(blob);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  const taken = async (native: [number, number] = [320, 180]) => {
    const drawing = drawFrame(video(native));
    await vi.advanceTimersByTimeAsync(5_000);
    const frame = await drawing;
    return frame.drawn ? { ...frame, base64: atob(frame.base64) } : frame;
  };

  it('is taken once where it shows something', async () => {
    shown = ['picture', 'black'];
    expect(await taken()).toEqual({
      drawn: true,
      base64: '320x180',
      uniform: false,
      reduced: false,
      seconds: 7,
    });
    expect(shown).toEqual(['black']);
  });

  it('that is black is taken again, until it shows something', async () => {
    shown = ['black', 'black', 'picture'];
    expect(await taken()).toMatchObject({ uniform: false });
    expect(shown).toEqual([]);
  });

  it('that stays black is kept, and said to be', async () => {
    shown = ['black', 'black', 'black', 'black', 'picture'];
    expect(await taken()).toMatchObject({ drawn: true, uniform: true });
    expect(shown).toEqual(['picture']);
  });

  it('of another site that does not allow it is not available', async () => {
    shown = ['tainted'];
    expect(await taken()).toEqual({ drawn: false, reason: 'tainted' });
  });

  it('of 8K is kept smaller, and said to be', async () => {
    shown = ['picture'];
    expect(await taken([7680, 4320])).toMatchObject({ base64: '3840x2160', reduced: true });
  });

  it('that is too large for a clip is stored at half its size, or is not available', async () => {
    shown = ['picture', 'picture'];
    pngBytes = (width) => (width > 2_000 ? limits.assetBytes + 1 : 100);
    expect(await taken([3000, 2000])).toMatchObject({ base64: '1500x1000', reduced: true });
    pngBytes = () => limits.assetBytes + 1;
    expect(await taken([3000, 2000])).toEqual({ drawn: false, reason: 'too-long' });
  });
});
