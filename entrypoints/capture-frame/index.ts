import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawFrame } from '../../lib/page/media/draw-frame.ts';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { world } from '../../lib/page-wire/world.ts';

type Answer = Answered<'capture-frame'>;

/**
 * Runs after `capture-moment.js`, in the frame with the video, and returns the video's current
 * frame as a picture.
 */
export default defineUnlistedScript({
  main(): Answer | Promise<Answer> {
    const media = world().medium?.media;
    return media instanceof HTMLVideoElement
      ? drawFrame(media)
      : { drawn: false, reason: 'no-frame' };
  },
});
