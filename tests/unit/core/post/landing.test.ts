import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../lib/core/post/item.ts';
import {
  keysInGap,
  landingAfter,
  landingIndex,
  landingWithout,
} from '../../../../lib/core/post/landing.ts';
import { note, part, uuid } from '../../../support/records.ts';

describe('what lands', () => {
  const gap = { before: 'a1', after: 'a2', nextId: uuid(2) };
  const noPlaces = () => Promise.reject(new Error('There is room'));

  it('gets keys in its order between its neighbours', async () => {
    const { orders, rekeyed } = await keysInGap(gap, [uuid(8), uuid(9)], noPlaces);
    expect(['a1', ...orders, 'a2']).toEqual(['a1', ...orders, 'a2'].toSorted());
    expect(new Set(orders).size).toBe(2);
    expect(rekeyed.size).toBe(0);
  });

  it('makes all keys anew where there is no room', async () => {
    const stored = [
      { id: uuid(1), order: 'a1', shown: true },
      { id: uuid(2), order: 'a1', shown: true },
    ];
    const { orders, rekeyed } = await keysInGap(
      { before: 'a1', after: 'a1', nextId: uuid(2) },
      [uuid(9)],
      async () => stored,
    );
    const keys = [rekeyed.get(uuid(1)), orders[0], rekeyed.get(uuid(2))];
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(keys).size).toBe(3);
  });
});

describe('the landing place', () => {
  it.each([
    [undefined, undefined],
    ['end', undefined],
    ['tray', undefined],
    ['start', uuid(9)],
    [uuid(1), uuid(9)],
  ])('that was %s is %s once a clip has landed there', (landing, expected) => {
    expect(landingAfter(landing, uuid(9))).toBe(expected);
  });

  it.each([
    ['stays where what it follows stays', uuid(2), [uuid(1), uuid(3)], undefined],
    ['goes to what stands before that', uuid(2), [uuid(2)], uuid(1)],
    ['passes over all that leaves', uuid(3), [uuid(2), uuid(3)], uuid(1)],
    ['is the start where nothing is left before it', uuid(1), [uuid(1)], 'start'],
    ['is the start where it followed what is not in the post', uuid(7), [uuid(7)], 'start'],
    ['stays at the end', 'end', [uuid(3)], undefined],
    ['stays where nobody has chosen one', undefined, [uuid(3)], undefined],
  ])('%s', (_, landing, leaving, expected) => {
    const ids = [uuid(1), uuid(2), uuid(3)];
    expect(landingWithout(landing, ids, new Set(leaving))).toBe(expected);
  });

  const ids = (items: readonly Item[]) => items.map(({ id }) => id);
  const outline = (items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));
  const items = [
    note(1, { order: 'a1' }),
    note(2, { order: 'a3' }),
    part(3, { order: 'a5', part: 'thanks' }),
    part(4, { order: 'a6', part: 'footer' }),
  ];
  it.each([
    ['start', undefined, 0],
    ['end', undefined, 2],
    [undefined, undefined, 2],
    [uuid(1), undefined, 1],
    [uuid(4), undefined, 4],
    // After something deleted, or moved to the tray, what is before its place still shows where
    // that is.
    [uuid(9), uuid(1), 1],
    [uuid(9), null, 0],
    [uuid(9), undefined, 2],
  ])('%s (where %s stands before it) stands after %i items', (landing, previous, expected) => {
    expect(landingIndex(ids(items), outline(items), landing, previous)).toBe(expected);
  });

  it('at the end comes after a closing part that has something of the post after it', () => {
    const mixed = [part(3, { order: 'a1', part: 'thanks' }), note(1, { order: 'a2' })];
    expect(landingIndex(ids(mixed), outline(mixed), 'end')).toBe(2);
  });
});
