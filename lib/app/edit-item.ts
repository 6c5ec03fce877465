import { momentFingerprint } from '../clips/moment.ts';
import type { Failure } from '../core/errors.ts';
import type { Item, ItemChanges } from '../core/item.ts';
import { withPdfPage } from '../core/pdf-page.ts';
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
  | 'page'
  | 'sourceTitle'
  | 'sourceAuthor'
  | 'sourcePublished'
>;

type Deps = { items: ItemStore };

/** Fails with `clip-gone` where there is no such item. */
export function editItem(deps: Deps, id: string, edits: ItemEdits): Promise<Result<Item, Failure>> {
  return attempt(async () =>
    orFail(
      await deps.items.update(id, { ...edits, ...(await following(deps, id, edits)) }),
      'clip-gone',
    ),
  );
}

/** What changes with an edit. */
async function following(
  { items }: Deps,
  id: string,
  { startSeconds, page }: ItemEdits,
): Promise<ItemChanges> {
  if (startSeconds === undefined && page === undefined) return {};
  const item = await items.get(id);
  // A moment that is moved is another moment: the next one at its old time is not doubled by it.
  if (item?.kind === 'moment' && startSeconds !== undefined) {
    return { fingerprint: await momentFingerprint(item.mediaUrl, startSeconds) };
  }
  // The page is a place in the source, too, in the form that others read.
  if (item !== undefined && 'source' in item && page !== undefined) {
    const { source } = item;
    return { source: { ...source, selectors: withPdfPage(source.selectors, page) } };
  }
  return {};
}
