import { Ellipsis, Eye, EyeOff, PenLine, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { kindOf } from './kinds.ts';
import type { PartLook } from './PartRow.tsx';
import { shortName } from './preview-text.ts';
import type { RowProps } from './row-props.ts';

interface RowButtonsProps extends Pick<RowProps, 'item' | 'open' | 'onHide'> {
  /** Given for a part of the template, which is shown by its name alone. */
  look?: PartLook | undefined;
  tabIndex: number;
  /** Absent if the row itself is the button that opens it. `byKey`: no pointer pressed it. */
  onEdit?(byKey: boolean): void;
  /** Absent if it cannot be deleted. */
  onDelete?: ((id: string) => void) | undefined;
  /** Entries of its menu; without any, there is no menu. */
  entries: readonly MenuEntry[];
  /** Shown before the buttons. */
  children?: ComponentChildren;
}

/** The buttons of a row, shown on hover and focus. */
export function RowButtons(props: RowButtonsProps) {
  const { item, look, tabIndex, onEdit, onDelete, entries } = props;
  const name = look ? look.name : shortName(item);
  const named = look ? name : t(kindOf(item).named, name);
  return (
    <span class="act">
      {props.children}
      {onEdit && (
        <IconButton
          small
          icon={PenLine}
          label={t('popup_edit_row', named)}
          title={t('popup_edit')}
          tabIndex={tabIndex}
          expanded={props.open}
          onClick={(event) => onEdit(event.detail === 0)}
        />
      )}
      <IconButton
        small
        icon={item.hidden ? Eye : EyeOff}
        label={
          look
            ? t(item.hidden ? 'part_show' : 'part_hide', name)
            : t(item.hidden ? 'popup_show_row' : 'popup_hide_row', named)
        }
        title={t(item.hidden ? 'popup_show_in_post' : 'popup_hide_in_post')}
        tabIndex={tabIndex}
        onClick={() => props.onHide(item.id, !item.hidden)}
      />
      {onDelete && (
        <IconButton
          small
          icon={Trash2}
          label={t('popup_delete_row', named)}
          title={t('popup_delete')}
          tabIndex={tabIndex}
          onClick={() => onDelete(item.id)}
        />
      )}
      {entries.length > 0 && (
        <Menu
          small
          label={t('popup_row_more', name)}
          icon={Ellipsis}
          tabIndex={tabIndex}
          entries={entries}
        />
      )}
    </span>
  );
}
