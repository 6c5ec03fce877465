import type { Camera, MediaReader } from '../../lib/app/ports.ts';
import { failure } from '../../lib/core/base/errors.ts';
import { fail, ok } from '../../lib/core/base/result.ts';
import type { CapturedMedia, CapturedMedium } from '../../lib/core/capture/captured-media.ts';

/** A page where nothing plays, and a camera that nobody uses. */
export const noVisuals: { media: MediaReader; camera: Camera } = {
  media: {
    read: async () => ok([]),
    caption: async () => '',
    playback: async () => null,
    seek: async () => false,
  },
  camera: {
    takeFrame: async () => fail(failure('screenshot-failed')),
    takeTab: async () => fail(failure('screenshot-failed')),
    askRegion: async () => ok(true),
  },
};

export function medium(changes: Partial<CapturedMedium> = {}): CapturedMedium {
  return {
    kind: 'video',
    playing: true,
    decorative: false,
    started: true,
    areaPx: 640 * 360,
    currentSeconds: 2756.7,
    durationSeconds: 5400,
    rate: 1,
    live: false,
    expectedSeconds: null,
    expectedUrl: '',
    adShowing: false,
    sourceUrl: '',
    playerUrl: '',
    title: '',
    chapter: '',
    box: { x: 10, y: 20, width: 640, height: 360 },
    viewport: { width: 1200, height: 800 },
    ...changes,
  };
}

export function mediaFrame(
  url: string,
  found?: CapturedMedium,
  changes: Partial<CapturedMedia> = {},
): CapturedMedia {
  return { frame: { top: true }, url, embeds: [], ...(found ? { medium: found } : {}), ...changes };
}
