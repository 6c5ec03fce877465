/** The rows in the DOM: those with `from <= index < to`. */
export interface ListWindow {
  from: number;
  to: number;
}

/** How many rows are added at once by default; the popup shows about ten. */
export const windowStep = 60;
/** Beyond this many rows, those furthest from the view are removed. */
export const mostRows = 4 * windowStep;

/**
 * Returns the window for that many rows, around the one the list opens at; undefined: at its end.
 */
export function openWindow(count: number, at: number | undefined, rows = windowStep): ListWindow {
  const middle = at === undefined ? count : Math.min(Math.max(at, 0), count);
  const from = Math.max(0, Math.min(middle - rows / 2, count - rows));
  return { from, to: Math.min(count, from + rows) };
}

/** Keeps the window's place as the list grows or shrinks; a window at the end stays there. */
export function followCount(
  window: ListWindow,
  before: number,
  after: number,
  step = windowStep,
): ListWindow {
  const to = window.to >= before ? after : Math.min(window.to, after);
  const from = Math.min(window.from, Math.max(0, to - 1));
  return { from: to - from < step ? Math.max(0, to - step) : from, to };
}

/**
 * Returns the window over the whole list after, for the first paint, it was over a part of it: the
 * same rows, and more around them.
 */
export function overWhole(
  window: ListWindow,
  part: readonly string[],
  whole: readonly string[],
  step = windowStep,
): ListWindow {
  const from = whole.indexOf(part[window.from] ?? '');
  if (from < 0) return openWindow(whole.length, undefined, step);
  const to = Math.min(whole.length, from + window.to - window.from);
  return { from: Math.max(0, Math.min(from, to - step)), to };
}

export function growUp(window: ListWindow, step = windowStep): ListWindow {
  const from = Math.max(0, window.from - step);
  return { from, to: Math.min(window.to, from + mostRows) };
}

export function growDown(window: ListWindow, count: number, step = windowStep): ListWindow {
  const to = Math.min(count, window.to + step);
  return { from: Math.max(window.from, to - mostRows), to };
}

/**
 * Returns the window with the row at `index` in it: extended if that is near, reopened if it is
 * far.
 */
export function including(
  window: ListWindow,
  index: number,
  count: number,
  step = windowStep,
): ListWindow {
  if (index >= window.from && index < window.to) return window;
  if (index >= window.to && index < window.to + step) return growDown(window, count, step);
  if (index < window.from && index >= window.from - step) return growUp(window, step);
  return openWindow(count, index, step);
}
