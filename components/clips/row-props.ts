import type { ComponentChildren } from 'preact';
import type { Item } from '../../lib/core/post/item.ts';
import type { Inserted } from './InsertPoint.tsx';

/**
 * The props of every row of the list: that of a clip, of a part of the template, or a block of the
 * post.
 */
export interface RowProps {
  item: Item;
  /** The row of the keyboard focus: its controls are the list's tab stops. */
  current: boolean;
  open: boolean;
  /** Undefined while no row is selected. */
  selected: boolean | undefined;
  /** It moves along with the section that is being moved. */
  goesAlong: boolean;
  /** False in a filtered list, where rows between two others may be invisible. */
  canInsert: boolean;
  onPress(id: string, event: MouseEvent): void;
  onHide(id: string, hidden: boolean): void;
  onInsert(what: Inserted, afterId: string): void;
  /** The editor, while the row is open. */
  children?: ComponentChildren;
}

/** Returns the classes of a row: those of its kind, and its state in the list. */
export function rowClass(row: RowProps, ...ofKind: string[]): string {
  const classes = [
    'clip',
    ...ofKind,
    row.open ? 'on' : '',
    row.item.hidden ? 'hidden-clip' : '',
    row.selected ? 'selected' : '',
    row.goesAlong ? 'goes-along' : '',
    row.item.seenAt === null ? 'unseen' : '',
  ];
  return classes.filter(Boolean).join(' ');
}
