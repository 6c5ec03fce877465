import { expect, it } from 'vitest';
import { type ItemList, withRecords } from '../../../lib/client/item-list.ts';
import { createNote } from '../../support/items.ts';

it('has the record of each item, the newest where the list has read it', () => {
  const [read, edited, other] = [createNote(), createNote({ note: 'new' }), createNote()];
  const list: ItemList = {
    ids: [read.id, edited.id, other.id],
    outline: new Map(),
    get: (id) => [read, edited].find((item) => item.id === id),
    keep: () => {},
  };
  expect(withRecords(list, undefined)).toBe(list);
  const all = withRecords(list, [read, { ...edited, note: 'old' }, other]);
  expect(all.ids.map((id) => all.get(id))).toEqual([read, edited, other]);
  expect(all.get('none')).toBeUndefined();
});
