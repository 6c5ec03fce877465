import { useEffect, useRef } from 'preact/hooks';
import { clipAt, type Point, type RowDrop, rowDropped } from './dragged-clip.ts';
import { linkFieldOf, type TextControl } from './link-field.ts';

/** What to link in a field. */
export interface DroppedLink {
  field: TextControl;
  start: number;
  end: number;
}

/**
 * Calls back with the clip whose row, or whose source, was dropped onto a field, and with the words
 * there.
 */
export function useDroppedLinks(onDrop: (clipId: string, at: DroppedLink) => void): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    let dragged: string | undefined;
    const drop = (clipId: string, field: TextControl, at: Point) =>
      latest.current(clipId, { field, ...wordsAt(field, at) });
    const onDragStart = ({ target }: Event) => {
      dragged = target instanceof Element ? clipAt(target) : undefined;
    };
    const onDragEnd = () => {
      dragged = undefined;
    };
    const onNativeDrop = (event: DragEvent) => {
      const field = linkFieldOf(event.target);
      if (!field || dragged === undefined) return;
      event.preventDefault();
      drop(dragged, field, event);
    };
    const onRowDrop = (event: Event) => {
      const field = linkFieldOf(event.target);
      if (!field || !(event instanceof CustomEvent)) return;
      const { clipId, ...at }: RowDrop = event.detail;
      drop(clipId, field, at);
    };
    document.addEventListener('dragstart', onDragStart);
    document.addEventListener('dragend', onDragEnd);
    document.addEventListener('drop', onNativeDrop);
    document.addEventListener(rowDropped, onRowDrop);
    return () => {
      document.removeEventListener('dragstart', onDragStart);
      document.removeEventListener('dragend', onDragEnd);
      document.removeEventListener('drop', onNativeDrop);
      document.removeEventListener(rowDropped, onRowDrop);
    };
  }, []);
}

const wordEnd = /[\p{L}\p{N}\p{M}_-]*$/u;
const wordStart = /^[\p{L}\p{N}\p{M}_-]*/u;

/** Returns the selected words; else the word under the pointer, or the place between two. */
function wordsAt(field: TextControl, { clientX, clientY }: Point): Omit<DroppedLink, 'field'> {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  const at = position?.offsetNode === field ? position.offset : undefined;
  if (at === undefined || (start < end && start <= at && at <= end)) return { start, end };
  const before = wordEnd.exec(field.value.slice(0, at))?.[0].length ?? 0;
  const after = wordStart.exec(field.value.slice(at))?.[0].length ?? 0;
  return { start: at - before, end: at + after };
}
