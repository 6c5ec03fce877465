/** Sides of a box in the viewport, in CSS pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Relative to the lower of two boxes. One in the middle of two rows is beside both. */
const enough = 0.4;

/** True if two boxes overlap enough vertically to look like parts of one row. */
export function areBeside(a: Box, b: Box): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.bottom - a.top, b.bottom - b.top) * enough;
}
