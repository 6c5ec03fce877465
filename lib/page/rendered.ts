import {
  isClippedToNothing,
  isClippedToRect,
  isDrawnAway,
  isFilteredAway,
  isTransparent,
} from './drawn-away.ts';
import { flatParent } from './flat-tree.ts';
import type { Box } from './row-boxes.ts';
import {
  attribute,
  boxOf,
  createRange,
  documentElement,
  documentView,
  firstElementChild,
  hasAttribute,
  hasAttributes,
  isElement,
  localName,
  offsetLeft,
  offsetParent,
  offsetTop,
  offsetWidth,
  ownerDocument,
  parentElement,
  query,
  queryAll,
  textContent,
} from './safe-dom.ts';

const neverShown = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'link',
  'meta',
  'title',
  'datalist',
  'textarea',
  'select',
  'iframe',
  'object',
  'embed',
  'audio',
  'canvas',
]);

/**
 * True for TeX in MathML, TeX that MathJax 2 keeps beside the formula it drew, and MathML behind a
 * picture.
 */
function holdsMathSource(element: Element): boolean {
  const name = localName(element);
  if (name === 'script') return attribute(element, 'type').startsWith('math/');
  return (
    name === 'annotation' ||
    name === 'math' ||
    query(element, 'math, script[type^="math/"]') !== undefined
  );
}

function inClosedDetails(element: Element, name: string, around?: Rendered | null): boolean {
  const parent = around ? around.element : parentElement(element);
  if (!parent || (around?.name ?? localName(parent)) !== 'details') return false;
  return !hasAttribute(parent, 'open') && name !== 'summary';
}

/** For values of `visibility` and `overflow`; '' without a style. */
const isVisible = (value: string): boolean => value === 'visible' || value === '';

/** True if an `object` shows its content because it could not be loaded. */
export function showsContent(element: Element): boolean {
  const child = firstElementChild(element);
  return child !== null && boxOf(child).width > 0;
}

type View = Window & typeof globalThis;

function viewOf(element: Element): View | undefined {
  const doc = ownerDocument(element);
  return (doc && documentView(doc)) ?? undefined;
}

/** What a computed `display` means. */
interface DisplayKind {
  /** Separated from what is before and after it. */
  isBlock: boolean;
  /** A box with its own size, which may be clipped or moved. */
  hasOwnBox: boolean;
  /** Its children are items, which may show in another order than in the document. */
  hasItems: boolean;
  isGrid: boolean;
}

/** Displays that keep an element in its line. */
const inlineDisplays = /^(?:inline|contents|none|ruby|math|$)/;
const displayKinds = new Map<string, DisplayKind>();

function kindOf(display: string): DisplayKind {
  let kind = displayKinds.get(display);
  if (!kind) {
    kind = {
      isBlock: !inlineDisplays.test(display),
      hasOwnBox: !/^(?:inline|contents|)$/.test(display),
      hasItems: /(?:flex|grid)$/.test(display),
      isGrid: display.endsWith('grid'),
    };
    displayKinds.set(display, kind);
  }
  return kind;
}
/** Parts that are not drawn separately, because checking all cells of a page would take long. */
const tableParts = new Set('td tr th tbody thead tfoot'.split(' '));
const isPlaced = (position: string): boolean => position === 'absolute' || position === 'fixed';

/** Smaller than any text that is meant to be read, in CSS pixels. */
const minFontSize = 1.5;
const minOpacity = 0.02;
/** Boxes for screen readers are clipped to one pixel. */
const minSize = 1.5;
/** Further left or up than any text is, in CSS pixels. */
const farAway = 900;

const monospace =
  /\bmonospace\b|\bmono\b|courier|consolas|menlo|monaco|\bsource code|\bfira code|cascadia|inconsolata|andale|lucida console|hack\b/i;
const boldFrom = 600;
/** The font size without a style. */
const usualSize = 16;

const sizes = new Map<string, number>();

function sizeOf(written: string): number {
  let size = sizes.get(written);
  if (size === undefined) {
    const parsed = Number.parseFloat(written);
    size = Number.isNaN(parsed) ? usualSize : parsed;
    if (sizes.size > 500) sizes.clear();
    sizes.set(written, size);
  }
  return size;
}

const monoFamilies = new Map<string, boolean>();

function isMonoFamily(family: string): boolean {
  let isMono = monoFamilies.get(family);
  if (isMono === undefined) {
    isMono = monospace.test(family);
    // Pages have few; a hostile one must not fill the memory.
    if (monoFamilies.size > 500) monoFamilies.clear();
    monoFamilies.set(family, isMono);
  }
  return isMono;
}

/** How white space in an element's text shows. */
export type WhiteSpace =
  /** Collapsed to one space. */
  | 'collapsed'
  /** As it is written. */
  | 'kept'
  /** Spaces collapsed, line ends kept. */
  | 'lines';

/**
 * How the browser shows one element of the page: its computed style and its box. Each fact is read
 * once, when needed, as reading costs more than anything else in a copy. Without a layout (jsdom)
 * there are no boxes, and no element is hidden because of its box.
 */
export class Rendered {
  readonly element: Element;
  /** The element's local name. */
  readonly name: string;
  /** False for an element whose name alone describes it. */
  readonly hasAttributes: boolean;
  /** The computed `display`; '' if there is no style. */
  readonly display: string;
  /** Not displayed at all, or not selectable. */
  readonly isGone: boolean;
  /** Nobody sees the element or anything in it, or the page makes it unselectable. */
  readonly isHidden: boolean;
  /** The element's own text is not shown, but its children may be. */
  readonly hidesText: boolean;
  /** For its own letters, the result of `areLettersUnseen`; undefined before that ran. */
  hidesLetters: boolean | undefined;
  /** The first line is outdented. */
  hangs = false;
  private readonly style: CSSStyleDeclaration | undefined;
  private readonly view: View | undefined;
  private readonly kind: DisplayKind;
  private readonly around: Rendered | null | undefined;
  private readonly barred: boolean;
  /** It can't be selected, except for parts of it that its page makes selectable. */
  private letsIn = false;
  private ownFontSize: number | undefined;
  private ownFamily: string | undefined;
  private ownBold: boolean | undefined;
  private ownItalic: boolean | undefined;
  private ownWhiteSpace: WhiteSpace | undefined;
  private ownBox: DOMRect | undefined;
  private ownPosition: string | undefined;
  private ownClasses: string | undefined;
  private ownRole: string | undefined;
  private ownBackdrop: string | undefined;
  private ownClipper: Rendered | null | undefined;
  private ownMode: string | undefined;
  private ownFill: string | undefined;
  private isLaidOut: boolean | undefined;

  /** @param around the element around it in the flat tree, if known */
  constructor(element: Element, around?: Rendered | null) {
    this.element = element;
    this.around = around;
    this.barred = false;
    this.hidesText = false;
    const name = localName(element);
    this.name = name;
    this.hasAttributes = hasAttributes(element);
    const isNever = neverShown.has(name) && !(name === 'object' && showsContent(element));
    if (isNever || inClosedDetails(element, name, around)) {
      this.display = '';
      this.kind = kindOf('');
      this.isHidden = !holdsMathSource(element);
      this.isGone = this.isHidden;
      return;
    }
    const view = around?.view ?? viewOf(element);
    const style = view?.getComputedStyle(element);
    this.view = view;
    this.style = style;
    const display = style?.display ?? '';
    this.display = display;
    this.kind = kindOf(display);
    if (!style) {
      this.isHidden = false;
      this.isGone = false;
    } else if (display === 'none') {
      this.isGone = !holdsMathSource(element);
      this.isHidden = this.isGone;
    } else {
      const isWithin = around?.letsIn === true;
      this.barred = isBarred(style) || (isWithin && !letsSelect(style));
      const { visibility } = style;
      this.isGone =
        (this.barred && this.isBarredItself()) || (visibility === 'collapse' && this.isCollapsed());
      this.hidesText = !isVisible(visibility) || this.letsIn;
      this.isHidden = this.isGone || (!this.isSeen(style) && !holdsMathSource(element));
    }
  }

  /** Its `class`; '' if it has none. */
  get classes(): string {
    this.ownClasses ??= this.hasAttributes ? attribute(this.element, 'class') : '';
    return this.ownClasses;
  }

  /** Its `role`, in lower case; '' if it has none. */
  get role(): string {
    if (this.ownRole === undefined) {
      const written = this.hasAttributes ? attribute(this.element, 'role') : '';
      this.ownRole = written === '' ? '' : written.trim().toLowerCase();
    }
    return this.ownRole;
  }

  /** False in jsdom, and in frames that are not shown. */
  get hasLayout(): boolean {
    this.isLaidOut ??= this.around ? this.around.hasLayout : hasLayout(this.element);
    return this.isLaidOut;
  }

  /** The element around it in the flat tree. */
  get parent(): Rendered | null {
    if (this.around !== undefined) return this.around;
    let at = flatParent(this.element);
    while (at && !isElement(at)) at = flatParent(at);
    return at ? new Rendered(at) : null;
  }

  /** The nearest element that has a box: this one, unless its children replace it. */
  get container(): Rendered {
    let at: Rendered = this;
    for (let next = at.parent; at.display === 'contents' && next; next = at.parent) at = next;
    return at;
  }

  /** The element's own text takes no visible space. */
  get isTiny(): boolean {
    return this.fontSize < minFontSize;
  }

  /** Separated from what is before and after it, like a paragraph. */
  get isBlock(): boolean {
    return this.kind.isBlock;
  }

  /** A flex box or a grid. */
  get hasItems(): boolean {
    return this.kind.hasItems;
  }

  /** Taken out of the flow of text by its position or as a float. */
  get isOutOfFlow(): boolean {
    if (isPlaced(this.position)) return true;
    const float = this.style?.cssFloat ?? '';
    return float !== 'none' && float !== '';
  }

  get position(): string {
    this.ownPosition ??= this.style?.position ?? '';
    return this.ownPosition;
  }

  /** Its children are side by side as items. */
  get isRow(): boolean {
    if (!this.kind.hasItems) return false;
    return this.kind.isGrid || !/column/.test(this.style?.flexDirection ?? '');
  }

  /** Font size of its letters, in CSS pixels. */
  get fontSize(): number {
    if (this.ownFontSize === undefined) {
      this.ownFontSize = sizeOf(this.style?.fontSize ?? '');
    }
    return this.ownFontSize;
  }

  get fontFamily(): string {
    this.ownFamily ??= this.style?.fontFamily ?? '';
    return this.ownFamily;
  }

  get isBold(): boolean {
    if (this.ownBold === undefined) {
      const weight = this.style?.fontWeight ?? '';
      this.ownBold = weight === 'bold' || Number(weight) >= boldFrom;
    }
    return this.ownBold;
  }

  get isItalic(): boolean {
    if (this.ownItalic === undefined) {
      const slant = this.style?.fontStyle ?? '';
      this.ownItalic = slant !== 'normal' && /\b(?:italic|oblique)\b/.test(slant);
    }
    return this.ownItalic;
  }

  /** All letters have the same width, as in code. */
  get isMono(): boolean {
    return isMonoFamily(this.fontFamily);
  }

  get whiteSpace(): WhiteSpace {
    if (this.ownWhiteSpace === undefined) {
      const written = this.style?.whiteSpace ?? '';
      if (/^pre-line|preserve-breaks/.test(written)) this.ownWhiteSpace = 'lines';
      else if (/^(?:pre|break-spaces)|\bpreserve\b/.test(written)) this.ownWhiteSpace = 'kept';
      else this.ownWhiteSpace = 'collapsed';
    }
    return this.ownWhiteSpace;
  }

  /** Lines run from top to bottom. */
  get isVertical(): boolean {
    this.ownMode ??= this.style?.writingMode ?? '';
    return /^(?:vertical|sideways)/.test(this.ownMode);
  }

  /**
   * The element around it that cuts off its overflow at the sides, so that no reader can reach it;
   * null if there is none, or a nearer one scrolls.
   */
  get clipper(): Rendered | null {
    if (this.ownClipper === undefined) {
      const { parent } = this;
      if (!parent || parent.name === 'body' || parent.name === 'html') this.ownClipper = null;
      else {
        const overflow = parent.style?.overflowX ?? '';
        if (/^(?:hidden|clip)$/.test(overflow)) this.ownClipper = parent;
        else this.ownClipper = isVisible(overflow) ? parent.clipper : null;
      }
    }
    return this.ownClipper;
  }

  /**
   * Returns a box in the viewport, rotated so that lines run from left to right and follow one
   * another downwards, as they do for readers of this element.
   */
  turned(box: DOMRect): Box {
    if (!this.isVertical) return box;
    const { left, right, top, bottom } = box;
    return /rl$/.test(this.ownMode ?? '')
      ? { left: top, right: bottom, top: -right, bottom: -left }
      : { left: top, right: bottom, top: left, bottom: right };
  }

  /** The box in the viewport; empty without a layout. */
  get box(): DOMRect {
    this.ownBox ??= boxOf(this.element);
    return this.ownBox;
  }

  /** False without a layout. */
  get hasBox(): boolean {
    return this.box.width > 0;
  }

  /** Returns a computed value that is seldom needed. */
  value(name: string): string {
    return this.style?.getPropertyValue(name) ?? '';
  }

  /** The computed colour of its letters; '' without a style. */
  get fill(): string {
    this.ownFill ??= this.style?.webkitTextFillColor || this.style?.color || '';
    return this.ownFill;
  }

  /**
   * The colour of its letters, only if an element with attributes sets one: a cheap hint, as
   * reading a colour is expensive.
   */
  get likelyFill(): string {
    return this.hasAttributes ? this.fill : (this.parent?.likelyFill ?? this.fill);
  }

  /**
   * The colour of the nearest background behind it, as far as elements around it have one; ''
   * without. It is only a hint, because anything else behind it is ignored.
   */
  get backdrop(): string {
    if (this.ownBackdrop === undefined) {
      const own = this.hasAttributes ? (this.style?.backgroundColor ?? '') : '';
      const isNone = own === '' || isTransparent(own);
      this.ownBackdrop = isNone ? (this.parent?.backdrop ?? '') : own;
    }
    return this.ownBackdrop;
  }

  /**
   * Collapsed rows and items disappear with all their content, while other elements are only
   * hidden.
   */
  private isCollapsed(): boolean {
    return /^table-(?:row|column)/.test(this.display) || this.parent?.hasItems === true;
  }

  private isSeen(style: CSSStyleDeclaration): boolean {
    const { opacity } = style;
    const isFaint = opacity !== '1' && Number.parseFloat(opacity) < minOpacity && !this.fadesIn();
    return !isFaint && !this.isOutOfSight();
  }

  /** Text that fades in when the reader scrolls to it has its place already. */
  private fadesIn(): boolean {
    const style = this.style as CSSStyleDeclaration;
    if (!this.isBlock || this.isOutOfFlow || style.pointerEvents === 'none') return false;
    const isTimed =
      /[1-9]/.test(style.transitionDuration) || !/^(?:none|)$/.test(style.animationName);
    const written = attribute(this.element, 'style');
    return isTimed || (/opacity/.test(written) && /transform|translate/.test(written));
  }

  /** True if it is clipped to nothing, or placed where nobody can scroll to. */
  private isOutOfSight(): boolean {
    const style = this.style as CSSStyleDeclaration;
    if (!this.kind.hasOwnBox) return this.hasAttributes && isFilteredAway(style.filter);
    if (style.contentVisibility === 'hidden') return true;
    if (this.isIndentedAway(style.textIndent)) return true;
    if (!isVisible(style.overflowY) && this.isClippedBox()) return true;
    const { marginLeft } = style;
    if (marginLeft.startsWith('-') && Number.parseFloat(marginLeft) < -farAway) {
      if (this.isPushedOut()) return true;
    }
    if (this.hasAttributes && !tableParts.has(this.name) && isDrawnAway(style) && !this.fadesIn())
      return true;
    if (this.position === 'relative') return this.isFarAway();
    return (
      isPlaced(this.position) &&
      (isClippedToRect(style.clip ?? '') ||
        isClippedToNothing(style.clipPath ?? '') ||
        this.isFarAway() ||
        this.isOffScreen())
    );
  }

  /** True for a logo's words, pushed out of its box by their indentation. */
  private isIndentedAway(indent: string): boolean {
    if (indent === '0px') return false;
    const size = Number.parseFloat(indent);
    if (size < 0) this.hangs = true;
    if (size < -farAway) return true;
    if (!(size > 0) || isVisible((this.style as CSSStyleDeclaration).overflowY)) return false;
    if (indent.endsWith('%')) return size >= 100;
    const { width } = this.box;
    return width > 0 && size >= width;
  }

  private isClippedBox(): boolean {
    const { width, height } = this.box;
    return (width < minSize || height < minSize) && hasLayout(this.element);
  }

  private isFarAway(): boolean {
    const { element } = this;
    if (!(element instanceof HTMLElement)) return false;
    return offsetLeft(element) < -farAway || offsetTop(element) < -farAway;
  }

  /** True if its content begins and ends left of the page; the box may be as wide as its margin. */
  private isPushedOut(): boolean {
    const doc = ownerDocument(this.element);
    const view = doc && documentView(doc);
    if (!view) return false;
    const content = createRange(doc);
    content.selectNodeContents(this.element);
    const { width, right } = content.getBoundingClientRect();
    return width > 0 && right + view.scrollX <= 0;
  }

  private isOffScreen(): boolean {
    const { element } = this;
    if (!(element instanceof HTMLElement)) return false;
    const doc = ownerDocument(element);
    const view = doc && documentView(doc);
    const parent = offsetParent(element);
    // An element that scrolls may be scrolled past its content.
    if (!view || (parent && localName(parent) !== 'body') || !hasLayout(element)) return false;
    const { left, right, top, bottom, width, height } = this.box;
    // It is scaled to nothing, unless it has no size of its own.
    if (width === 0 && height === 0) return offsetWidth(element) > 0;
    if (this.position !== 'fixed') {
      // A page that runs from right to left extends to the left.
      const root = documentElement(doc);
      const runsRight = root && view.getComputedStyle(root).direction !== 'rtl';
      return bottom + view.scrollY <= 0 || (runsRight === true && right + view.scrollX <= 0);
    }
    return right <= 0 || bottom <= 0 || left >= view.innerWidth || top >= view.innerHeight;
  }

  /**
   * True if the element itself is unselectable; if the whole page is, the user found a way to
   * select anyway.
   */
  private isBarredItself(): boolean {
    const { element, parent } = this;
    if (parent?.barred && !parent.letsIn) return false;
    // Browsers make different pressable or draggable elements unselectable, but the page shows them
    // as text.
    if (/^(?:button|input)$/.test(localName(element))) return false;
    if (attribute(element, 'draggable') === 'true') return false;
    this.letsIn = holdsSelectable(element);
    if (this.letsIn) return false;
    return (
      !query(element, 'img, picture, svg, math, video') &&
      !['img', 'svg', 'math', 'video'].includes(localName(element))
    );
  }
}

const userSelect = (style: CSSStyleDeclaration): string =>
  style.userSelect ||
  style.getPropertyValue('-webkit-user-select') ||
  style.getPropertyValue('-moz-user-select');

const isBarred = (style: CSSStyleDeclaration): boolean => userSelect(style) === 'none';
const letsSelect = (style: CSSStyleDeclaration): boolean =>
  /^(?:text|all|contain)$/.test(userSelect(style));

/** How many elements that can't be selected are checked for selectable parts. */
const maxAsked = 400;

/**
 * True if a page makes an element unselectable, but a part of it selectable: the messages of an
 * app.
 */
function holdsSelectable(element: Element): boolean {
  if (!firstElementChild(element)) return false;
  const view = viewOf(element);
  return queryAll(element, '*')
    .slice(0, maxAsked)
    .some((each) => {
      const style = view?.getComputedStyle(each);
      return !!style && letsSelect(style) && /\S/.test(textContent(each) ?? '');
    });
}

/** False in jsdom, and in frames that are not shown. */
function hasLayout(element: Element): boolean {
  const doc = ownerDocument(element);
  const root = doc && documentElement(doc);
  return !!root && boxOf(root).width > 0;
}
