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
import type { MessageKey } from '../../lib/client/i18n.ts';
import type { Item } from '../../lib/core/post/item.ts';

/** How each kind of item shows itself. */
export function kindOf(item: Item): { icon: IconNode; name: MessageKey } {
  switch (item.kind) {
    case 'quote':
      return { icon: Quote, name: 'popup_kind_quote' };
    case 'link':
      return { icon: Link, name: 'popup_kind_link' };
    case 'image':
      return { icon: Image, name: 'popup_kind_image' };
    case 'moment':
      return { icon: CirclePlay, name: 'popup_kind_moment' };
    case 'note':
      return { icon: NotebookPen, name: 'popup_kind_note' };
    case 'section':
      return item.form === 'lead-in'
        ? { icon: Pilcrow, name: 'popup_kind_lead_in' }
        : { icon: Heading2, name: 'popup_kind_heading' };
    case 'raw':
      return { icon: CodeXml, name: 'popup_kind_raw' };
    case 'part':
      return { icon: LayoutTemplate, name: 'popup_kind_part' };
  }
}
