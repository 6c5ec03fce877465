import {
  ArrowDownToLine,
  Ellipsis,
  Eye,
  EyeOff,
  GripVertical,
  Inbox,
  PenLine,
  SlidersHorizontal,
  Trash2,
  Undo2,
} from 'lucide';
import type { ComponentChildren, TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { type Inserted, InsertPoint } from '../clips/InsertPoint.tsx';
import { kindOf } from '../clips/kinds.ts';
import type { PartLook } from '../clips/PartRow.tsx';
import { shortName } from '../clips/preview-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';

export interface BlockRowProps {
  item: Item;
  /** Of a part of the template. */
  look: PartLook | undefined;
  current: boolean;
  open: boolean;
  /** Undefined while no block is selected. */
  selected: boolean | undefined;
  goesAlong: boolean;
  canInsert: boolean;
  /** What it looks like in the post. Another function draws all anew. */
  draw(item: Item, look: PartLook | undefined): ComponentChildren;
  /** Changes where `draw` would draw something else. */
  drawn: unknown;
  onPress(id: string, event: MouseEvent): void;
  onToggle(id: string, byKey: boolean): void;
  onHide(id: string, hidden: boolean): void;
  onDelete(id: string): void;
  onTakeOut(id: string): void;
  onByHand(id: string): void;
  onReset(id: string): void;
  onInsert(what: Inserted, afterId: string): void;
  /** Something in the block was pressed that does more than open it. */
  onAct(id: string, act: string): void;
  /** The editor, while the block is open. */
  children?: ComponentChildren;
}

/** One block of the post, as it will look; a click or Enter edits it in place. */
export function BlockRow(props: BlockRowProps) {
  const { item, look, current, open } = props;
  const tabIndex = current ? 0 : -1;
  const kind = kindOf(item);
  const name = look ? look.name : shortName(item);
  const title = look ? t('desk_block_part', look.name) : t('desk_block', t(kind.name), name);
  const named = look ? look.name : t(kind.named, name);
  const press = (event: TargetedMouseEvent<HTMLElement>) => {
    const { target } = event;
    const inner =
      target instanceof Element ? target.closest<HTMLElement>('[data-act], [data-detail]') : null;
    if (inner) {
      const { act, detail } = inner.dataset;
      return props.onAct(item.id, act ?? `detail ${detail}`);
    }
    // Words that are selected are to be copied.
    if (!event.shiftKey && document.getSelection()?.isCollapsed === false) return;
    props.onPress(item.id, event);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.isComposing) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.key !== 'Enter' || !isPlain) return;
    event.preventDefault();
    props.onToggle(item.id, true);
  };
  const classes = [
    'clip block',
    `block-${item.kind}`,
    'form' in item ? `form-${item.form}` : '',
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
      {open ? (
        <div class="block-editor">{props.children}</div>
      ) : (
        // A button would hide headings and lists from those who hear them.
        <article
          class="clip-main block-body"
          tabIndex={tabIndex}
          aria-label={title}
          aria-description={props.selected ? t('desk_marked') : undefined}
          onClick={press}
          onKeyDown={onKeyDown}
        >
          {item.hidden && <span class="tag">{t('popup_hidden_tag')}</span>}
          {look?.outdated && <span class="tag part-news">{t('part_outdated_tag')}</span>}
          {props.draw(item, look)}
        </article>
      )}
      <span class="act">
        <IconButton
          small
          icon={PenLine}
          label={t('popup_edit_row', named)}
          title={t('popup_edit')}
          tabIndex={tabIndex}
          expanded={open}
          onClick={() => props.onToggle(item.id, true)}
        />
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
        {!look && (
          <IconButton
            small
            icon={Trash2}
            label={t('popup_delete_row', named)}
            title={t('popup_delete')}
            tabIndex={tabIndex}
            onClick={() => props.onDelete(item.id)}
          />
        )}
        <Menu
          small
          label={t('popup_row_more', name)}
          icon={Ellipsis}
          tabIndex={tabIndex}
          entries={look ? partEntries(props, look) : blockEntries(props)}
        />
      </span>
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

const landBelow = ({ item, onInsert }: BlockRowProps): MenuEntry => ({
  label: t('popup_land_below'),
  icon: ArrowDownToLine,
  onPick: () => onInsert('landing', item.id),
});

function blockEntries(props: BlockRowProps): MenuEntry[] {
  const { id } = props.item;
  return [
    {
      label: t('desk_all_fields'),
      icon: SlidersHorizontal,
      onPick: () => props.onAct(id, 'fields'),
    },
    landBelow(props),
    { label: t('popup_take_out'), icon: Inbox, onPick: () => props.onTakeOut(id) },
  ];
}

function partEntries(props: BlockRowProps, look: PartLook): MenuEntry[] {
  const { id } = props.item;
  const byHand = props.item.kind === 'part' && props.item.byHand;
  return [
    ...(byHand
      ? []
      : [{ label: t('part_by_hand'), icon: PenLine, onPick: () => props.onByHand(id) }]),
    ...(look.untouched
      ? []
      : [
          {
            label: t(look.gone ? 'popup_delete' : byHand ? 'part_back' : 'part_back_place'),
            icon: look.gone ? Trash2 : Undo2,
            onPick: () => props.onReset(id),
          },
        ]),
    landBelow(props),
  ];
}
