import { GripVertical } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { hasPages, linkAddress, sourceAddress, sourceTitle } from '../../lib/clips/clip-source.ts';
import type { ImageClip, Item, Quote, SourcedClip } from '../../lib/core/post/item.ts';
import type { TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { FactKind, FactPage } from '../../lib/details/talk-facts.ts';
import { Icon } from '../ui/Icon.tsx';
import { InsertPoint } from './InsertPoint.tsx';
import { kindOf } from './kinds.ts';
import { shortAddress, shortName } from './preview-text.ts';
import { RowButtons } from './RowButtons.tsx';
import { RowContent } from './RowContent.tsx';
import { RowFact } from './RowFact.tsx';
import { itemEntries } from './row-menu.ts';
import { type RowProps, rowClass } from './row-props.ts';

export interface ClipRowProps extends RowProps {
  pictureUrl: string;
  /** True while the bytes of its picture are loading. */
  pictureLoading: boolean;
  /** True in the first frame, which leaves out what shows on hover and focus. */
  bare?: boolean;
  /** The page of its PDF is unknown, and the clip is so new that the user can still look it up. */
  asksPage: boolean;
  onAskPage(id: string): void;
  /** `byKey`: it was opened by keyboard, so the focus goes to its first field. */
  onToggle(id: string, byKey: boolean): void;
  onDelete(id: string): void;
  /** False if no clips can land, as in the inbox. */
  canLand: boolean;
  onTakeOut(id: string): void;
  onClipAgain(quote: Quote): void;
  /** The wrap-up whose details it may fill; undefined in the inbox. */
  evening: WrapUp | undefined;
  onFact(kind: FactKind, talk: TalkOfEvening, page: FactPage): void;
  onRecordingPicture(clip: ImageClip, talk: TalkOfEvening): void;
}

/** One item of the list. Its main button opens it; its other actions show on hover and focus. */
export function ClipRow(props: ClipRowProps) {
  const { item, current, open } = props;
  const kind = kindOf(item);
  const tabIndex = current ? 0 : -1;
  return (
    <li
      class={rowClass(props, item.kind === 'section' ? 'sect' : '')}
      data-id={item.id}
      data-kind={item.kind}
    >
      <span class="grip" aria-hidden="true" title={t('popup_drag')}>
        <Icon of={GripVertical} />
      </span>
      <button
        type="button"
        class="clip-main"
        tabIndex={tabIndex}
        aria-expanded={open}
        aria-pressed={props.selected}
        onClick={(event) => props.onPress(item.id, event)}
      >
        <Icon of={kind.icon} label={t(kind.name)} class="kind" />
        {item.seenAt === null && (
          <span class="dot" role="img" aria-label={t('popup_unseen')} title={t('popup_unseen')} />
        )}
        <span class="clip-text">
          <RowContent item={item} pictureUrl={props.pictureUrl} />
        </span>
      </button>
      <Source item={item} tabIndex={tabIndex}>
        {props.pictureLoading && <span class="tag">{t('popup_picture_loading')}</span>}
        {props.asksPage && (
          <button
            type="button"
            class="text-button"
            tabIndex={tabIndex}
            onClick={() => props.onAskPage(item.id)}
          >
            {t('popup_page_ask')}
          </button>
        )}
      </Source>
      {!props.bare && (
        <RowButtons
          item={item}
          open={open}
          tabIndex={tabIndex}
          onEdit={(byKey) => props.onToggle(item.id, byKey)}
          onHide={props.onHide}
          onDelete={props.onDelete}
          entries={props.canLand ? itemEntries(props) : []}
        >
          {props.evening && 'source' in item && (
            <RowFact
              wrapUp={props.evening}
              clip={item}
              tabIndex={tabIndex}
              onFact={props.onFact}
              onRecordingPicture={props.onRecordingPicture}
            />
          )}
        </RowButtons>
      )}
      {open && props.children}
      {props.canInsert && !props.bare && (
        <InsertPoint
          label={t('popup_insert_below', shortName(item))}
          tabIndex={tabIndex}
          canLand={props.canLand}
          onInsert={(what) => props.onInsert(what, item.id)}
        />
      )}
    </li>
  );
}

interface SourceProps {
  item: Item;
  tabIndex: number;
  children?: ComponentChildren;
}

function Source({ item, tabIndex, children }: SourceProps) {
  const tags = item.hidden && <span class="tag">{t('popup_hidden_tag')}</span>;
  if (!('source' in item)) {
    return tags ? <p class="src">{tags}</p> : null;
  }
  const url = addressOf(item);
  const named = item.kind === 'quote' && item.attribution === 'title' ? sourceTitle(item) : '';
  const name = named || shortAddress(url) || url || sourceTitle(item);
  return (
    <p class="src">
      {tags}
      {item.kind === 'quote' && item.editedMarkdown !== null && (
        <span class="tag">{t('popup_edited_tag')}</span>
      )}
      {url === '' ? (
        <span class="cut" dir="auto">
          {name}
        </span>
      ) : (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          tabIndex={tabIndex}
          title={sourceTitle(item)}
          dir="auto"
        >
          {name}
        </a>
      )}
      {item.page != null && <span class="at-page">{t('popup_page_at', item.page)}</span>}
      {children}
    </p>
  );
}

/**
 * Returns the address of the row's source, at the page of the PDF; '' for one of the note-taker's
 * own files.
 */
function addressOf(item: SourcedClip): string {
  if (item.kind === 'link') return linkAddress(item);
  return hasPages(item) ? sourceAddress(item) : item.source.url;
}
