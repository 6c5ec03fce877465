import type { Item } from '../../lib/core/item.ts';
import { t } from '../hooks/i18n.ts';
import { plainPreview, previewText } from './preview-text.ts';

interface RowContentProps {
  item: Item;
  /** Address of the picture's kept bytes, once they are read; '' where there are none. */
  pictureUrl: string;
}

/** What a row shows of its item: the note-taker's words in the system's face, the page's in a serif. */
export function RowContent({ item, pictureUrl }: RowContentProps) {
  switch (item.kind) {
    case 'quote':
      return (
        <>
          {item.note && (
            <span class="clip-note" dir="auto">
              {plainPreview(item.note)}
            </span>
          )}
          <span class="clip-quote" dir="auto">
            {previewText(item)}
          </span>
        </>
      );
    case 'link':
    case 'moment':
      return <LinkedWords item={item} />;
    case 'image':
      return (
        <span class="clip-picture">
          {pictureUrl ? <img class="thumb" src={pictureUrl} alt="" /> : <span class="thumb" />}
          <span>
            {item.note && (
              <span class="clip-note" dir="auto">
                {plainPreview(item.note)}
              </span>
            )}
            {item.alt ? (
              <span class="clip-note" dir="auto">
                {item.alt}
              </span>
            ) : (
              <span class="quiet">{t('popup_no_alt')}</span>
            )}
          </span>
        </span>
      );
    case 'note':
      return item.note ? (
        <span class="clip-note" dir="auto">
          {plainPreview(item.note)}
        </span>
      ) : (
        <span class="quiet">{t('popup_empty_note')}</span>
      );
    case 'section':
      return item.note ? (
        <span class="section-text" dir="auto">
          {plainPreview(item.note)}
        </span>
      ) : (
        <span class="quiet">{t('popup_empty_section')}</span>
      );
  }
}

/** A link or a moment with the note-taker's words, in the order they will have in the post. */
function LinkedWords({ item }: { item: Extract<Item, { kind: 'link' | 'moment' }> }) {
  const label = item.kind === 'moment' ? `[${previewText(item)}]` : previewText(item);
  const at = item.note.indexOf('{link}');
  const before = at < 0 ? '' : item.note.slice(0, at);
  const after = at < 0 ? ` ${item.note}` : item.note.slice(at + '{link}'.length);
  return (
    <span class="clip-note" dir="auto">
      {plainPreview(before)}
      {/\s$/.test(before) && ' '}
      <span class="clip-title">{label}</span>
      {/^\s/.test(after) && ' '}
      {plainPreview(after)}
    </span>
  );
}
