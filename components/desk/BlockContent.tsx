import { ChevronDown } from 'lucide';
import { createElement, type VNode } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import type { PostElement, PostNode } from '../../lib/client/post-nodes.ts';
import type { ImageClip, Item, Quote } from '../../lib/core/post/item.ts';
import type { PartLook } from '../clips/PartRow.tsx';
import { flowing, plainPreview, previewText } from '../clips/preview-text.ts';
import type { BlockReader } from '../hooks/use-block-reader.ts';
import { Icon } from '../ui/Icon.tsx';
import { type DetailWord, detailPattern, textOf, withDetails } from './detail-words.tsx';

interface BlockContentProps {
  item: Item;
  /** Of a part of the template. */
  look: PartLook | undefined;
  /** Undefined until it is loaded: then the words alone are shown. */
  reader: BlockReader | undefined;
  /** Of a picture's kept bytes; '' where there are none. */
  pictureUrl: string;
  words: readonly DetailWord[];
  /** Address of the kept bytes of a picture in a sentence of the template, by its address there; '' for none. */
  pictureAt(address: string): string;
}

/** A block as it will look in the post: theirs in the serif, ours in the system's face. */
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
      {draw(nodes)}
      {item.kind === 'quote' && <Attribution quote={item} reader={reader} />}
      {item.kind === 'moment' && item.checkTime && <p class="warn">{t('popup_check_time')}</p>}
    </>
  );
}

const isEmpty = (item: Item) =>
  (item.kind === 'note' || item.kind === 'section' || item.kind === 'raw') &&
  item.note.trim() === '';

const isBlank = (nodes: readonly PostNode[]) =>
  nodes.every((node) => typeof node === 'string' && node.trim() === '');

/** What names the source, under the words; pressed, it takes the next form. */
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
      {item.note !== '' && draw(reader?.markdown(item.note) ?? [plainPreview(item.note)])}
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

interface Drawing {
  words: readonly DetailWord[];
  pattern: RegExp | undefined;
  pictureAt(address: string): string;
}

const plain: Drawing = { words: [], pattern: undefined, pictureAt: () => '' };

const draw = (nodes: readonly PostNode[]) => nodes.map((node) => drawNode(node, plain));

/** A sentence of the template: its words lead to the details, unless it is written by hand. */
function drawPart(
  nodes: readonly PostNode[],
  { item, words: known, pictureAt }: BlockContentProps,
) {
  const words = item.kind === 'part' && item.byHand ? [] : known;
  const drawing = { words, pattern: detailPattern(words), pictureAt };
  return nodes.map((node) => drawNode(node, drawing));
}

/** Nothing in it loads anything; its links show where they lead, and lead nowhere while one edits. */
function drawNode(node: PostNode, drawing: Drawing): VNode | string | (VNode | string)[] {
  if (typeof node === 'string') return withDetails(node, drawing.words, drawing.pattern);
  const children = () => node.children.map((each) => drawNode(each, drawing));
  switch (node.tag) {
    case 'a':
      return (
        <span class="draft-link" title={node.address}>
          {children()}
        </span>
      );
    case 'img': {
      const url = drawing.pictureAt(node.address);
      return url === '' ? (
        <span class="post-picture">{node.alt || node.address}</span>
      ) : (
        <img src={url} alt={node.alt} />
      );
    }
    case 'input':
      return node.checked ? '☑' : '☐';
    case 'section':
      return <div>{children()}</div>;
    default:
      return createElement(node.tag, isTextBlock(node) ? { dir: 'auto' } : null, ...children());
  }
}

const isTextBlock = ({ tag }: PostElement) => /^(?:p|h\d|li|td|th|blockquote)$/.test(tag);
