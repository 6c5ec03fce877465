import { t } from '../../lib/client/i18n.ts';
import { keptDays, type TrashEntry } from '../../lib/core/library/trash.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import { previewText, searchText } from '../clips/preview-text.ts';

/** Returns the words that identify an entry in its row. */
export function entryTitle(entry: TrashEntry): string {
  switch (entry.kind) {
    case 'item':
      return previewText(entry.item) || entryKind(entry);
    case 'wrapUp':
      return entry.wrapUp.title || t('popup_untitled');
    case 'picture':
      return entry.replaced.fileName || entryKind(entry);
  }
}

export function entryKind(entry: TrashEntry): string {
  if (entry.kind === 'wrapUp') return t('trash_kind_wrap_up');
  if (entry.kind === 'picture')
    return t(entry.replaced.fileId ? 'trash_kind_file' : 'trash_kind_picture');
  const { item } = entry;
  const kind =
    item.kind === 'section' ? (item.form === 'lead-in' ? 'lead_in' : 'heading') : item.kind;
  return t(`popup_kind_${kind}`);
}

/** Returns where it was, as part of a sentence. */
export function entryPlace(entry: TrashEntry): string {
  if (entry.kind === 'wrapUp') return t('trash_items', entry.itemCount);
  const isInbox = entry.item?.wrapUpId === inboxId;
  return isInbox ? t('popup_inbox') : entry.wrapUp?.title || t('popup_untitled');
}

/** True if its wrap-up is in the trash, too, and is restored with it. */
export const bringsWrapUp = (entry: TrashEntry): boolean =>
  entry.kind === 'item' && entry.wrapUp !== undefined && entry.wrapUp.deletedAt !== null;

/** When it is purged, ms since 1970. */
export const goneAtMs = ({ deletedAt }: TrashEntry): number =>
  Date.parse(deletedAt) + keptDays * 86_400_000;

/** Returns the entries that contain every word of the query. */
export function searchTrash(entries: readonly TrashEntry[], query: string): readonly TrashEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

/** A cache, because it is searched with every letter of a query. */
const texts = new WeakMap<TrashEntry, string>();

function textOf(entry: TrashEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const own = entry.kind === 'item' ? searchText(entry.item) : '';
  const text = `${own}\n${entryTitle(entry)}\n${entryPlace(entry)}`.toLowerCase();
  texts.set(entry, text);
  return text;
}
