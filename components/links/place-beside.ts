interface Size {
  width: number;
  height: number;
}

/** In CSS px of the window. */
export interface Placed {
  left: number;
  /** From the top or the bottom of the window: a list above a line grows upwards. */
  edge: { top: number } | { bottom: number };
  maxHeight: number;
}

const gap = 4;
const margin = 8;

/**
 * Returns the position of a list beside lines of text, in the window and never over them: below if
 * it fits there, or if there is more room than above.
 * @param lines from the top of the first to the bottom of the last
 */
export function placeBeside(
  lines: { left: number; top: number; bottom: number },
  list: Size,
  window: Size,
): Placed {
  const below = window.height - lines.bottom - gap - margin;
  const above = lines.top - gap - margin;
  const left = Math.max(margin, Math.min(lines.left, window.width - list.width - margin));
  return below >= list.height || below >= above
    ? { left, edge: { top: lines.bottom + gap }, maxHeight: Math.max(0, below) }
    : { left, edge: { bottom: window.height - lines.top + gap }, maxHeight: Math.max(0, above) };
}
