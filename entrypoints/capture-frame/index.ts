import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type DrawnFrame, drawFrame } from '../../lib/page/media/draw-frame.ts';
import type {} from '../capture-moment/index.ts';

/** Runs after `capture-moment.js`, in the frame with the video: what that shows, as a picture. */
export default defineUnlistedScript({
  main(): DrawnFrame | Promise<DrawnFrame> {
    const media = globalThis.wrapupMedium?.media;
    return media instanceof HTMLVideoElement
      ? drawFrame(media)
      : { drawn: false, reason: 'no-frame' };
  },
});
