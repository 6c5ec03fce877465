import { useState } from 'preact/hooks';

interface Selection {
  ids: ReadonlySet<string>;
  /** The row from which Shift extends the selection. */
  pivot: string | undefined;
}

const none: Selection = { ids: new Set(), pivot: undefined };

/** Several rows of a list, selected to be moved, hidden or deleted together. */
export function useSelection(ids: readonly string[]) {
  const [selection, setSelection] = useState(none);
  // A row that has left the list is no longer selected.
  const selected = selection.ids.size === 0 ? [] : ids.filter((id) => selection.ids.has(id));
  return {
    /** In the list's order. */
    selected,
    has: (id: string) => selection.ids.has(id),
    clear: () => setSelection(none),
    all: () => setSelection({ ids: new Set(ids), pivot: ids[0] }),
    /** Selects all rows between the previously selected or current one and this one. */
    extend(id: string, currentId: string | undefined) {
      const pivot = selection.pivot ?? currentId ?? id;
      const [from, to] = [ids.indexOf(pivot), ids.indexOf(id)].sort((a, b) => a - b);
      setSelection({ ids: new Set(ids.slice(from, (to ?? 0) + 1)), pivot });
    },
    toggle(id: string) {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setSelection(next.size === 0 ? none : { ids: next, pivot: id });
    },
    /** Returns the rows that an action on one row applies to. */
    with: (id: string): readonly string[] => (selection.ids.has(id) ? selected : [id]),
  };
}
