import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { request } from '../../lib/messages/client.ts';
import type {} from '../confirmation/index.ts';
import { Drawing } from './drawing.ts';
import { regionHost, showCanvas } from './host.ts';
import { readWords } from './words.ts';

declare global {
  /** Set by the background in this world just before the script runs; allows one picture. */
  var wrapupRegionId: string | undefined;
  var wrapupDrawing: Drawing | undefined;
}

/**
 * Runs on demand in the top frame: lets the note-taker draw a region, and tells the background
 * which. Returns whether the page could show that.
 */
export default defineUnlistedScript({
  main() {
    const requestId = globalThis.wrapupRegionId;
    if (!requestId) return false;
    globalThis.wrapupDrawing?.end();
    // It would lie under what is drawn on, and in the picture.
    globalThis.wrapupShown?.close();
    for (const old of document.querySelectorAll(regionHost)) old.remove();
    const canvas = showCanvas(document, readWords());
    if (!canvas) return false;
    const drawing = new Drawing(canvas, (box, viewport) => {
      void request('region.take', { requestId, box, viewport });
    });
    globalThis.wrapupDrawing = drawing;
    return true;
  },
});
