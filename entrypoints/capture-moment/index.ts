import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureMedia, type Found } from '../../lib/page/media/capture-media.ts';
import { players } from '../../lib/sites/registry/pages/players.ts';

declare global {
  /** The recording found last in this frame, for the caption and for `capture-frame.js`. */
  var wrapupMedium: (Pick<Found, 'media'> & { text?: string }) | undefined;
}

/** Runs on demand, in every frame the browser lets us into; its value is the frame's answer. */
export default defineUnlistedScript({
  main() {
    const { answer, found } = captureMedia(document, { top: window === window.top }, players);
    const medium: typeof globalThis.wrapupMedium = found && { media: found.media };
    globalThis.wrapupMedium = medium;
    // The caption is for later: saving the moment does not wait for it.
    if (medium && found) setTimeout(() => Object.assign(medium, { text: found.caption() }));
    return answer;
  },
});
