import { describe, expect, it } from 'vitest';
import {
  dropAfter,
  outlineRows,
  rowOver,
  underRow,
} from '../../../components/tray/outline-rows.ts';
import { outlineOf } from '../../../lib/client/item-list.ts';
import type { Item, Section } from '../../../lib/core/post/item.ts';
import { createSection } from '../../support/items.ts';
import { note, part, quote, uuid } from '../../support/records.ts';

const heading = (n: number, form: Section['form']) =>
  createSection({ id: uuid(n), form, note: `Heading ${n}` });
/** An intro, two sections, the first with a subsection, and the thanks. */
const items: readonly Item[] = [
  part(1, { part: 'intro' }),
  heading(2, 'h2'),
  note(3),
  heading(4, 'h3'),
  note(5),
  heading(6, 'h2'),
  heading(7, 'lead-in'),
  quote(8),
  note(9),
  part(10, { part: 'thanks' }),
];
const list = {
  ids: items.map(({ id }) => id),
  outline: outlineOf(items),
  get: (id: string) => items.find((item) => item.id === id),
};
const rows = outlineRows(list);
const number = (id: string | null | undefined) => (id ? Number(id.slice(-12)) : id);

describe('the outline of a post', () => {
  it('has its headings by level, and lead-ins below the heading that they are under', () => {
    expect(rows.map(({ section: { id }, level }) => [number(id), level])).toEqual([
      [2, 2],
      [4, 3],
      [6, 2],
      [7, 3],
    ]);
  });

  it('knows what a block is under, and what is under a heading', () => {
    expect(number(rowOver(list, rows, uuid(5)))).toBe(4);
    expect(number(rowOver(list, rows, uuid(2)))).toBe(2);
    expect(rowOver(list, rows, uuid(1))).toBeUndefined();
    expect(rowOver(list, rows, undefined)).toBeUndefined();
    expect(underRow(list, uuid(2)).map(number)).toEqual([2, 3, 4, 5]);
    expect(underRow(list, uuid(7)).map(number)).toEqual([7, 8]);
  });

  it.each([
    ['a section above all, below what opens the post', 6, undefined, 1],
    ['one below a part of its neighbour', 6, 4, undefined],
    ['one above a part of its neighbour', 6, 2, 3],
    ['one to the end, above what closes the post', 2, 7, 9],
    ['a lead-in to another section', 7, 2, 3],
    ['one onto itself', 2, 2, undefined],
    ['one into itself', 2, 4, undefined],
  ])('puts %s', (_, id, above, after) => {
    const to = dropAfter(list, rows, uuid(id), above === undefined ? undefined : uuid(above));
    expect(number(to)).toBe(after);
  });
});
