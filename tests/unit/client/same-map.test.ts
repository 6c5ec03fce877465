import { expect, it } from 'vitest';
import { keepSameMap } from '../../../lib/client/same-record.ts';

it('keeps a map while another says the same, and takes any that says more, less or something else', () => {
  const before = new Map([
    ['a.png', '1'],
    ['b.png', '2'],
  ]);
  expect(keepSameMap(before, new Map([...before].reverse()))).toBe(before);
  for (const entries of [
    [['a.png', '1']],
    [...before, ['c.png', '3']],
    [
      ['a.png', '1'],
      ['b.png', '3'],
    ],
    [
      ['a.png', '1'],
      ['c.png', '2'],
    ],
  ] as [string, string][][]) {
    const after = new Map(entries);
    expect(keepSameMap(before, after)).toBe(after);
  }
  expect(keepSameMap(undefined, before)).toBe(before);
});
