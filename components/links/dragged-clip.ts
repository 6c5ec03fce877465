import { linkFieldOf } from './link-field.ts';

/** In CSS px of the window. */
export interface Point {
  clientX: number;
  clientY: number;
}

/** Sent to a field when a row is dropped on it that was dragged by its grip: the browser does not tell that. */
export const rowDropped = 'row-dropped';

export interface RowDrop extends Point {
  clipId: string;
}

/** Id of the clip whose source or grip this is; undefined for anything else. */
export function clipAt(element: Element): string | undefined {
  const row = element.closest('.src a, .grip')?.closest<HTMLElement>('[data-id]');
  return row?.dataset.id;
}

/**
 * Follows a row that is dragged by its grip, and shows which field would link to its clip.
 * @param signal ends that where the row is never dropped, as its list goes away
 * @returns what ends that; true if the row was over such a field, which is told
 */
export function followRow(row: HTMLElement, signal?: AbortSignal): () => boolean {
  const { id: clipId } = row.dataset;
  if (clipId === undefined || !row.querySelector('.src a')) return () => false;
  let at: Point | undefined;
  let field: HTMLElement | undefined;
  const look = () => {
    const beneath = at && linkFieldOf(document.elementFromPoint(at.clientX, at.clientY));
    const of = beneath?.closest<HTMLElement>('[data-id]')?.dataset.id;
    const next = of === clipId ? undefined : beneath;
    if (next === field) return;
    field?.classList.remove('takes-link');
    next?.classList.add('takes-link');
    field = next;
  };
  const onMove = ({ clientX, clientY }: Point) => {
    at = { clientX, clientY };
    look();
  };
  const dropped = new AbortController();
  const ended = AbortSignal.any([dropped.signal, ...(signal ? [signal] : [])]);
  document.addEventListener('pointermove', onMove, { signal: ended });
  ended.addEventListener('abort', () => field?.classList.remove('takes-link'));
  return () => {
    dropped.abort();
    // Rows may have moved under a pointer that rested.
    look();
    if (!at || !field) return false;
    field.classList.remove('takes-link');
    const detail: RowDrop = { clipId, ...at };
    field.dispatchEvent(new CustomEvent(rowDropped, { bubbles: true, detail }));
    return true;
  };
}
