import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useSorting } from '../clips/use-sorting.ts';

/** A list of rows of which one is open, which move by button and by their grip. */
export interface Rows {
  list: RefObject<HTMLUListElement | null>;
  open: number | undefined;
  toggle(at: number): void;
  /** Opens a row that is new, with the keyboard in its first field. */
  show(at: number): void;
  /** Goes where a row went: the row at `to` is open if the one at `at` was. */
  follow(at: number, to: number): void;
  /** The row is gone; the keyboard goes to the one in its place. */
  forget(at: number): void;
}

/** @param onDrop a row was dropped after the one with the id `after`, or as the first */
export function useRows(onDrop: (id: string, after: string | undefined) => void): Rows {
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<number>();
  useSorting(list, {
    enabled: true,
    rows: '.style-row',
    onDrop(id, after) {
      // Which row is which has changed.
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
