import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { closeOnEscape } from './close-on-escape.ts';

/** The props of every entry of a list of the details: its position, and its actions. */
export interface EntryProps {
  open: boolean;
  first: boolean;
  last: boolean;
  onToggle(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

interface EntryRowProps extends EntryProps {
  id: string;
  /** Its initials or its number. */
  mark: string | number;
  name: string;
  /** The line under the name; no line if it is undefined. */
  more?: string | undefined;
  removeLabel: string;
  /** Its fields, while it is open. */
  children: ComponentChildren;
}

/** One entry of a list of the details, a talk or a speaker: a line that opens in place. */
export function EntryRow(props: EntryRowProps) {
  const { open, name, more } = props;
  return (
    <li
      class={open ? 'person on' : 'person'}
      data-id={props.id}
      onKeyDown={open ? closeOnEscape(props.onToggle) : undefined}
    >
      <div class="person-head">
        <button type="button" class="person-main" aria-expanded={open} onClick={props.onToggle}>
          <span class="avatar" aria-hidden="true">
            {props.mark}
          </span>
          <span class="person-text">
            <span class="person-name" dir="auto">
              {name}
            </span>
            {more !== undefined && (
              <span class="quiet" dir="auto">
                {more}
              </span>
            )}
          </span>
          <Icon of={ChevronDown} class="chevron" />
        </button>
        {!props.first && (
          <IconButton
            small
            icon={ArrowUp}
            label={t('popup_speaker_up', name)}
            onClick={() => props.onMove(-1)}
          />
        )}
        {!props.last && (
          <IconButton
            small
            icon={ArrowDown}
            label={t('popup_speaker_down', name)}
            onClick={() => props.onMove(1)}
          />
        )}
        <IconButton small icon={Trash2} label={props.removeLabel} onClick={props.onRemove} />
      </div>
      {open && <div class="person-fields">{props.children}</div>}
    </li>
  );
}
