import type { ChangeView } from '../core/post/change.ts';
import type { Item } from '../core/post/item.ts';
import { recordingsOf, type TalkRecording } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { unusedName } from '../core/text/file-name.ts';

/**
 * Returns the items of the post and of the tray: a picture there keeps its name for when it is
 * placed.
 */
export async function allItems(
  view: Pick<ChangeView, 'items' | 'tray'>,
  wrapUpId: string,
): Promise<Item[]> {
  return [...(await view.items(wrapUpId)), ...(await view.tray(wrapUpId))];
}

/**
 * Returns a file name that no other picture of a wrap-up has: `ring.png`, `ring-2.png`, …
 * @param recordings whose pictures' names also count as taken
 */
export function freeName(
  others: readonly Item[],
  ownId: string,
  fileName: string,
  recordings: readonly TalkRecording[] = [],
): string {
  const taken = others.flatMap((item) =>
    item.kind === 'image' && item.id !== ownId ? [item.fileName] : [],
  );
  const ofRecordings = recordings.map(({ picture }) => picture.slice(picture.lastIndexOf('/') + 1));
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = [fileName.slice(0, dot), fileName.slice(dot + 1)];
  return unusedName(stem, extension, new Set([...taken, ...ofRecordings]));
}

/**
 * Returns the names of all its files and pictures in lower case, because some systems ignore case.
 */
export async function takenNames(
  view: Pick<ChangeView, 'items' | 'tray'>,
  wrapUp: WrapUp,
): Promise<Set<string>> {
  const ofFiles = (wrapUp.files ?? []).map(({ fileName }) => fileName);
  const items = await allItems(view, wrapUp.id);
  const ofItems = items.flatMap((item) => (item.kind === 'image' ? [item.fileName] : []));
  const ofRecordings = recordingsOf(wrapUp).map(({ recording: { picture } }) =>
    picture.slice(picture.lastIndexOf('/') + 1),
  );
  return new Set([...ofFiles, ...ofItems, ...ofRecordings].map((name) => name.toLowerCase()));
}
