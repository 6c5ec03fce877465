/** Told to a field when a row was dragged onto it by its grip, which the browser knows nothing of. */
export const clipDropped = 'clip-dropped';

/** In CSS px of the window. */
export interface Point {
  clientX: number;
  clientY: number;
}

export interface ClipDrop extends Point {
  clipId: string;
}

/** Id of the clip whose grip or source is dragged; undefined for anything else. */
export function clipAt(element: Element): string | undefined {
  const isHandle = element.closest('.grip, .src a') !== null;
  const row = isHandle ? element.closest<HTMLElement>('[data-id]') : null;
  return row?.dataset.id;
}

/**
 * Tells the field at a place that a row was dropped on it.
 * @returns whether there is one, so that the row stays where it is in its list
 */
export function dropOnField(clipId: string, { clientX, clientY }: Point): boolean {
  const field = document.elementFromPoint(clientX, clientY)?.closest('[data-links]');
  if (!field) return false;
  const detail: ClipDrop = { clipId, clientX, clientY };
  field.dispatchEvent(new CustomEvent(clipDropped, { bubbles: true, detail }));
  return true;
}
