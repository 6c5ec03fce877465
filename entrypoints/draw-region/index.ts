import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { request } from '../../lib/messages/client.ts';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { askedOf, world } from '../../lib/page-wire/world.ts';
import { removeLeftOvers } from '../confirmation/overlay.ts';
import { Drawing } from './drawing.ts';
import { showCanvas } from './host.ts';
import { readWords } from './words.ts';

/**
 * Runs on demand in the top frame: lets the note-taker draw a region, and tells the background
 * which. Returns whether the page could show that.
 */
export default defineUnlistedScript({
  main(): Answered<'draw-region'> {
    const asked = askedOf('draw-region');
    if (!asked) return false;
    world().drawing?.end();
    // It would lie under what is drawn on, and in the picture.
    world().confirmation?.close();
    removeLeftOvers(document, 'region');
    const canvas = showCanvas(document, readWords());
    if (!canvas) return false;
    const drawing = new Drawing(canvas, (box, viewport) => {
      void request('region.take', { requestId: asked.requestId, box, viewport });
    });
    world().drawing = drawing;
    return true;
  },
});
