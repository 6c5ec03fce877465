import { describe, expect, test } from 'vitest';
import { chooseCorner } from '../../../entrypoints/confirmation/placement.ts';

const card = { width: 340, height: 100 };
const wide = { width: 1000, height: 600 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the confirmation never covers the selection', () => {
  test.each([
    ['nothing selected', [], 'bottom-right'],
    ['selected elsewhere', [box(0, 0, 900, 100)], 'bottom-right'],
    ['selected at the bottom', [box(0, 500, 1000, 50)], 'top-right'],
    ['selected along the right', [box(700, 0, 300, 600)], 'bottom-left'],
    ['all selected: the usual place', [box(0, 0, 1000, 600)], 'bottom-right'],
  ])('%s', (_name, boxes, corner) => {
    expect(chooseCorner(card, wide, boxes, false)).toBe(corner);
  });

  test('in a narrow window there is one column', () => {
    const narrow = { width: 360, height: 600 };
    expect(chooseCorner(card, narrow, [], false)).toBe('bottom-centre');
    expect(chooseCorner(card, narrow, [box(0, 500, 300, 20)], false)).toBe('top-centre');
  });

  test('in right-to-left pages it is on the left', () => {
    expect(chooseCorner(card, wide, [], true)).toBe('bottom-left');
  });
});
