/** A fully transparent computed colour. */
const transparent = /^(?:transparent|rgba\(.*,\s*0\)|.*\/\s*0%?\))$/;

/** The computed background of most elements. */
const noColour = 'rgba(0, 0, 0, 0)';

export const isTransparent = (colour: string): boolean =>
  colour === noColour || (!colour.startsWith('rgb(') && transparent.test(colour));

/** Scaled below this, a box shows nothing. */
const leastScale = 0.001;

/** `matrix(a, b, c, d, …)`, or the equivalent `matrix3d`. */
const matrix = /^matrix(3d)?\((.*)\)$/;

/**
 * True if a computed transform leaves nothing of a box: scaled to nothing, or seen from its edge.
 */
function flattens(transform: string): boolean {
  const [, isSpatial, written = ''] = matrix.exec(transform) ?? [];
  if (written === '') return false;
  const values = written.split(',').map(Number);
  const [a = 1, b = 0] = values;
  const [c = 0, d = 1] = isSpatial ? values.slice(4) : values.slice(2);
  return Math.abs(a * d - b * c) < leastScale * leastScale;
}

const clipRect = /^rect\((-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px,? (-?[\d.]+)px\)$/;

/** True for `clip` as used for screen-reader text. */
export function isClippedToRect(clip: string): boolean {
  const [, top, right, bottom, left] = clipRect.exec(clip) ?? [];
  if (top === undefined) return false;
  return Number(bottom) - Number(top) <= 1 || Number(right) - Number(left) <= 1;
}

const percent = (written: string | undefined): number =>
  written?.endsWith('%') ? Number.parseFloat(written) : 0;

/** True if a computed `clip-path` leaves nothing of a box. */
export function isClippedToNothing(path: string): boolean {
  if (/^(?:circle|ellipse)\(0(?:px|%)?[ )]/.test(path)) return true;
  const inset = /^inset\(([^)]*?)(?: round [^)]*)?\)/.exec(path)?.[1];
  if (inset !== undefined) {
    const [top, right = top, bottom = top, left = right] = inset.trim().split(/\s+/);
    return percent(top) + percent(bottom) >= 100 || percent(left) + percent(right) >= 100;
  }
  const polygon = /^polygon\((?:\w+, *)?([^)]*)\)/.exec(path)?.[1];
  if (polygon === undefined) return false;
  const points = polygon.split(',').map((point) => point.trim().split(/\s+/));
  // All of its points are on one line.
  return [0, 1].some((axis) => points.every((point) => point[axis] === points[0]?.[axis]));
}

/** A mask that consists only of transparency. */
const emptyMask = (mask: string): boolean => {
  if (!/^[\w-]*gradient\(/.test(mask)) return false;
  const colours = mask.match(/rgba?\([^)]*\)|transparent|#\w+|\bcolor\([^)]*\)/g) ?? [];
  return (
    colours.length > 0 && colours.every((each) => /^transparent$|^rgba\(.*,\s*0\)$/.test(each))
  );
};

export const isFilteredAway = (filter: string | undefined): boolean =>
  !!filter && filter !== 'none' && /\bopacity\(0(?:%|\))/.test(filter);

/** True if filter, mask, clip or transform hide a box completely. */
export function isDrawnAway(style: CSSStyleDeclaration): boolean {
  // Each property is read separately, as most elements have none of these.
  if (isFilteredAway(style.filter)) return true;
  const { transform } = style;
  if (transform && transform !== 'none' && flattens(transform)) return true;
  const { scale } = style;
  if (scale && scale !== 'none' && /^(?:\S+ )?0(?: |$)/.test(scale)) return true;
  const { clipPath } = style;
  if (clipPath && clipPath !== 'none' && isClippedToNothing(clipPath)) return true;
  const { maskImage } = style;
  return !!maskImage && maskImage !== 'none' && emptyMask(maskImage);
}
