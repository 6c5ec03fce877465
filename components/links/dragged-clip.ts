/** In CSS px of the window. */
export interface Point {
  clientX: number;
  clientY: number;
}

/** Id of the clip whose source is dragged; undefined for anything else. */
export function clipAt(element: Element): string | undefined {
  const row = element.closest('.src a')?.closest<HTMLElement>('[data-id]');
  return row?.dataset.id;
}
