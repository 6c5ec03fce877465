import { Rendered } from './rendered.ts';
import type { Box } from './row-boxes.ts';
import { boxOf, nextElement, previousElement } from './safe-dom.ts';

const isAlike = (a: Box, b: Box): boolean =>
  Math.abs(a.left - b.left) <= 1 && Math.abs(a.right - b.right) <= 1;
const areApart = (a: Box, b: Box): boolean => a.bottom <= b.top + 1 || b.bottom <= a.top + 1;

/**
 * True for a row that a style puts above or below those beside it in the page, each as wide as the others: lists that keep
 * only the rows in view reuse them, so that they stand in any order.
 */
export function isStackedRow({ element, box }: Rendered): boolean {
  const besides = [previousElement(element), nextElement(element)].filter((each) => each !== null);
  if (besides.length === 0 || box.height === 0) return false;
  return besides.every((other) => {
    const its = boxOf(other);
    return (
      its.height > 0 &&
      isAlike(box, its) &&
      areApart(box, its) &&
      new Rendered(other).position === 'absolute'
    );
  });
}
