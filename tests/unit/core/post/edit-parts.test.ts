import { describe, expect, it } from 'vitest';
import {
  freePartName,
  movePart,
  movePartTo,
  partsInOrder,
} from '../../../../lib/core/post/edit-parts.ts';
import type { TemplatePart } from '../../../../lib/core/post/profile.ts';

const part = (name: string, side: TemplatePart['side']): TemplatePart => ({
  part: name,
  template: name,
  side,
});
const parts = [
  part('intro', 'leading'),
  part('talk', 'leading'),
  part('thanks', 'closing'),
  part('footer', 'closing'),
];
/** The parts in the post's order, with its items between. */
const order = (list: readonly TemplatePart[]) => {
  const of = (side: TemplatePart['side']) =>
    list.filter((each) => each.side === side).map((each) => each.part);
  return [...of('leading'), '|', ...of('closing')].join(' ');
};

describe('the parts of a template', () => {
  it('are those before the items, then those behind', () => {
    expect(
      partsInOrder([part('b', 'closing'), part('a', 'leading')]).map((each) => each.part),
    ).toEqual(['a', 'b']);
  });

  it('move by one place, over the items as over each other', () => {
    expect(order(movePart(parts, 0, 1))).toBe('talk intro | thanks footer');
    expect(order(movePart(parts, 1, 1))).toBe('intro | talk thanks footer');
    expect(order(movePart(parts, 2, -1))).toBe('intro talk thanks | footer');
    expect(order(movePart(parts, 3, -1))).toBe('intro talk | footer thanks');
    expect(movePart(parts, 0, -1)).toEqual(parts);
    expect(movePart(parts, 3, 1)).toEqual(parts);
  });

  it('are dropped behind another one, behind the items, or first', () => {
    expect(order(movePartTo(parts, 0, 2))).toBe('talk | thanks intro footer');
    expect(order(movePartTo(parts, 3, 'items'))).toBe('intro talk | footer thanks');
    expect(order(movePartTo(parts, 2, 1))).toBe('intro talk thanks | footer');
    expect(order(movePartTo(parts, 3, undefined))).toBe('footer intro talk | thanks');
  });

  it('get names that no other has', () => {
    expect(freePartName(parts, 'part')).toBe('part');
    expect(freePartName([...parts, part('part', 'closing')], 'part')).toBe('part 2');
  });
});
