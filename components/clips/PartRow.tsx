import {
  ArrowDownToLine,
  Ellipsis,
  Eye,
  EyeOff,
  GripVertical,
  LayoutTemplate,
  PenLine,
  Trash2,
  Undo2,
} from 'lucide';
import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { Part } from '../../lib/core/post/item.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { type Inserted, InsertPoint } from './InsertPoint.tsx';
import { flowing, plainPreview } from './preview-text.ts';

/** What a row shows of a part of the template. */
export interface PartLook {
  name: string;
  /** Markdown that it prints; '' for nothing. */
  text: string;
  /** True where it follows the template in all: words, place, and that it shows. */
  untouched: boolean;
  /** Written by hand, and the template makes something else of it by now. */
  outdated: boolean;
  /** The template has no such part any more. */
  gone: boolean;
}

export interface PartRowProps {
  item: Part;
  look: PartLook;
  current: boolean;
  open: boolean;
  /** Undefined while no row is selected. */
  selected: boolean | undefined;
  /** It goes along with the section that is being moved. */
  goesAlong: boolean;
  canInsert: boolean;
  onPress(id: string, event: MouseEvent): void;
  onHide(id: string, hidden: boolean): void;
  onInsert(what: Inserted, afterId: string): void;
  onByHand(id: string): void;
  onReset(id: string): void;
  /** The editor, while the row is open. */
  children?: ComponentChildren;
}

/** A part that the template has no longer can only go. */
function backTo({ byHand }: Part, { gone }: PartLook): MessageKey {
  if (gone) return 'popup_delete';
  return byHand ? 'part_back' : 'part_back_place';
}

/** A part of the template in the list: one thin line, its name and how it begins. */
export function PartRow(props: PartRowProps) {
  const { item, look, current, open } = props;
  const { name } = look;
  const tabIndex = current ? 0 : -1;
  const classes = [
    'clip part-row',
    open ? 'on' : '',
    item.hidden ? 'hidden-clip' : '',
    props.selected ? 'selected' : '',
    props.goesAlong ? 'goes-along' : '',
  ];
  const tag = look.outdated
    ? t('part_outdated_tag')
    : item.byHand
      ? t('part_by_hand_tag')
      : undefined;
  return (
    <li class={classes.filter(Boolean).join(' ')} data-id={item.id} data-kind="part">
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
        <Icon of={LayoutTemplate} label={t('popup_kind_part')} class="kind" />
        <span class="part-line">
          <span class="part-name">{name}</span>{' '}
          {item.hidden && <span class="tag">{t('popup_hidden_tag')}</span>}{' '}
          {tag && <span class={look.outdated ? 'tag part-news' : 'tag'}>{tag}</span>}{' '}
          <span class="part-words" dir="auto">
            {plainPreview(flowing(look.text)) || t('part_prints_nothing')}
          </span>
        </span>
      </button>
      <span class="act">
        <IconButton
          small
          icon={item.hidden ? Eye : EyeOff}
          label={t(item.hidden ? 'part_show' : 'part_hide', name)}
          tabIndex={tabIndex}
          onClick={() => props.onHide(item.id, !item.hidden)}
        />
        <Menu
          small
          label={t('popup_row_more', name)}
          icon={Ellipsis}
          tabIndex={tabIndex}
          entries={[
            ...(item.byHand
              ? []
              : [
                  {
                    label: t('part_by_hand'),
                    icon: PenLine,
                    onPick: () => props.onByHand(item.id),
                  },
                ]),
            ...(look.untouched
              ? []
              : [
                  {
                    label: t(backTo(item, look)),
                    icon: look.gone ? Trash2 : Undo2,
                    onPick: () => props.onReset(item.id),
                  },
                ]),
            {
              label: t('popup_land_below'),
              icon: ArrowDownToLine,
              onPick: () => props.onInsert('landing', item.id),
            },
          ]}
        />
      </span>
      {open && props.children}
      {props.canInsert && (
        <InsertPoint
          label={t('popup_insert_below', name)}
          tabIndex={tabIndex}
          canLand
          onInsert={(what) => props.onInsert(what, item.id)}
        />
      )}
    </li>
  );
}
