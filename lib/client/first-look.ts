import { noteProblem } from '../core/base/problem.ts';
import { type FirstLook, readFirstLook } from '../store/first-look.ts';
import { database } from './services.ts';
import type { ViewState } from './view-state.ts';

/** After so long the page shows itself without its data. */
const patienceMs = 200;
/** The popup's height in `controls.css`, and the least of a row's, px. */
const popupPx = 580;
const rowPx = 40;

/**
 * What the popup shows first, so that its first paint is the list. Undefined where that takes too
 * long or fails; the live queries say why.
 */
export async function takeFirstLook(view: ViewState): Promise<FirstLook | undefined> {
  const look = readFirstLook(database, {
    placeId: view.placeId,
    anchorId: view.anchor?.id,
    newestId: view.newestId,
    rows: Math.ceil(Math.max(popupPx, innerHeight) / rowPx),
  }).catch((thrown: unknown) => {
    noteProblem('popup.first-look', thrown);
    return undefined;
  });
  const slow = new Promise<undefined>((resolve) => {
    setTimeout(resolve, patienceMs);
  });
  return Promise.race([look, slow]);
}
