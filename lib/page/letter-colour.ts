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

/** One that lets nothing through. */
const opaque = /^rgb\([^/]*\)$/;

const white = 'rgb(255, 255, 255)';

/** Elements around a text that are asked what is behind it. */
const maxAround = 40;
const maxPictures = 200;
const maxPlaced = 200;
const pictures = 'img, video, canvas, svg, iframe, object';

/**
 * True if letters show nothing: they have no colour, or just that of what is behind them, and nothing else draws
 * them. Letters that a gradient fills are seen, and so are those that lie over a picture to be selected in its place.
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

/** Of a page without any background: white, unless it comes in a dark one, too. */
function pageColour({ element }: Rendered): string {
  const doc = ownerDocument(element);
  const root = doc && documentElement(doc);
  const scheme = root ? new Rendered(root).value('color-scheme') : '';
  return /^(?:normal|light|only light|light only)$/.test(scheme) ? white : '';
}

/** By their shadow or outline, or as a piece of the background. */
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

/** The text of a page that is shown as a picture (PDF.js) lies over it. */
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

/** True if nothing that is painted between the letters and a background of their colour could set them off. */
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
    // What is placed may lie over anything.
    if (at.position !== 'static' || at.isOutOfFlow) return false;
    if (!/^(?:none|)$/.test(at.value('transform'))) return false;
  }
  return at === null && isFree(rendered, last);
}

/**
 * Nothing else is behind the letters than the background of an element around them: it has letters of another colour,
 * no picture is where they are, and nothing is placed there.
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

/** A style draws something before or after what is in an element. */
function drawsBeside(element: Element): boolean {
  const doc = ownerDocument(element);
  const view = doc && documentView(doc);
  return ['::before', '::after'].some(
    (pseudo) => !/^(?:none|normal|)$/.test(view?.getComputedStyle(element, pseudo).content ?? ''),
  );
}

/** Something near the top of an element is placed where a box is. */
function holdsPlaced(around: Element, box: DOMRect): boolean {
  return queryAll(around, ':scope > *, :scope > * > *')
    .slice(0, maxPlaced)
    .some((each) => {
      const rendered = new Rendered(each);
      return rendered.isOutOfFlow && overlap(rendered.box, box);
    });
}
