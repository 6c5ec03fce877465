import { vi } from 'vitest';
import type { ClipListProps } from '../../../components/clips/ClipList.tsx';

/** Returns props for the list of clips; all its callbacks are recorded. */
export function clipListProps(
  changes: Pick<ClipListProps, 'items'> & Partial<ClipListProps>,
): ClipListProps {
  return {
    openId: null,
    startAt: undefined,
    reveal: null,
    movable: true,
    pictureUrl: () => '',
    loadingPictures: new Set(),
    onAskPage: vi.fn(),
    onScrolled: vi.fn(),
    onFocused: vi.fn(),
    onToggle: vi.fn(),
    onHide: vi.fn(),
    onTakeOut: vi.fn(),
    onClipAgain: vi.fn(),
    onMoveTo: vi.fn(),
    onMoveSection: vi.fn(),
    onSeen: vi.fn(),
    places: [],
    onDelete: vi.fn(),
    onMove: vi.fn(async () => true),
    isFiltered: false,
    canLand: true,
    onLand: vi.fn(),
    onInsert: vi.fn(),
    onCopy: vi.fn(),
    onAnnounce: vi.fn(),
    editor: () => null,
    ...changes,
  };
}
