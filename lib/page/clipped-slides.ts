import type { Rendered } from './rendered.ts';
import { boxOf, firstElementChild, nextElement, parentElement } from './safe-dom.ts';

/** More slides than any carousel has. */
const maxSlides = 60;
/** In CSS pixels: adjacent boxes touch. */
const touch = 1;
/** The ratio from which two sizes are about equal. */
const alike = 0.9;

const areAlike = (a: number, b: number): boolean => Math.min(a, b) >= alike * Math.max(a, b);
const isBeyond = (from: number, to: number, start: number, end: number): boolean =>
  from >= end - touch || to <= start + touch;

/**
 * True for a slide that is pushed out of the box that shows another one like it, to where no reader
 * can scroll: in a box whose overflow is hidden, and not merely cut off by it.
 */
export function isClippedSlide(rendered: Rendered, around: Rendered | undefined): boolean {
  if (!rendered.isBlock || !around || /^t[dhr]$/.test(rendered.name)) return false;
  const isItem = around.container.hasItems;
  if (!isItem && rendered.display !== 'inline-block' && rendered.position !== 'absolute')
    return false;
  const { clipper } = rendered;
  if (!clipper) return false;
  const [own, window] = [rendered.box, clipper.box];
  if (own.width === 0 || own.height === 0 || window.width === 0 || window.height === 0)
    return false;
  const isAside = isBeyond(own.left, own.right, window.left, window.right);
  const isBelow = isBeyond(own.top, own.bottom, window.top, window.bottom);
  if (!isAside && !(isBelow && areAlike(own.height, window.height))) return false;
  // Automatic animations show every slide in turn.
  if (!/^(?:none|)$/.test(around.value('animation-name'))) return false;
  const parent = parentElement(rendered.element);
  let at = parent && firstElementChild(parent);
  for (let step = 0; at && step < maxSlides; step++, at = nextElement(at)) {
    if (at === rendered.element) continue;
    const other = boxOf(at);
    if (!areAlike(other.width, own.width) && !areAlike(other.height, own.height)) continue;
    if (
      !isBeyond(other.left, other.right, window.left, window.right) &&
      !isBeyond(other.top, other.bottom, window.top, window.bottom)
    ) {
      return true;
    }
  }
  return false;
}
