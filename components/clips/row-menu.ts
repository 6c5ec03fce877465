import { ArrowDownToLine, Inbox, Link2, PenLine, Trash2, Undo2 } from 'lucide';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import { canClipAgain } from '../../lib/clips/tie-quote.ts';
import type { Item, Part, Quote } from '../../lib/core/post/item.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import type { PartLook } from './PartRow.tsx';
import type { RowProps } from './row-props.ts';

interface ItemMenu extends Pick<RowProps, 'onInsert'> {
  item: Item;
  onTakeOut(id: string): void;
  onClipAgain(quote: Quote): void;
}

interface PartMenu extends Pick<RowProps, 'onInsert'> {
  item: Part;
  look: PartLook;
  onByHand(id: string): void;
  onReset(id: string): void;
}

/** Returns the menu entries of an item's row in a list where clips can land. */
export function itemEntries({ item, onInsert, onTakeOut, onClipAgain }: ItemMenu): MenuEntry[] {
  return [
    ...(canClipAgain(item)
      ? [{ label: t('quote_clip_again'), icon: Link2, onPick: () => onClipAgain(item) }]
      : []),
    landBelow(item, onInsert),
    { label: t('popup_take_out'), icon: Inbox, onPick: () => onTakeOut(item.id) },
  ];
}

/** Returns the menu entries of a part of the template. */
export function partEntries({ item, look, onInsert, onByHand, onReset }: PartMenu): MenuEntry[] {
  return [
    ...(item.byHand
      ? []
      : [{ label: t('part_by_hand'), icon: PenLine, onPick: () => onByHand(item.id) }]),
    ...(look.untouched
      ? []
      : [
          {
            label: t(backTo(item, look)),
            icon: look.gone ? Trash2 : Undo2,
            onPick: () => onReset(item.id),
          },
        ]),
    landBelow(item, onInsert),
  ];
}

/** A part that the template no longer has can only be removed. */
function backTo({ byHand }: Part, { gone }: PartLook): MessageKey {
  if (gone) return 'popup_delete';
  return byHand ? 'part_back' : 'part_back_place';
}

const landBelow = ({ id }: Item, onInsert: RowProps['onInsert']): MenuEntry => ({
  label: t('popup_land_below'),
  icon: ArrowDownToLine,
  onPick: () => onInsert('landing', id),
});
