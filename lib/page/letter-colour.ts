import { isTransparent } from './drawn-away.ts';
import { Rendered } from './rendered.ts';
import {
  boxOf,
  documentBody,
  documentElement,
  documentView,
  isElement,
  ownerDocument,
  parentNode,
  queryAll,
} from './safe-dom.ts';

/** An opaque colour. */
const opaque = /^rgb\([^/]*\)$/;

const white = 'rgb(255, 255, 255)';

/** How many elements around a text are checked for what is behind it. */
const maxAround = 40;
const maxPictures = 200;
const maxPlaced = 200;
const pictures = 'img, video, canvas, svg, iframe, object';

/**
 * True if letters are invisible: they have no colour, or exactly that of what is behind them, and
 * nothing else draws them. Letters that a gradient fills are visible, and so are those over a
 * picture that exist to be selected instead of it.
 */
export function areLettersUnseen(rendered: Rendered): boolean {
  rendered.hidesLetters ??= isUnseen(rendered);
  return rendered.hidesLetters;
}

function isUnseen(rendered: Rendered): boolean {
  const { likelyFill } = rendered;
  const isLikely = isTransparent(likelyFill) || likelyFill === (rendered.backdrop || white);
  if (!isLikely) return false;
  const { fill } = rendered;
  if (fill === '') return false;
  if (isTransparent(fill)) return !isDrawnOtherwise(rendered) && !isOverPicture(rendered);
  const behind = rendered.backdrop || (fill === white ? pageColour(rendered) : '');
  return fill === behind && opaque.test(fill) && isBehindForSure(rendered, fill);
}

/** Returns the colour of a page without any background: white, unless it also has a dark scheme. */
function pageColour({ element }: Rendered): string {
  const doc = ownerDocument(element);
  const root = doc && documentElement(doc);
  const scheme = root ? new Rendered(root).value('color-scheme') : '';
  return /^(?:normal|light|only light|light only)$/.test(scheme) ? white : '';
}

/** True if their shadow or outline, or the background clipped to them, shows them. */
function isDrawnOtherwise(rendered: Rendered): boolean {
  if (!/^(?:none|)$/.test(rendered.value('text-shadow'))) return true;
  if (Number.parseFloat(rendered.value('-webkit-text-stroke-width')) > 0) return true;
  if (!/^(?:none|)$/.test(rendered.value('animation-name'))) return true;
  let at: Rendered | null = rendered;
  for (let step = 0; at && step < maxAround; step++, at = at.parent) {
    if (!/text/.test(at.value('background-clip'))) continue;
    if (at.value('background-image') !== 'none') return true;
    if (!isTransparent(at.value('background-color'))) return true;
  }
  return false;
}

/** True if they are over a picture of a page, whose text they are (PDF.js). */
function isOverPicture(rendered: Rendered): boolean {
  let at: Rendered | null = rendered;
  for (let step = 0; at && step < maxAround; step++, at = at.parent) {
    if (at.position !== 'absolute') continue;
    const around = parentNode(at.element);
    if (!isElement(around)) return false;
    const { box } = rendered;
    return queryAll(around, pictures)
      .slice(0, maxPictures)
      .some((each) => overlap(boxOf(each), box));
  }
  return false;
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * True if nothing painted between the letters and a background of the same colour could make them
 * visible.
 */
function isBehindForSure(rendered: Rendered, fill: string): boolean {
  if (!/^(?:normal|)$/.test(rendered.value('mix-blend-mode'))) return false;
  if (isDrawnOtherwise(rendered)) return false;
  let at: Rendered | null = rendered;
  let last = rendered;
  for (let step = 0; at && step < maxAround; step++, at = at.parent) {
    last = at;
    if (at.value('background-image') !== 'none') return false;
    const behind = at.value('background-color');
    if (!isTransparent(behind)) {
      return behind === fill && (at === rendered || isFree(rendered, at));
    }
    // A positioned element may be over anything.
    if (at.position !== 'static' || at.isOutOfFlow) return false;
    if (!/^(?:none|)$/.test(at.value('transform'))) return false;
  }
  return at === null && isFree(rendered, last);
}

/**
 * True if only the background of an element around them is behind the letters: it contains letters
 * of another colour, no picture is in their place, and nothing is positioned there.
 */
function isFree({ element, box, fill }: Rendered, around: Rendered): boolean {
  const doc = ownerDocument(element);
  const root = doc && documentElement(doc);
  const body = doc && documentBody(doc);
  if (!root || !body) return false;
  const page = new Rendered(body);
  if (fill === page.fill || fill === around.fill || drawsBeside(root) || drawsBeside(body))
    return false;
  const found = queryAll(root, pictures);
  if (found.length > maxPictures || found.some((each) => overlap(boxOf(each), box))) return false;
  return [body, around.element].every((each) => !holdsPlaced(each, box));
}

/** A style draws something before or after an element's content. */
function drawsBeside(element: Element): boolean {
  const doc = ownerDocument(element);
  const view = doc && documentView(doc);
  return ['::before', '::after'].some(
    (pseudo) => !/^(?:none|normal|)$/.test(view?.getComputedStyle(element, pseudo).content ?? ''),
  );
}

/** True if something near the top of an element is positioned where a box is. */
function holdsPlaced(around: Element, box: DOMRect): boolean {
  return queryAll(around, ':scope > *, :scope > * > *')
    .slice(0, maxPlaced)
    .some((each) => {
      const rendered = new Rendered(each);
      return rendered.isOutOfFlow && overlap(rendered.box, box);
    });
}
