import { Eye, EyeOff, FolderInput, Inbox, Trash2, X } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { inboxId } from '../../lib/core/post/item.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Place } from './ClipEditor.tsx';

interface SelectionBarProps {
  count: number;
  /** Wrap-ups and the inbox, without the current one. */
  places: readonly Place[];
  /** False in the inbox, which has no post. */
  canTakeOut: boolean;
  onHide(hidden: boolean): void;
  onTakeOut(): void;
  onMoveTo(placeId: string): void;
  onDelete(): void;
  onClear(): void;
}

/** The actions for all selected rows. */
export function SelectionBar(props: SelectionBarProps) {
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('popup_selection')}>
      <span class="grow" role="status">
        {t('popup_selected', props.count)}
      </span>
      <IconButton
        small
        icon={EyeOff}
        label={t('popup_hide_all')}
        onClick={() => props.onHide(true)}
      />
      <IconButton
        small
        icon={Eye}
        label={t('popup_show_all')}
        onClick={() => props.onHide(false)}
      />
      {props.canTakeOut && (
        <IconButton small icon={Inbox} label={t('popup_take_out_all')} onClick={props.onTakeOut} />
      )}
      <Menu
        small
        icon={FolderInput}
        label={t('popup_move_all')}
        entries={props.places.map(({ id, title }) => ({
          label: id === inboxId ? t('popup_inbox') : title || t('popup_untitled'),
          icon: FolderInput,
          onPick: () => props.onMoveTo(id),
        }))}
      />
      <IconButton small icon={Trash2} label={t('popup_delete_all')} onClick={props.onDelete} />
      <IconButton small icon={X} label={t('popup_selection_clear')} onClick={props.onClear} />
    </div>
  );
}
