import type { Failure } from '../core/errors.ts';
import type { Item, ItemChanges } from '../core/item.ts';
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
>;

/** Fails with `clip-gone` where there is no such item. */
export function editItem(
  deps: { items: ItemStore },
  id: string,
  edits: ItemEdits,
): Promise<Result<Item, Failure>> {
  return attempt(async () => orFail(await deps.items.update(id, edits), 'clip-gone'));
}
