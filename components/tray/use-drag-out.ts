import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { After } from '../../lib/core/post/arrange.ts';
import { followRow } from '../links/dragged-clip.ts';
import { type DropPlace, placeAt } from './drop-place.ts';

/** A press on a row becomes a drag after the pointer has moved this far, CSS px. */
const tolerancePx = 5;
/** The post scrolls while the pointer is this close to its upper or lower end. */
const edgePx = 48;
/** How far it scrolls each time. */
const scrollStepPx = 12;
const scrollEveryMs = 30;

interface DragOut {
  /** A clip was dropped in the post: below block `after`, or above all blocks (null). */
  onDrop(id: string, after: After): void;
}

/**
 * Lets the user drag rows out of the tray: onto words, which become a link to the clip
 * (`useDroppedLinks`), or between the blocks of the post. It uses pointer events, like the sorting of
 * rows; on a touch screen, a finger scrolls instead.
 */
export function useDragOut(root: RefObject<HTMLElement | null>, drag: DragOut | undefined): void {
  const latest = useRef(drag);
  latest.current = drag;
  const isOn = drag !== undefined;
  useEffect(() => {
    const element = root.current;
    if (!element || !isOn) return;
    let end: (() => void) | undefined;
    const onDown = (event: PointerEvent) => {
      const { target, button, pointerType } = event;
      const main = target instanceof Element ? target.closest<HTMLElement>('.clip-main') : null;
      const row = main?.closest<HTMLElement>('[data-id]');
      if (!row || button !== 0 || pointerType === 'touch') return;
      end?.();
      end = follow(row, event, (id, after) => latest.current?.onDrop(id, after));
    };
    element.addEventListener('pointerdown', onDown);
    return () => {
      end?.();
      element.removeEventListener('pointerdown', onDown);
    };
  }, [root, isOn]);
}

/** Follows the pointer after a press on a row; returns a function that ends this without a drop. */
function follow(
  row: HTMLElement,
  from: PointerEvent,
  onDrop: (id: string, after: After) => void,
): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let ghost: HTMLElement | undefined;
  let endOnField = () => false;
  let place: DropPlace | undefined;
  let at = { clientX: from.clientX, clientY: from.clientY };
  const show = (next: DropPlace | undefined) => {
    place?.mark.classList.remove(`drop-${place.side}`);
    next?.mark.classList.add(`drop-${next.side}`);
    place = next;
  };
  const look = () => {
    if (!ghost) return;
    // The pointer's position is measured from the left in right-to-left languages, too.
    ghost.style.left = `${at.clientX + 8}px`;
    ghost.style.top = `${at.clientY + 8}px`;
    show(placeAt(at, row.dataset.id ?? ''));
    if (edgeNear(at) === 0) stopScrolling();
    else scrolling ??= setInterval(scroll, scrollEveryMs);
  };
  // At an edge the post also scrolls while the pointer doesn't move.
  let scrolling: ReturnType<typeof setInterval> | undefined;
  const stopScrolling = () => {
    clearInterval(scrolling);
    scrolling = undefined;
  };
  const scroll = () => {
    const post = scrollerOfPost();
    if (post) post.scrollTop += edgeNear(at) * scrollStepPx;
    look();
  };
  const begin = () => {
    ghost = row.cloneNode(true) as HTMLElement;
    ghost.classList.add('dragged', 'dragged-out');
    ghost.inert = true;
    document.body.append(ghost);
    endOnField = followRow(row, signal);
    signal.addEventListener('abort', () => {
      stopScrolling();
      ghost?.remove();
      show(undefined);
    });
  };
  document.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      at = { clientX, clientY };
      const far = Math.hypot(clientX - from.clientX, clientY - from.clientY) > tolerancePx;
      if (!ghost && far) begin();
      look();
    },
    { signal },
  );
  document.addEventListener(
    'pointerup',
    () => {
      const dropped = place;
      const isDrag = ghost !== undefined;
      const isOnField = isDrag && endOnField();
      ended.abort();
      if (!isDrag) return;
      // The browser reports a click after a drag, but the row was not clicked.
      const stop = (event: Event) => event.stopPropagation();
      document.addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => document.removeEventListener('click', stop, true));
      if (!isOnField && dropped && row.dataset.id) onDrop(row.dataset.id, dropped.after);
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !ghost) return;
      event.preventDefault();
      event.stopPropagation();
      ended.abort();
    },
    { signal, capture: true },
  );
  document.addEventListener('pointercancel', () => ended.abort(), { signal });
  return () => ended.abort();
}

const scrollerOfPost = () => document.querySelector('.desk-post .clips-scroller');

/** Returns -1 near the post's upper end, 1 near its lower end, and 0 elsewhere. */
function edgeNear({ clientX, clientY }: { clientX: number; clientY: number }): -1 | 0 | 1 {
  const box = scrollerOfPost()?.getBoundingClientRect();
  if (!box || clientX < box.left || clientX > box.right) return 0;
  if (clientY < box.top + edgePx) return -1;
  return clientY > box.bottom - edgePx ? 1 : 0;
}
