import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useSorting } from '../clips/use-sorting.ts';

/** A list of rows, one of which is open, that can be moved by buttons and by their grip. */
export interface Rows {
  list: RefObject<HTMLUListElement | null>;
  open: number | undefined;
  toggle(at: number): void;
  /** Opens a new row, and focuses its first field. */
  show(at: number): void;
  /** Follows a moved row: the row at `to` is open if the one at `at` was. */
  follow(at: number, to: number): void;
  /** The row is gone; the focus goes to the one in its place. */
  forget(at: number): void;
}

/**
 * @param onDrop called when a row was dropped after the one with the id `after`, or as the first
 */
export function useRows(onDrop: (id: string, after: string | undefined) => void): Rows {
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<number>();
  useSorting(list, {
    enabled: true,
    rows: '.style-row',
    onDrop(id, after) {
      // The rows' indexes have changed.
      setOpen(undefined);
      onDrop(id, after);
    },
  });
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  const main = (at: number) => `[data-id="${at}"] .style-row-main`;
  return {
    list,
    open,
    toggle: (at) => setOpen(open === at ? undefined : at),
    show(at) {
      setOpen(at);
      focusSoon(`[data-id="${at}"] .style-row-fields :is(input, textarea)`);
    },
    follow(at, to) {
      setOpen(open === at ? to : undefined);
      focusSoon(main(to));
    },
    forget(at) {
      setOpen(undefined);
      focusSoon(`${main(at)}, ${main(at - 1)}`);
    },
  };
}
