import { limits } from '../../core/base/limits.ts';
import type { DrawnFrame } from '../../core/capture/drawn-frame.ts';
import { isUniform, probePx } from '../../core/media/uniform-picture.ts';

/** No post shows more; an 8K frame would be a file of about 50 MB. */
const maxSidePx = 3_840;
const tries = 4;
const pauseMs = 200;

function draw(video: HTMLVideoElement, width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context?.drawImage(video, 0, 0, width, height);
  return { canvas, context };
}

/** Returns its native size, or scaled to what a post can show. */
export function frameSize(
  { videoWidth, videoHeight }: Pick<HTMLVideoElement, 'videoWidth' | 'videoHeight'>,
  maxPx = maxSidePx,
): { width: number; height: number } {
  const scale = Math.min(1, maxPx / Math.max(videoWidth, videoHeight, 1));
  return {
    width: Math.max(1, Math.round(videoWidth * scale)),
    height: Math.max(1, Math.round(videoHeight * scale)),
  };
}

async function toBase64(canvas: HTMLCanvasElement): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob || blob.size > limits.assetBytes) return '';
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => resolve('');
    reader.readAsDataURL(blob);
  });
}

/**
 * Draws the current frame of a video, as PNG. A frame of a single colour is drawn again a few
 * times, a moment later, because between two scenes, or before the first frame, everything is
 * black.
 */
export async function drawFrame(video: HTMLVideoElement): Promise<DrawnFrame> {
  if (video.videoWidth === 0 || video.readyState < 2) return { drawn: false, reason: 'no-frame' };
  try {
    for (let left = tries; ; left--) {
      const { width, height } = frameSize(video);
      const seconds = video.currentTime;
      const { canvas } = draw(video, width, height);
      const { context } = draw(video, probePx.width, probePx.height);
      // This throws if the video is from another site that did not allow it.
      const pixels = context?.getImageData(0, 0, probePx.width, probePx.height);
      const uniform = pixels !== undefined && isUniform(pixels.data);
      if (!uniform || left <= 1) {
        const whole = await toBase64(canvas);
        const base64 =
          whole ||
          (await toBase64(draw(video, Math.ceil(width / 2), Math.ceil(height / 2)).canvas));
        if (base64 === '') return { drawn: false, reason: 'too-long' };
        const reduced = whole === '' || width < video.videoWidth;
        return { drawn: true, base64, uniform, reduced, seconds };
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  } catch {
    // It is from another origin, so the picture is cut from the tab's instead.
    return { drawn: false, reason: 'tainted' };
  }
}
