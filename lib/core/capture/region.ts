/** A rectangle in a viewport, CSS px. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface View {
  width: number;
  height: number;
}

/** Smaller ones are a slip of the mouse. */
export const leastSidePx = 8;

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

/** The region that drawing by keyboard starts with: the middle. */
export function startRegion({ width, height }: View): Region {
  return {
    x: Math.round(width * 0.2),
    y: Math.round(height * 0.2),
    width: Math.round(width * 0.6),
    height: Math.round(height * 0.6),
  };
}

/** Returns the rectangle between two points, in any order. */
export function regionBetween(
  from: { x: number; y: number },
  to: { x: number; y: number },
  view: View,
): Region {
  const [left, right] = [from.x, to.x]
    .map((x) => clamp(Math.round(x), 0, view.width))
    .sort(inOrder);
  const [top, bottom] = [from.y, to.y]
    .map((y) => clamp(Math.round(y), 0, view.height))
    .sort(inOrder);
  const [x, y] = [left ?? 0, top ?? 0];
  return { x, y, width: (right ?? 0) - x, height: (bottom ?? 0) - y };
}

const inOrder = (a: number, b: number) => a - b;

/** Moves a region, but keeps it in view. */
export function movedBy(region: Region, byX: number, byY: number, view: View): Region {
  return {
    ...region,
    x: clamp(region.x + byX, 0, Math.max(0, view.width - region.width)),
    y: clamp(region.y + byY, 0, Math.max(0, view.height - region.height)),
  };
}

/** Moves the region's right and lower sides, but keeps it in view and large enough to see. */
export function resizedBy(region: Region, byX: number, byY: number, view: View): Region {
  return {
    ...region,
    width: clamp(region.width + byX, leastSidePx, Math.max(leastSidePx, view.width - region.x)),
    height: clamp(region.height + byY, leastSidePx, Math.max(leastSidePx, view.height - region.y)),
  };
}

export function isLargeEnough({ width, height }: Region): boolean {
  return width >= leastSidePx && height >= leastSidePx;
}
