import { GripVertical, SlidersHorizontal } from 'lucide';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';
import { InsertPoint } from '../clips/InsertPoint.tsx';
import { kindOf } from '../clips/kinds.ts';
import type { PartLook } from '../clips/PartRow.tsx';
import { shortName } from '../clips/preview-text.ts';
import { RowButtons } from '../clips/RowButtons.tsx';
import { itemEntries, partEntries } from '../clips/row-menu.ts';
import { type RowProps, rowClass } from '../clips/row-props.ts';
import { Icon } from '../ui/Icon.tsx';
import type { MenuEntry } from '../ui/Menu.tsx';

export interface BlockRowProps extends RowProps {
  /** Given for a part of the template. */
  look: PartLook | undefined;
  /** Draws it as it looks in the post. Passing another function draws everything again. */
  draw(item: Item, look: PartLook | undefined): ComponentChildren;
  /** Changes whenever `draw` would draw something else. */
  drawn: unknown;
  /** True in the first frame, which leaves out what shows on hover and focus. */
  bare?: boolean;
  onToggle(id: string, byKey: boolean): void;
  onDelete(id: string): void;
  onTakeOut(id: string): void;
  onClipAgain(quote: Quote): void;
  onByHand(id: string): void;
  onReset(id: string): void;
  /** Something in the block was pressed that does more than open it. */
  onAct(id: string, act: string): void;
}

/** One block of the post, as it will look; a click or Enter edits it in place. */
export function BlockRow(props: BlockRowProps) {
  const { item, look, current, open } = props;
  const tabIndex = current ? 0 : -1;
  const kind = kindOf(item);
  const name = look ? look.name : shortName(item);
  const title = look ? t('desk_block_part', look.name) : t('desk_block', t(kind.name), name);
  const press = (event: TargetedMouseEvent<HTMLElement>) => {
    const { target } = event;
    const inner =
      target instanceof Element ? target.closest<HTMLElement>('[data-act], [data-detail]') : null;
    if (inner) {
      const { act, detail } = inner.dataset;
      return props.onAct(item.id, act ?? `detail ${detail}`);
    }
    // Selected words are meant to be copied.
    if (!event.shiftKey && document.getSelection()?.isCollapsed === false) return;
    props.onPress(item.id, event);
  };
  const classes = ['block', `block-${item.kind}`, 'form' in item ? `form-${item.form}` : ''];
  return (
    <li class={rowClass(props, ...classes)} data-id={item.id} data-kind={item.kind}>
      <span class="grip" aria-hidden="true" title={t('popup_drag')}>
        <Icon of={GripVertical} />
      </span>
      {open ? (
        <div class="block-editor">{props.children}</div>
      ) : (
        // A button would hide headings and lists from screen readers. The list handles its keys.
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is one of them
        <article
          class="clip-main block-body"
          tabIndex={tabIndex}
          aria-label={title}
          aria-description={props.selected ? t('desk_marked') : undefined}
          onClick={press}
        >
          {item.hidden && <span class="tag">{t('popup_hidden_tag')}</span>}
          {look?.outdated && <span class="tag part-news">{t('part_outdated_tag')}</span>}
          {props.draw(item, look)}
        </article>
      )}
      {!props.bare && (
        <RowButtons
          item={item}
          look={look}
          open={open}
          tabIndex={tabIndex}
          onEdit={() => props.onToggle(item.id, true)}
          onHide={props.onHide}
          onDelete={look ? undefined : props.onDelete}
          entries={entriesOf(props)}
        />
      )}
      {props.canInsert && !props.bare && (
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

function entriesOf(props: BlockRowProps): MenuEntry[] {
  const { item, look, onAct } = props;
  if (look) return item.kind === 'part' ? partEntries({ ...props, item, look }) : [];
  const openFields = () => onAct(item.id, 'fields');
  return [
    { label: t('desk_all_fields'), icon: SlidersHorizontal, onPick: openFields },
    ...itemEntries(props),
  ];
}
