import { linkFieldOf } from './link-field.ts';

/** In CSS px of the window. */
export interface Point {
  clientX: number;
  clientY: number;
}

/**
 * Sent to a field when a row that was dragged by its grip is dropped on it, because the browser
 * sends no event then.
 */
export const rowDropped = 'row-dropped';

export interface RowDrop extends Point {
  clipId: string;
}

/** Returns the id of the clip whose source, grip or row of the tray this is; undefined for anything else. */
export function clipAt(element: Element): string | undefined {
  const row = element
    .closest('.src a, .grip, .tray-row .clip-main')
    ?.closest<HTMLElement>('[data-id]');
  return row?.dataset.id;
}

/**
 * Follows a row that is dragged, and shows which field would link to its clip.
 * @param signal ends that if the row is never dropped, because its list goes away
 * @returns a function that ends it, and returns true if the row was over such a field, which gets
 * an event
 */
export function followRow(row: HTMLElement, signal?: AbortSignal): () => boolean {
  const { id: clipId } = row.dataset;
  const canLink = row.matches('.tray-row') || row.querySelector('.src a') !== null;
  if (clipId === undefined || !canLink) return () => false;
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
    // Rows may have moved under a resting pointer.
    look();
    if (!at || !field) return false;
    field.classList.remove('takes-link');
    const detail: RowDrop = { clipId, ...at };
    field.dispatchEvent(new CustomEvent(rowDropped, { bubbles: true, detail }));
    return true;
  };
}
