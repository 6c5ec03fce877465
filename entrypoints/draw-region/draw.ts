import { speak } from '../../lib/browser/i18n.ts';
import { request } from '../../lib/messages/client.ts';
import type { Question } from '../../lib/page-wire/scripts.ts';
import { world } from '../../lib/page-wire/world.ts';
import { removeLeftOvers } from '../confirmation/overlay.ts';
import { Drawing } from './drawing.ts';
import { showCanvas } from './host.ts';
import { readWords } from './words.ts';

/** Shows the layer instead of the previous one. Returns whether the page could show it. */
export function draw(asked: Question<'draw-region'> | undefined): boolean {
  if (!asked) return false;
  world().drawing?.end();
  // Otherwise it would be under the drawing layer, and in the picture.
  world().confirmation?.close();
  removeLeftOvers(document, 'region');
  speak(asked.messages);
  const canvas = showCanvas(document, readWords());
  if (!canvas) return false;
  const drawing = new Drawing(canvas, (box, viewport) => {
    void request('region.take', { requestId: asked.requestId, box, viewport });
  });
  world().drawing = drawing;
  return true;
}
