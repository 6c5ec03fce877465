import { ChevronDown } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { ImageClip, Item, Quote } from '../../lib/core/post/item.ts';
import type { PartLook } from '../clips/PartRow.tsx';
import { flowing, plainPreview, previewText } from '../clips/preview-text.ts';
import type { BlockReader } from '../hooks/use-block-reader.ts';
import { drawNodes, isBlank } from '../preview/draw-node.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type DetailWord, detailPattern, textOf, withDetails } from './detail-words.tsx';

interface BlockContentProps {
  item: Item;
  /** Given for a part of the template. */
  look: PartLook | undefined;
  /** Undefined until it is loaded; then only the words are shown. */
  reader: BlockReader | undefined;
  /** Address of a picture's stored bytes; '' if there are none. */
  pictureUrl: string;
  words: readonly DetailWord[];
  /**
   * Returns the address of a picture's stored bytes, for a picture in a sentence of the template,
   * by its address there; '' for none.
   */
  pictureAt(address: string): string;
}

/** A block as it will look in the post: quoted words in a serif font, ours in the system font. */
export function BlockContent(props: BlockContentProps) {
  const { item, look, reader, pictureUrl } = props;
  if (look) {
    const text = look.text === '' ? '' : flowing(look.text);
    if (text.trim() === '') return <p class="quiet">{t('part_prints_nothing')}</p>;
    return drawPart(reader?.markdown(text) ?? [plainPreview(text)], props);
  }
  if (item.kind === 'image') return <Picture item={item} url={pictureUrl} reader={reader} />;
  if (isEmpty(item))
    return (
      <p class="quiet">{t(item.kind === 'section' ? 'popup_empty_section' : 'popup_empty_note')}</p>
    );
  const nodes = reader?.item(item) ?? [previewText(item)];
  if (isBlank(nodes)) return <p class="block-raw">{previewText(item)}</p>;
  return (
    <>
      {drawNodes(nodes)}
      {item.kind === 'quote' && <Attribution quote={item} reader={reader} />}
      {item.kind === 'moment' && item.checkTime && (
        <p class="under-block warn">{t('popup_check_time')}</p>
      )}
    </>
  );
}

const isEmpty = (item: Item) =>
  (item.kind === 'note' || item.kind === 'section' || item.kind === 'raw') &&
  item.note.trim() === '';

/** The line under the words that names the source; pressing it switches to the next form. */
function Attribution({ quote, reader }: { quote: Quote; reader: BlockReader | undefined }) {
  if (!reader) return null;
  const text = reader.markdown(reader.attribution(quote)).map(textOf).join('').trim();
  return (
    <p class="block-source">
      <button
        type="button"
        class="attribution"
        tabIndex={-1}
        data-act="attribution"
        title={t('desk_attribution_hint')}
      >
        {text === '' ? (
          <span class="quiet">
            {t(quote.sharesSource ? 'popup_attribution_shared' : 'popup_attribution_none')}
          </span>
        ) : (
          <bdi>— {text}</bdi>
        )}
        <Icon of={ChevronDown} />
      </button>
    </p>
  );
}

function Picture({
  item,
  url,
  reader,
}: {
  item: ImageClip;
  url: string;
  reader: BlockReader | undefined;
}) {
  return (
    <>
      {item.note !== '' && drawNodes(reader?.markdown(item.note) ?? [plainPreview(item.note)])}
      <figure class="block-picture">
        {url === '' ? (
          <span class="post-picture">{t('popup_picture_missing')}</span>
        ) : (
          <img src={url} alt={item.alt} />
        )}
        <figcaption>
          {item.alt === '' ? <span class="warn">{t('popup_no_alt')}</span> : item.alt}
        </figcaption>
      </figure>
    </>
  );
}

/**
 * Draws a sentence of the template: its words lead to the details, unless it was written by hand.
 */
function drawPart(
  nodes: ReturnType<BlockReader['markdown']>,
  { item, words: known, pictureAt }: BlockContentProps,
) {
  const words = item.kind === 'part' && item.byHand ? [] : known;
  const pattern = detailPattern(words);
  return drawNodes(nodes, {
    text: (text) => withDetails(text, words, pattern),
    picture(address, alt) {
      const url = pictureAt(address);
      return url === '' ? undefined : <img src={url} alt={alt} />;
    },
  });
}
