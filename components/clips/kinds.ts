import {
  CirclePlay,
  CodeXml,
  Heading2,
  type IconNode,
  Image,
  LayoutTemplate,
  Link,
  NotebookPen,
  Pilcrow,
  Quote,
} from 'lucide';
import type { MessageKey, NamedKey } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';

interface Kind {
  icon: IconNode;
  name: MessageKey;
  /** The name of such a row in the labels of its buttons. */
  named: NamedKey;
}

/** Returns how each kind of item is shown. */
export function kindOf(item: Item): Kind {
  switch (item.kind) {
    case 'quote':
      return { icon: Quote, name: 'popup_kind_quote', named: 'popup_row_quote' };
    case 'link':
      return { icon: Link, name: 'popup_kind_link', named: 'popup_row_link' };
    case 'image':
      return { icon: Image, name: 'popup_kind_image', named: 'popup_row_image' };
    case 'moment':
      return { icon: CirclePlay, name: 'popup_kind_moment', named: 'popup_row_moment' };
    case 'note':
      return { icon: NotebookPen, name: 'popup_kind_note', named: 'popup_row_note' };
    case 'section':
      return item.form === 'lead-in'
        ? { icon: Pilcrow, name: 'popup_kind_lead_in', named: 'popup_row_lead_in' }
        : { icon: Heading2, name: 'popup_kind_heading', named: 'popup_row_heading' };
    case 'raw':
      return { icon: CodeXml, name: 'popup_kind_raw', named: 'popup_row_raw' };
    case 'part':
      return { icon: LayoutTemplate, name: 'popup_kind_part', named: 'popup_row_part' };
  }
}
