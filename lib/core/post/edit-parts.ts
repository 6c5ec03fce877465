import type { TemplatePart } from './profile.ts';

type Parts = readonly TemplatePart[];
/** A row of the list: a part by its index, or all the items. */
type Row = number | 'items';

/** Sorts parts in the order of the post: those before its items, then those after. */
export const partsInOrder = (parts: Parts): TemplatePart[] => [
  ...parts.filter(({ side }) => side === 'leading'),
  ...parts.filter(({ side }) => side === 'closing'),
];

const rowsOf = (parts: Parts): Row[] => {
  const leading = parts.filter(({ side }) => side === 'leading').length;
  const rows: Row[] = [...parts.keys()];
  return rows.toSpliced(leading, 0, 'items');
};

const fromRows = (parts: Parts, rows: readonly Row[]): TemplatePart[] => {
  const items = rows.indexOf('items');
  return rows.flatMap((row, at) => {
    const part = row === 'items' ? undefined : parts[row];
    return part
      ? [{ ...part, side: at < items ? ('leading' as const) : ('closing' as const) }]
      : [];
  });
};

/**
 * Moves a part up or down by one place; past the items it changes sides.
 * @param parts in order, as in all functions here
 */
export function movePart(parts: Parts, at: number, by: -1 | 1): TemplatePart[] {
  const rows = rowsOf(parts);
  const from = rows.indexOf(at);
  const to = from + by;
  if (to < 0 || to >= rows.length) return [...parts];
  return fromRows(parts, rows.toSpliced(from, 1).toSpliced(to, 0, at));
}

/** Moves a part after a row; undefined: to the start. */
export function movePartTo(parts: Parts, at: number, after: Row | undefined): TemplatePart[] {
  if (after === at) return [...parts];
  const others = rowsOf(parts).filter((row) => row !== at);
  const to = after === undefined ? 0 : others.indexOf(after) + 1;
  return fromRows(parts, others.toSpliced(to, 0, at));
}

/** A name that no part has. */
export function freePartName(parts: Parts, name: string): string {
  const isTaken = (text: string) => parts.some(({ part }) => part === text);
  let free = name;
  for (let count = 2; isTaken(free); count++) free = `${name} ${count}`;
  return free;
}
