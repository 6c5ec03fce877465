import { ArrowDown, ArrowUp, ChevronDown, GripVertical, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** The actions of every row of a style's lists. */
export interface StyleRowActions {
  open: boolean;
  onToggle(): void;
  /** Absent at the end of the list. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  /** Absent if it can't be removed. */
  onRemove?: (() => void) | undefined;
}

interface StyleRowProps extends StyleRowActions {
  id: string;
  name: string;
  /** Its value, in a few words. */
  more: string;
  /** How many maps it is in. */
  depth?: number;
  /** True if something in it is wrong, which shows while it is closed. */
  wrong: boolean;
  removeLabel: string;
  /** Its fields, while it is open. */
  children: ComponentChildren;
}

/**
 * A row of a house style's list, a field or a part: a line that opens in place and can be moved.
 */
export function StyleRow(props: StyleRowProps) {
  const { id, name, open, depth = 0 } = props;
  return (
    <li
      class={open ? 'style-row on' : 'style-row'}
      data-id={id}
      style={{ marginInlineStart: `${Math.min(depth, 4) * 16}px` }}
    >
      <div class="style-row-head">
        <span class="grip" aria-hidden="true" title={t('style_drag')}>
          <Icon of={GripVertical} />
        </span>
        <button type="button" class="style-row-main" aria-expanded={open} onClick={props.onToggle}>
          <span class="style-row-text">
            <span class="style-row-name" dir="auto">
              {name}
            </span>
            <span class={props.wrong ? 'bad' : 'quiet'} dir="auto">
              {props.wrong ? t('style_row_wrong') : props.more}
            </span>
          </span>
          <Icon of={ChevronDown} class="chevron" />
        </button>
        {props.onUp && (
          <IconButton
            small
            icon={ArrowUp}
            label={t('popup_speaker_up', name)}
            onClick={props.onUp}
          />
        )}
        {props.onDown && (
          <IconButton
            small
            icon={ArrowDown}
            label={t('popup_speaker_down', name)}
            onClick={props.onDown}
          />
        )}
        {props.onRemove && (
          <IconButton small icon={Trash2} label={props.removeLabel} onClick={props.onRemove} />
        )}
      </div>
      {open && <div class="style-row-fields">{props.children}</div>}
    </li>
  );
}
