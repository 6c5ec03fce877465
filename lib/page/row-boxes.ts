/** Of a box in the viewport, in CSS pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Of the lower of two boxes. One in the middle of two rows is beside both. */
const enough = 0.4;

/** True if enough of two boxes is at the same height for a reader to take them for parts of one row. */
export function areBeside(a: Box, b: Box): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.bottom - a.top, b.bottom - b.top) * enough;
}
