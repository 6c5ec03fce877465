import { t } from '../../lib/client/i18n.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';
import { leadInLink, plainPreview, previewText, wordsAroundLink } from './preview-text.ts';

interface RowContentProps {
  item: Item;
  /** Address of the picture's stored bytes, once they are read; '' if there are none. */
  pictureUrl: string;
}

/**
 * What a row shows of its item: the note-taker's words in the system font, the page's in a serif
 * font.
 */
export function RowContent({ item, pictureUrl }: RowContentProps) {
  switch (item.kind) {
    case 'quote':
      return (
        <>
          <LeadIn item={item} />
          <span class="clip-quote" dir="auto">
            {previewText(item)}
          </span>
        </>
      );
    case 'link':
      return <LinkedWords label={previewText(item)} note={item.note} />;
    case 'moment':
      return (
        <>
          <LinkedWords label={`[${previewText(item)}]`} note={item.note} />
          {item.checkTime && <span class="warn">{t('popup_check_time')}</span>}
        </>
      );
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
    case 'raw':
      return item.note ? (
        <span class="clip-note clip-raw" dir="auto">
          {previewText(item)}
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

/** A link and the note-taker's words about it, in the order of the post. */
function LinkedWords({ label, note }: { label: string; note: string }) {
  const { before, after } = wordsAroundLink(note);
  return (
    <span class="clip-note" dir="auto">
      {before}
      <span class="clip-title">{label}</span>
      {after}
    </span>
  );
}

/** The lead-in of a quote. */
function LeadIn({ item }: { item: Quote }) {
  const link = leadInLink(item);
  if (link !== undefined) return <LinkedWords label={link} note={item.note} />;
  return item.note ? (
    <span class="clip-note" dir="auto">
      {plainPreview(item.note)}
    </span>
  ) : null;
}
