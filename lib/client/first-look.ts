import { whenLoaded } from '../core/base/load-code.ts';
import { noteProblem } from '../core/base/problem.ts';
import {
  type FirstBlocks,
  type FirstLook,
  readFirstBlocks,
  readFirstLook,
} from '../store/first-look.ts';
import { loadBlockRenderer } from './loaded-later.ts';
import { database } from './services.ts';
import type { ViewState } from './view-state.ts';

/** After so long the page shows itself without its data. */
const patienceMs = 200;
/** The desk has nothing else to show. */
const deskPatienceMs = 1_000;
/** The popup's height in `controls.css`, and the least of a row's, px. */
const popupPx = 580;
const rowPx = 40;

/**
 * What the popup shows first, so that its first paint is the list. Undefined if that takes too long
 * or fails; the live queries say why.
 */
export const takeFirstLook = (view: ViewState): Promise<FirstLook | undefined> =>
  inTime(
    patienceMs,
    'popup.first-look',
    readFirstLook(database, {
      placeId: view.placeId,
      anchorId: view.anchor?.id,
      newestId: view.newestId,
      rows: Math.ceil(Math.max(popupPx, innerHeight) / rowPx),
    }),
  );

/**
 * What the desk shows first, with the code that draws it: else words would come first, and their form later.
 * @param wrapUpId undefined: the one that takes the clips
 */
export async function takeFirstBlocks(
  wrapUpId: string | undefined,
): Promise<FirstBlocks | undefined> {
  const rows = Math.ceil(innerHeight / rowPx);
  const code = whenLoaded(loadBlockRenderer(), () => {});
  const [look] = await Promise.all([
    inTime(deskPatienceMs, 'desk.first-look', readFirstBlocks(database, wrapUpId, rows)),
    inTime(deskPatienceMs, 'desk.first-code', code),
  ]);
  return look;
}

/** What was read; undefined if that failed or takes too long. */
function inTime<T>(ms: number, name: string, reading: Promise<T>): Promise<T | undefined> {
  const slow = new Promise<undefined>((resolve) => {
    setTimeout(resolve, ms);
  });
  const read = reading.catch((thrown: unknown) => {
    noteProblem(name, thrown);
    return undefined;
  });
  return Promise.race([read, slow]);
}
