import { Eye, EyeOff, GripVertical, PenLine, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Item } from '../../lib/core/item.ts';
import { t } from '../hooks/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { kindOf } from './kinds.ts';
import { shortAddress } from './preview-text.ts';
import { RowContent } from './RowContent.tsx';

export interface ClipRowProps {
  item: Item;
  /** The row the keyboard is on: its controls are the list's tab stops. */
  current: boolean;
  open: boolean;
  pictureUrl: string;
  onToggle(id: string): void;
  onHide(id: string, hidden: boolean): void;
  onDelete(id: string): void;
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
        onClick={() => props.onToggle(item.id)}
      >
        <Icon of={kind.icon} label={t(kind.name)} class="kind" />
        <span class="clip-text">
          <RowContent item={item} pictureUrl={props.pictureUrl} />
        </span>
      </button>
      <Source item={item} tabIndex={tabIndex} />
      <span class="act">
        <IconButton
          small
          icon={PenLine}
          label={t('popup_edit')}
          tabIndex={tabIndex}
          expanded={open}
          onClick={() => props.onToggle(item.id)}
        />
        <IconButton
          small
          icon={item.hidden ? Eye : EyeOff}
          label={item.hidden ? t('popup_show_in_post') : t('popup_hide_in_post')}
          tabIndex={tabIndex}
          onClick={() => props.onHide(item.id, !item.hidden)}
        />
        <IconButton
          small
          icon={Trash2}
          label={t('popup_delete')}
          tabIndex={tabIndex}
          onClick={() => props.onDelete(item.id)}
        />
      </span>
      {open && props.children}
    </li>
  );
}

function Source({ item, tabIndex }: { item: Item; tabIndex: number }) {
  const tags = item.hidden && <span class="tag">{t('popup_hidden_tag')}</span>;
  if (item.kind === 'note' || item.kind === 'section') {
    return tags ? <p class="src">{tags}</p> : null;
  }
  const url = item.kind === 'link' ? item.url : item.source.url;
  const named = item.kind === 'quote' && item.attribution === 'title' ? item.source.cleanTitle : '';
  return (
    <p class="src">
      {tags}
      {item.kind === 'quote' && item.editedMarkdown !== null && (
        <span class="tag">{t('popup_edited_tag')}</span>
      )}
      <a href={url} target="_blank" rel="noreferrer" tabIndex={tabIndex} title={item.source.title}>
        <bdi>{named || shortAddress(url) || url}</bdi>
      </a>
    </p>
  );
}
