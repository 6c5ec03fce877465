/** A point of the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/**
 * How many elements are examined in one check; a page that needs more to cover us counts as
 * covering.
 */
const mostElements = 2_000;
const replaced = /^(?:img|svg|video|canvas|iframe|object|embed|input|button|textarea|select)$/i;

/** Firefox gives content scripts the closed shadow roots, too. */
type WithAnyRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

function rootOf(element: Element): ShadowRoot | null {
  return (element as WithAnyRoot).openOrClosedShadowRoot ?? element.shadowRoot;
}

/** How many elements are visited between two checks of the time. */
const elementsALook = 256;

/**
 * Searches for the document's shadow roots, piece by piece, because a page may have a million
 * elements and does not respond while they are visited.
 */
export class TreeSearch {
  /** The document and the shadow roots found so far. */
  readonly trees: (Document | ShadowRoot)[];
  #walker: TreeWalker | undefined;
  #at = 0;

  constructor(doc: Document) {
    this.trees = [doc];
  }

  /** Continues for at most `ms`. Returns whether the whole page has been searched. */
  goOn(ms: number): boolean {
    const until = performance.now() + ms;
    for (let tree = this.trees[this.#at]; tree; tree = this.trees[++this.#at]) {
      this.#walker ??= createTreeWalker.call(ownerOf(tree), tree, NodeFilter.SHOW_ELEMENT);
      for (let looked = 1; ; looked++) {
        const each = this.#walker.nextNode() as Element | null;
        if (!each) break;
        const root = rootOf(each);
        if (root) this.trees.push(root);
        if (looked % elementsALook === 0 && performance.now() >= until) return false;
      }
      this.#walker = undefined;
    }
    return true;
  }
}

/** It is taken from the prototype, because a page may give an element this name. */
const { createTreeWalker } = Document.prototype;

const ownerOf = (tree: Document | ShadowRoot) =>
  tree instanceof ShadowRoot ? tree.ownerDocument : tree;

/**
 * True if something of the page in the top layer shows at one of the points and lets the pointer
 * through. `elementFromPoint` does not report that, and only Chromium (156) has
 * `IntersectionObserver` with `trackVisibility`. The order of the top layer is unknown, so
 * something below us counts, too.
 */
export function isCoveredUnfelt(
  trees: readonly (Document | ShadowRoot)[],
  own: Element,
  points: readonly Point[],
): boolean {
  return trees.some((tree) =>
    Array.from(tree.querySelectorAll(':popover-open, :modal, :fullscreen')).some(
      (each) => each !== own && !each.contains(own) && shows(each, points),
    ),
  );
}

function shows(top: Element, points: readonly Point[]): boolean {
  if (backdropHides(top)) return true;
  const waiting = [top];
  for (let seen = 0; ; seen++) {
    const each = waiting.pop();
    if (!each) return false;
    if (seen > mostElements || (letsThrough(each) && isAt(each, points) && paints(each))) {
      return true;
    }
    waiting.push(...each.children, ...(rootOf(each)?.children ?? []));
  }
}

const letsThrough = (each: Element) =>
  getComputedStyle(each).pointerEvents === 'none' || each.closest('[inert]') !== null;

function isAt(each: Element, points: readonly Point[]): boolean {
  const { left, top, right, bottom } = each.getBoundingClientRect();
  return points.some(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
}

function paints(each: Element): boolean {
  const style = getComputedStyle(each);
  if (style.visibility !== 'visible' || style.opacity === '0') return false;
  return (
    paintsBox(style) ||
    replaced.test(each.localName) ||
    Array.from(each.childNodes).some((node) => node instanceof Text && node.data.trim() !== '') ||
    ['::before', '::after'].some(
      (name) => !/^(?:none|normal|)$/.test(getComputedStyle(each, name).content),
    )
  );
}

function paintsBox(style: CSSStyleDeclaration): boolean {
  return (
    style.backgroundImage !== 'none' ||
    style.backdropFilter !== 'none' ||
    alphaOf(style.backgroundColor) > 0 ||
    style.boxShadow !== 'none' ||
    parseFloat(style.borderTopWidth) > 0
  );
}

/** A plain, translucent backdrop only dims the page; any other is a cover. */
function backdropHides(top: Element): boolean {
  // Around an element in full screen the backdrop is always black.
  if (top.matches(':fullscreen')) return false;
  const style = getComputedStyle(top, '::backdrop');
  if (style.display === 'none') return false;
  return style.backgroundImage !== 'none' || alphaOf(style.backgroundColor) > 0.95;
}

/** Returns the alpha of a computed colour; 1 if it is not written as `rgb()`. */
function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const [, alpha] = /^rgba?\([^)]*?[,/]\s*([\d.]+)\)$/.exec(colour) ?? [];
  return colour.startsWith('rgba') ? Number(alpha) : 1;
}
