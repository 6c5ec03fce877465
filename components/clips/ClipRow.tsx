import {
  ArrowDownToLine,
  Ellipsis,
  Eye,
  EyeOff,
  GripVertical,
  Inbox,
  PenLine,
  Trash2,
} from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { hasPages, linkAddress, sourceAddress, sourceTitle } from '../../lib/clips/clip-source.ts';
import type { ImageClip, Item, SourcedClip } from '../../lib/core/post/item.ts';
import type { TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { FactKind, FactPage } from '../../lib/details/talk-facts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { type Inserted, InsertPoint } from './InsertPoint.tsx';
import { kindOf } from './kinds.ts';
import { shortAddress, shortName } from './preview-text.ts';
import { RowContent } from './RowContent.tsx';
import { RowFact } from './RowFact.tsx';

export interface ClipRowProps {
  item: Item;
  /** The row the keyboard is on: its controls are the list's tab stops. */
  current: boolean;
  open: boolean;
  /** Undefined while no row is selected. */
  selected: boolean | undefined;
  /** It goes along with the section that is being moved. */
  goesAlong: boolean;
  pictureUrl: string;
  /** True while the bytes of its picture are loading. */
  pictureLoading: boolean;
  /** True while what shows on hover and focus is left out, for the first frame. */
  bare?: boolean;
  /** The page of its PDF is not known, and the clip is so new that one can still look. */
  asksPage: boolean;
  onAskPage(id: string): void;
  onPress(id: string, event: MouseEvent): void;
  /** `byKey`: who opens it by key goes on in its first field. */
  onToggle(id: string, byKey: boolean): void;
  onHide(id: string, hidden: boolean): void;
  onDelete(id: string): void;
  /** False in a filtered list, where nobody sees what stands between two rows. */
  canInsert: boolean;
  /** False where no clips can land, as in the inbox. */
  canLand: boolean;
  onInsert(what: Inserted, afterId: string): void;
  onTakeOut(id: string): void;
  /** The details that it may be a fact of; undefined in the inbox. */
  evening: WrapUp | undefined;
  onFact(kind: FactKind, talk: TalkOfEvening, page: FactPage): void;
  onRecordingPicture(clip: ImageClip, talk: TalkOfEvening): void;
  /** The editor, while the row is open. */
  children?: ComponentChildren;
}

/** One item of the list. Its main button opens it; what else it offers shows on hover and focus. */
export function ClipRow(props: ClipRowProps) {
  const { item, current, open } = props;
  const kind = kindOf(item);
  const tabIndex = current ? 0 : -1;
  const classes = [
    'clip',
    item.kind === 'section' ? 'sect' : '',
    open ? 'on' : '',
    item.hidden ? 'hidden-clip' : '',
    props.selected ? 'selected' : '',
    props.goesAlong ? 'goes-along' : '',
    item.seenAt === null ? 'unseen' : '',
  ];
  return (
    <li class={classes.filter(Boolean).join(' ')} data-id={item.id} data-kind={item.kind}>
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
      {!props.bare && <RowActions {...props} />}
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

/** What shows on hover and focus. */
function RowActions(props: ClipRowProps) {
  const { item, open } = props;
  const tabIndex = props.current ? 0 : -1;
  const named = t(kindOf(item).named, shortName(item));
  return (
    <span class="act">
      {props.evening && 'source' in item && (
        <RowFact
          wrapUp={props.evening}
          clip={item}
          tabIndex={tabIndex}
          onFact={props.onFact}
          onRecordingPicture={props.onRecordingPicture}
        />
      )}
      <IconButton
        small
        icon={PenLine}
        label={t('popup_edit_row', named)}
        title={t('popup_edit')}
        tabIndex={tabIndex}
        expanded={open}
        onClick={(event) => props.onToggle(item.id, event.detail === 0)}
      />
      <IconButton
        small
        icon={item.hidden ? Eye : EyeOff}
        label={t(item.hidden ? 'popup_show_row' : 'popup_hide_row', named)}
        title={t(item.hidden ? 'popup_show_in_post' : 'popup_hide_in_post')}
        tabIndex={tabIndex}
        onClick={() => props.onHide(item.id, !item.hidden)}
      />
      <IconButton
        small
        icon={Trash2}
        label={t('popup_delete_row', named)}
        title={t('popup_delete')}
        tabIndex={tabIndex}
        onClick={() => props.onDelete(item.id)}
      />
      {props.canLand && (
        <Menu
          small
          label={t('popup_row_more', shortName(item))}
          icon={Ellipsis}
          tabIndex={tabIndex}
          entries={[
            {
              label: t('popup_land_below'),
              icon: ArrowDownToLine,
              onPick: () => props.onInsert('landing', item.id),
            },
            ...(item.kind === 'part'
              ? []
              : [
                  {
                    label: t('popup_take_out'),
                    icon: Inbox,
                    onPick: () => props.onTakeOut(item.id),
                  },
                ]),
          ]}
        />
      )}
    </span>
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
  const name = <bdi>{named || shortAddress(url) || url || sourceTitle(item)}</bdi>;
  return (
    <p class="src">
      {tags}
      {item.kind === 'quote' && item.editedMarkdown !== null && (
        <span class="tag">{t('popup_edited_tag')}</span>
      )}
      {url === '' ? (
        <span class="cut">{name}</span>
      ) : (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          tabIndex={tabIndex}
          title={sourceTitle(item)}
        >
          {name}
        </a>
      )}
      {item.page != null && <span class="at-page">{t('popup_page_at', item.page)}</span>}
      {children}
    </p>
  );
}

/** Where the row's source leads, at the page of the PDF; '' for a file of the note-taker's own. */
function addressOf(item: SourcedClip): string {
  if (item.kind === 'link') return linkAddress(item);
  return hasPages(item) ? sourceAddress(item) : item.source.url;
}
