import type { ItemList } from '../../lib/client/item-list.ts';
import { type After, sectionIds } from '../../lib/core/post/arrange.ts';
import type { Section } from '../../lib/core/post/item.ts';

export interface OutlineRow {
  section: Section;
  /** From 1 on; a lead-in is one level below its heading. */
  level: number;
}

type Sections = Pick<ItemList, 'ids' | 'outline' | 'get'>;

const levelOf = ({ form }: Section) => (form === 'lead-in' ? undefined : Number(form.slice(1)));

/** The headings and lead-ins of a post, in its order. */
export function outlineRows({ ids, outline }: Sections): OutlineRow[] {
  let heading = 0;
  return ids.flatMap((id) => {
    const section = outline.get(id);
    if (section?.kind !== 'section') return [];
    heading = levelOf(section) ?? heading;
    return [{ section, level: levelOf(section) ?? heading + 1 }];
  });
}

/** Returns the row of the section that contains an item of the post; undefined above the first. */
export function rowOver(
  { ids }: Sections,
  rows: readonly OutlineRow[],
  id: string | undefined,
): string | undefined {
  const at = id === undefined ? -1 : ids.indexOf(id);
  const before = new Set(ids.slice(0, at + 1));
  return rows.findLast(({ section }) => before.has(section.id))?.section.id;
}

/** Returns a heading or a lead-in, with everything under it. */
export const underRow = ({ ids, outline, get }: Sections, id: string): string[] =>
  sectionIds(ids, (each) => get(each) ?? outline.get(each), id);

/**
 * Returns where a section goes that is dropped between two rows of the outline: before the lower
 * one, but not beyond a part of the template. Undefined if it is there already, or would be inside
 * itself.
 * @param above id of the row above the place; undefined: it is dropped as the first
 */
export function dropAfter(
  list: Sections,
  rows: readonly OutlineRow[],
  id: string,
  above: string | undefined,
): After | undefined {
  const moving = new Set(underRow(list, id));
  if (above !== undefined && moving.has(above)) return undefined;
  const resting = list.ids.filter((each) => !moving.has(each));
  const others = rows.filter(({ section }) => !moving.has(section.id));
  const at = others.findIndex(({ section }) => section.id === above);
  const below = others[at + 1]?.section.id;
  let to = (below === undefined ? resting.length : resting.indexOf(below)) - 1;
  const least = above === undefined ? to : resting.indexOf(above);
  while (to > least && list.outline.get(resting[to] ?? '')?.kind === 'part') to--;
  const after = resting[to] ?? null;
  return after === (list.ids[list.ids.indexOf(id) - 1] ?? null) ? undefined : after;
}
