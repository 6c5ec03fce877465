import { whenLoaded } from '../core/base/load-code.ts';
import { noteProblem } from '../core/base/problem.ts';
import {
  type FirstBlocks,
  type FirstLook,
  readFirstBlocks,
  readFirstLook,
} from '../store/first-look.ts';
import { rowsAtFirst } from './early-look.ts';
import { leftAt } from './left-at.ts';
import { loadBlockRenderer } from './loaded-later.ts';
import { database } from './services.ts';

/** After this time the page shows itself without its data. */
const patienceMs = 200;
/** It is longer because the desk has nothing else to show. */
const deskPatienceMs = 1_000;

/**
 * Reads what the popup shows first, so that its first paint is the list. Undefined if that takes
 * too long or fails; the live queries report why.
 */
export const takeFirstLook = (): Promise<FirstLook | undefined> =>
  inTime(
    patienceMs,
    'popup.first-look',
    readFirstLook(database, { ...leftAt(), rows: rowsAtFirst() }, earlyRows()),
  );

const earlyPost = async () => (await globalThis.wrapupEarly?.library)?.post;
const earlyRows = async () => (await globalThis.wrapupEarly?.library)?.rows;

/**
 * Reads what the desk shows first, with the code that draws it; otherwise the words would appear
 * before their formatting.
 * @param wrapUpId undefined: the current wrap-up
 */
export async function takeFirstBlocks(
  wrapUpId: string | undefined,
): Promise<FirstBlocks | undefined> {
  const code = whenLoaded(loadBlockRenderer(), () => {});
  const [look] = await Promise.all([
    inTime(
      deskPatienceMs,
      'desk.first-look',
      readFirstBlocks(database, wrapUpId, rowsAtFirst(), earlyPost()),
    ),
    inTime(deskPatienceMs, 'desk.first-code', code),
  ]);
  return look;
}

/** Returns what was read; undefined if that failed or took too long. */
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
