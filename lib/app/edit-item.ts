import type { Failure } from '../core/errors.ts';
import type { Item, ItemChanges } from '../core/item.ts';
import { momentFingerprint } from '../core/moment.ts';
import type { Result } from '../core/result.ts';
import { attempt, orFail } from './attempt.ts';
import type { ItemStore } from './ports.ts';

/** What a note-taker may change; the words of a quote and its source are fixed at capture. */
export type ItemEdits = Pick<
  ItemChanges,
  | 'note'
  | 'form'
  | 'hidden'
  | 'editedMarkdown'
  | 'attribution'
  | 'attributionLabel'
  | 'title'
  | 'url'
  | 'alt'
  | 'path'
  | 'fileName'
  | 'linkUrl'
  | 'startSeconds'
  | 'endSeconds'
  | 'checkTime'
>;

type Deps = { items: ItemStore };

/** Fails with `clip-gone` where there is no such item. */
export function editItem(deps: Deps, id: string, edits: ItemEdits): Promise<Result<Item, Failure>> {
  return attempt(async () =>
    orFail(
      await deps.items.update(id, { ...edits, ...(await newFingerprint(deps, id, edits)) }),
      'clip-gone',
    ),
  );
}

/** A moment that is moved is another moment: the next one at its old time is not doubled by it. */
async function newFingerprint(
  { items }: Deps,
  id: string,
  { startSeconds }: ItemEdits,
): Promise<ItemChanges> {
  if (startSeconds === undefined) return {};
  const item = await items.get(id);
  if (item?.kind !== 'moment') return {};
  return { fingerprint: await momentFingerprint(item.mediaUrl, startSeconds) };
}
