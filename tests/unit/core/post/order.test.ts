import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareOrder,
  keyAfter,
  keyBetween,
  keysAfter,
  maxOrderLength,
  type Ordered,
  planMove,
} from '../../../../lib/core/post/order.ts';
import { tries } from '../../../support/property-tries.ts';

const apply = (items: Ordered[], plan: Map<string, string>): Ordered[] =>
  items.map((item) => ({ ...item, order: plan.get(item.id) ?? item.order })).sort(compareOrder);

const list = (...ids: string[]): Ordered[] => {
  const keys = keysAfter(undefined, ids.length);
  return ids.map((id, n) => ({ id, order: keys[n] as string }));
};
const ids = (items: Ordered[]) => items.map((item) => item.id).join('');

describe('keys', () => {
  it('for the end come after the last, 10,000 times in a row, and stay short', () => {
    let last: string | undefined;
    for (let n = 0; n < 10_000; n++) {
      const next = keyAfter(last);
      if (last !== undefined) expect(next > last).toBe(true);
      last = next;
    }
    expect(last?.length).toBeLessThan(6);
  });

  it('have no room between equal, crossed or broken neighbours', () => {
    expect(keyBetween('a0', 'a0')).toBeUndefined();
    expect(keyBetween('a1', 'a0')).toBeUndefined();
    expect(keyBetween('!', 'a0')).toBeUndefined();
  });

  it('for the end are made even after a broken one', () => {
    for (const broken of ['not a key', 'a', 'Zz ', '', 'b5', 'é', 'z'.repeat(30)]) {
      expect(keyAfter(broken)).toMatch(/^\w+$/);
      expect(keyBetween(keyAfter(broken))).toBeDefined();
    }
    // It is after the broken key wherever a key can be.
    for (const broken of ['not a key', 'a', 'Zz ', '', 'b5', 'a0\u0000']) {
      const keys = [broken, ...keysAfter(broken, 3)];
      expect(keys.toSorted()).toEqual(keys);
      expect(new Set(keys).size).toBe(4);
    }
  });
});

describe('a move', () => {
  const abcd = list('a', 'b', 'c', 'd');

  it.each([
    ['to the start', 'd', 'a', 'dabc'],
    ['to the middle', 'a', 'c', 'bacd'],
    ['to the end', 'a', undefined, 'bcda'],
    ['to where it is', 'b', 'c', 'abcd'],
    ['before something that is gone goes to the end', 'a', 'x', 'bcda'],
  ])('%s writes one row', (_, id, beforeId, expected) => {
    const plan = planMove(abcd, [id], beforeId);
    expect(ids(apply(abcd, plan))).toBe(expected);
    expect(plan.size).toBe(1);
  });

  it('of several keeps the order given', () => {
    const plan = planMove(abcd, ['d', 'a'], 'c');
    expect(ids(apply(abcd, plan))).toBe('bdac');
    expect(plan.size).toBe(2);
  });

  it('between two items with the same key makes all keys anew', () => {
    const tied = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a0' },
      { id: 'c', order: 'a1' },
    ];
    const plan = planMove(tied, ['c'], 'b');
    expect(ids(apply(tied, plan))).toBe('acb');
  });

  it('always ends where it was meant to, with keys the schema allows', () => {
    const move = fc.record({ from: fc.nat(11), to: fc.nat(12), several: fc.boolean() });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 300 }), (moves) => {
        let items = list(...'abcdefghijkl');
        for (const { from, to, several } of moves) {
          const id = items[from]?.id as string;
          const beforeId = items[to]?.id;
          if (beforeId === id) continue;
          const moving = several
            ? [id, items.find((item) => item.id !== id && item.id !== beforeId)?.id as string]
            : [id];
          const expected = items.map((item) => item.id).filter((each) => !moving.includes(each));
          const index = beforeId === undefined ? expected.length : expected.indexOf(beforeId);
          expected.splice(index, 0, ...moving);
          items = apply(items, planMove(items, moving, beforeId));
          expect(ids(items)).toBe(expected.join(''));
        }
        expect(items.every((item) => item.order.length <= maxOrderLength)).toBe(true);
      }),
      tries(100),
    );
  });

  it('to and fro in one place, 5,000 times, stays within the length by making keys anew', () => {
    let items = list('a', 'b', 'c');
    for (let n = 0; n < 5_000; n++) {
      const [first, second, third] = items.map((item) => item.id) as [string, string, string];
      // Always between the first two: the narrowest possible gap.
      items = apply(items, planMove(items, [third], second));
      expect(ids(items)).toBe(first + third + second);
      expect(items.every((item) => item.order.length <= maxOrderLength)).toBe(true);
    }
  });
});
