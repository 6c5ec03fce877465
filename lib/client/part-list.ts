import type { NewPartRow } from '../app/part-rows.ts';
import type { After } from '../core/post/arrange.ts';
import type { Item, Part } from '../core/post/item.ts';
import { placeParts } from '../render/parts/place-parts.ts';
import type { PartOutput } from '../render/parts/template-output.ts';
import type { ListSnapshot } from './live-list.ts';

type Named = Pick<Part, 'part' | 'talkId'>;
export const partKey = ({ part, talkId = '' }: Named): string => `${talkId}/${part}`;

/** Returns the id of a part's row, even if it does not have one yet. */
export type IdOfPart = (part: Named) => string;

/**
 * The list of a post with the parts of its template in their places. Parts without a row in the
 * database are in it, too, with the id that their row will get.
 */
export interface PartList extends ListSnapshot {
  /** What `ids` were made from: those in the database, and where the parts are among them. */
  readonly madeOf: { ids: readonly string[]; parts: string };
  /**
   * Returns what the template prints for the part of a row; undefined if the template has no such
   * part.
   */
  outputOf(id: string): string | undefined;
  /** True for a part that the template has after the items. */
  isClosing(id: string): boolean;
  /** True for a part that has no row in the database. */
  isUnstored(id: string): boolean;
  /**
   * Returns what must be stored to get the wanted order of rows: parts that no longer follow the
   * template.
   * @param order ids of all rows, including new ones
   * @param also parts that get a row in any case
   */
  among(
    order: readonly string[],
    also?: readonly string[],
  ): { order: string[]; parts: NewPartRow[] };
  /** Returns the nearest row in the database at or above the index `at`. */
  storedBefore(order: readonly string[], at: number): string | undefined;
}

/**
 * Returns the list with the parts of a template; parts that print nothing are in it only if they
 * have a row.
 * @param before the previous version of the list; its ids stay the same array while only words
 * changed
 */
export function listWithParts(
  list: ListSnapshot,
  template: readonly PartOutput[],
  idOf: IdOfPart,
  wrapUpId: string,
  before?: PartList,
): PartList {
  const stored = partsOf(list.outline);
  const outputs = new Map(template.map((output) => [partKey(output), output]));
  const known = new Set(stored.map(partKey));
  const rows = new Map<string, Part>();
  for (const output of template) {
    if (known.has(partKey(output))) continue;
    const row = rowOf(output, idOf(output), wrapUpId);
    rows.set(row.id, row);
  }
  const place = (ids: readonly string[], parts: readonly Part[]) =>
    idsWithParts(ids, parts, template, idOf);
  const madeOf = {
    ids: list.ids,
    parts: JSON.stringify([
      stored.map((row) => [row.id, partKey(row)]),
      template.map((output) => [
        idOf(output),
        partKey(output),
        output.side,
        output.markdown === '',
      ]),
    ]),
  };
  const isSame = before?.madeOf.ids === madeOf.ids && before.madeOf.parts === madeOf.parts;
  const ids = isSame ? before.ids : place(list.ids, stored);
  const outline = new Map<string, Extract<Item, { kind: 'section' | 'part' }>>(list.outline);
  for (const [id, row] of rows) outline.set(id, row);
  const find = (id: string) => rows.get(id) ?? list.get(id);
  return {
    ...list,
    ids,
    madeOf,
    outline,
    get: find,
    keep: (wanted) => list.keep(wanted.filter((id) => !rows.has(id))),
    outputOf(id) {
      const row = find(id);
      return row?.kind === 'part' ? outputs.get(partKey(row))?.markdown : undefined;
    },
    isClosing(id) {
      const row = find(id);
      return row?.kind === 'part' && outputs.get(partKey(row))?.side === 'closing';
    },
    isUnstored: (id) => rows.has(id),
    among(wanted, also = []) {
      const storing = new Set(also.filter((id) => rows.has(id)));
      for (;;) {
        const placed = wanted.filter((id) => !rows.has(id) || storing.has(id));
        const shown = place(placed, [
          ...stored,
          ...[...storing].flatMap((id) => rows.get(id) ?? []),
        ]);
        const astray = firstAstray(shown, wanted, (id) => {
          const row = id === undefined || storing.has(id) ? undefined : rows.get(id);
          return row && outputs.get(partKey(row))?.side;
        });
        if (astray === undefined) {
          const parts = [...storing].flatMap((id) => rows.get(id) ?? []);
          return { order: placed, parts: parts.map(newRow) };
        }
        storing.add(astray);
      }
    },
    storedBefore: (order, at) => order.slice(0, at).findLast((id) => !rows.has(id)),
  };
}

/** Returns the row of a part of the template, stored or not; undefined if it has none. */
export function partRow({ ids, outline }: PartList, part: Named): string | undefined {
  const key = partKey(part);
  const row = partsOf(outline).find((each) => partKey(each) === key && ids.includes(each.id));
  return row?.id;
}

/** True if the template can't be split at the clips, so its one part contains them. */
export const isOnePart = (list: PartList): boolean => partRow(list, { part: 'body' }) !== undefined;

const partsOf = (outline: ListSnapshot['outline']) =>
  [...outline.values()].filter((item) => item.kind === 'part');

const newRow = ({ id, part, talkId }: Part): NewPartRow => ({
  id,
  part,
  ...(talkId === undefined ? {} : { talkId }),
});

/** Returns a part as its row would be without changes. */
function rowOf({ part, talkId }: Named, id: string, wrapUpId: string): Part {
  const now = new Date(0).toISOString();
  return {
    ...{ kind: 'part', id, wrapUpId, order: 'a0', part, byHand: false, note: '', base: '' },
    ...(talkId === undefined ? {} : { talkId }),
    ...{ hidden: false, createdAt: now, updatedAt: now, deletedAt: null },
    kind: 'part',
  };
}

/**
 * Returns the rows with the parts that have none, each at its place in the template or beside its
 * neighbours.
 */
function idsWithParts(
  ids: readonly string[],
  parts: readonly Part[],
  template: readonly PartOutput[],
  idOf: IdOfPart,
): readonly string[] {
  const at = new Map(parts.map((part) => [part, ids.indexOf(part.id)]));
  const rows = [...parts].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
  const above = new Map<string | undefined, string[]>();
  const below = new Map<string | undefined, string[]>();
  let waiting: string[] = [];
  let last: string | undefined;
  for (const placed of placeParts(rows, template)) {
    if ('item' in placed) continue;
    if (placed.row) {
      above.set(placed.row.id, waiting);
      waiting = [];
      last = placed.row.id;
    } else if (placed.output && placed.output.markdown !== '') {
      const id = idOf(placed.output);
      if (placed.output.side === 'closing') waiting.push(id);
      else below.set(last, [...(below.get(last) ?? []), id]);
    }
  }
  if (
    waiting.length === 0 &&
    below.size === 0 &&
    [...above.values()].every((of) => of.length === 0)
  )
    return ids;
  const all = [...(below.get(undefined) ?? [])];
  for (const id of ids) {
    all.push(...(above.get(id) ?? []), id, ...(below.get(id) ?? []));
  }
  return [...all, ...waiting];
}

/**
 * Returns a part without a row that is in the wrong place: the first such leading part, or the last
 * such other part.
 */
function firstAstray(
  shown: readonly string[],
  wanted: readonly string[],
  sideOf: (id: string | undefined) => PartOutput['side'] | undefined,
): string | undefined {
  const from = wanted.findIndex((id, at) => id !== shown[at]);
  if (from < 0) return undefined;
  const back = wanted.length - shown.length;
  const to = wanted.findLastIndex((id, at) => id !== shown[at - back]);
  const ofFirst = [shown[from], wanted[from]].find((id) => sideOf(id) === 'leading');
  const ofLast = [shown[to - back], wanted[to]].find((id) => sideOf(id) === 'closing');
  return ofFirst ?? ofLast ?? wanted.slice(from, to + 1).find((id) => sideOf(id) !== undefined);
}

/**
 * Returns where rows go that a key moves to an end of the post: among the items, not beyond the
 * parts.
 */
export function endOfItems(
  ids: readonly string[],
  isUnstored: (id: string) => boolean,
  end: 'first' | 'last',
): After {
  if (end === 'last') return ids.findLast((id) => !isUnstored(id)) ?? null;
  const at = ids.findIndex((id) => !isUnstored(id));
  return ids[at - 1] ?? null;
}

/** Converts a landing place counted in rows of the database to one counted in all rows. */
export function landingRow(
  { ids, isUnstored, isClosing }: PartList,
  stored: readonly string[],
  index: number,
): number {
  const above = stored[index - 1];
  // The parts are among the rows of the database, so none of these is further up than there.
  let at = above === undefined ? 0 : ids.indexOf(above, index - 1) + 1;
  const isFollower = (id: string | undefined) =>
    id !== undefined && isUnstored(id) && !isClosing(id);
  while (isFollower(ids[at])) at++;
  return at;
}
