import { browser } from 'wxt/browser';
import { isCoveredUnfelt, type Point, TreeSearch } from './covers.ts';
import { element } from './elements.ts';
import { fullScreenHome, topmostModal } from './modals.ts';
import { hasVastSelection } from './placement.ts';
import { OwnStyles, overlayCss } from './styles.ts';

/** Marks our hosts; the page can see it, and can put it on any element. */
const marker = 'data-wrapup';

const sampleMs = 100;
/** How long an overlay must have been visible before it accepts a click. */
const seenMs = 250;
/** How long clicks are refused after the page covered, hid or moved the overlay. */
const disturbedMs = 600;
/** How long a click waits for the overlay to have been visible for `seenMs`. */
const patienceMs = 1_500;
/** A page that hides, covers or removes an overlay more often than this has won. */
const mostRescues = 40;
/** How many samples tell whether a page keeps an overlay from being seen at all. */
const tellingSamples = 5;
/** How often, in samples, the page's shadow roots are searched for. */
const treesEvery = 10;
/** How long each sample, or a waiting click, may search for them, ms. */
const searchMs = 8;
const waitedSearchMs = 25;
/** Up to this many elements, a page is checked for covers with every sample. */
const elementsASample = 20_000;

const canTellTransition =
  typeof CSS === 'object' && CSS.supports('selector(:active-view-transition)');

/** Removes overlays of an older version of the extension, whose script runs in another world. */
export function removeLeftOvers(doc: Document, kind: string): void {
  for (const old of doc.querySelectorAll(`div[${marker}="${kind}"]`)) old.remove();
}

/** True for a user's action; false for everything that a page's script creates or calls. */
export const isByHand = (event: Event) => event.isTrusted;

type Kind = 'confirmation' | 'region';

/** A host and its shadow tree. */
export interface Shell {
  host: HTMLElement;
  shadow: ShadowRoot;
  styles: OwnStyles;
}

interface Mounted extends Shell {
  /** The element in the page: the host, or its wrapper. */
  standing: Element;
}

/** Creates one outside any document, so the page can't reach it. */
export function makeShell(kind: Kind, css: string): Shell {
  const host = element('div', { [marker]: kind });
  const shadow = host.attachShadow({ mode: 'closed' });
  return { host, shadow, styles: new OwnStyles(shadow, [overlayCss(css), '']) };
}

/**
 * Returns what must be added to the page to show `host`: itself in HTML, a `foreignObject` around
 * it in SVG. Undefined in other XML, because Firefox (153) removes its view of the tree when
 * anything is added.
 */
function stand(root: Element, host: HTMLElement): Element | undefined {
  if (root instanceof HTMLElement) return host;
  if (!(root instanceof SVGSVGElement)) return undefined;
  const around = document.createElementNS(root.namespaceURI, 'foreignObject');
  // Without a size nothing in it is laid out; in the top layer the host has its own size.
  around.setAttribute('width', '1');
  around.setAttribute('height', '1');
  around.append(host);
  return around;
}

/**
 * An overlay on a page that may be hostile (ADR 23): in a closed shadow tree of a `div`, whose name
 * no page can define as a custom element, and in the top layer. It is restored if the page hides,
 * moves, covers or removes it, and it can tell whether a click can be meant for it.
 */
export class Overlay {
  readonly #doc: Document;
  readonly #kind: Kind;
  readonly #css: string;
  readonly #content: HTMLElement;
  readonly #listeners: ((signal: AbortSignal) => void)[] = [];
  readonly #onTick: (() => void)[] = [];
  #mounted: Mounted;
  #listening = new AbortController();
  #pinned = '';
  #hidden = false;
  #lost: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #sight: IntersectionObserver | undefined;
  /** The result of `IntersectionObserver`; undefined until it has run. */
  #seen: boolean | undefined;
  #shownAt = 0;
  #disturbedAt = Number.NEGATIVE_INFINITY;
  #rescues = 0;
  /** How many samples found it removed, hidden or covered, and how many did not. */
  #unseen = 0;
  #visible = 0;
  #samples = 0;
  /** The number of samples between two searches for covers. */
  #pace = 1;
  #isCovered = false;
  #hadFocus: Element | null = null;
  #trees: (Document | ShadowRoot)[] = [];
  /** The search for shadow roots that is running. */
  #search: TreeSearch | undefined;
  #clicks = 0;

  /**
   * Undefined in a document that shows no HTML.
   * @param content what is shown, with the class `wrapup`
   * @param shell one that was created in advance, for a single use
   */
  static show(
    doc: Document,
    kind: Kind,
    css: string,
    content: HTMLElement,
    shell?: Shell,
  ): Overlay | undefined {
    const root: Element = doc.documentElement;
    return root instanceof HTMLElement || root instanceof SVGSVGElement
      ? new Overlay(doc, kind, css, content, shell)
      : undefined;
  }

  private constructor(
    doc: Document,
    kind: Kind,
    css: string,
    content: HTMLElement,
    shell: Shell = makeShell(kind, css),
  ) {
    this.#doc = doc;
    this.#kind = kind;
    this.#css = css;
    this.#content = content;
    // Frames are expensive there, see `#watch`.
    if (hasVastSelection(doc)) content.style.transition = 'none';
    content.addEventListener('mousedown', (event) => this.#countClicks(event), { capture: true });
    this.#mounted = this.#mount(shell);
    this.listen((signal) => this.#listenToFocus(signal));
    this.#timer = setInterval(() => this.#tick(), sampleMs);
  }

  get element(): HTMLElement {
    return this.#mounted.host;
  }

  /**
   * True if nobody can have read it: the page removes, hides or covers it at once, each time. It may
   * show for a moment in between.
   */
  get isUnseen(): boolean {
    return this.#unseen >= tellingSamples && this.#unseen > this.#visible;
  }

  get activeElement(): Element | null {
    return this.#mounted.shadow.activeElement;
  }

  /**
   * Calls `listen` now, and again whenever the page made us start over (`document.open` removes all
   * listeners).
   */
  listen(listen: (signal: AbortSignal) => void): void {
    this.#listeners.push(listen);
    listen(this.#listening.signal);
  }

  /**
   * Records the focus at once, because a page may remove the overlay before the next sample.
   * Chromium (156) sends no focus event in a window that is not in front, but sends those of
   * typing. It listens on the window, and first, because the overlay's owner may stop both events
   * there.
   */
  #listenToFocus(signal: AbortSignal): void {
    for (const type of ['focusin', 'input']) {
      const note = (event: Event) => {
        if (isByHand(event) && event.target === this.element) this.#hadFocus = this.activeElement;
      };
      window.addEventListener(type, note, { capture: true, signal });
    }
  }

  /** Calls back ten times a second while the overlay shows. */
  onTick(tick: () => void): void {
    this.#onTick.push(tick);
  }

  /** Called once when the page keeps the overlay from being shown. */
  onLost(lost: () => void): void {
    this.#lost = lost;
  }

  /** Puts the host where this CSS says; if that moves it, clicks are refused for a while. */
  pin(css: string): void {
    if (css === this.#pinned) return;
    const settled = performance.now() - this.#shownAt > seenMs;
    if (this.#pinned !== '' && settled) this.#disturbed();
    this.#pinned = css;
    this.#place();
  }

  /** Hides it for a moment, and accepts no clicks meanwhile. */
  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    // It counts as newly shown then.
    this.#shownAt = performance.now();
    this.#place();
  }

  #place(): void {
    this.#mounted.styles.replace(1, this.#placeCss());
  }

  #placeCss(): string {
    return `:host{${this.#pinned}${this.#hidden ? 'visibility: hidden !important;' : ''}}`;
  }

  remove(): void {
    clearInterval(this.#timer);
    this.#sight?.disconnect();
    this.#listening.abort();
    this.#mounted.standing.remove();
  }

  /**
   * Resolves to true if a click or key on `control` can be genuine: made by the user, on something
   * that has been visible for a moment and has not been covered, moved or changed by the page.
   * @param label the text that the control must have
   */
  async admits(event: Event, control: HTMLElement, label?: string): Promise<boolean> {
    if (!isByHand(event) || this.#hidden || this.#isClickFromBefore(event)) return false;
    if (!this.#sight && this.#trees.length === 0) this.#search ??= new TreeSearch(this.#doc);
    const until = performance.now() + patienceMs;
    const { host } = this.#mounted;
    for (;;) {
      if (this.#search && this.#trees.length === 0) this.#goOnSearching(waitedSearchMs);
      const now = performance.now();
      if (!this.#isPlain() || !this.#isPlainly(control, label) || now > until) {
        this.#disturbed();
        return false;
      }
      if (now - this.#disturbedAt < disturbedMs || host !== this.#mounted.host) return false;
      const isSearched = this.#sight !== undefined || this.#trees.length > 0;
      const isSeen = now - this.#shownAt >= seenMs && this.#seen !== undefined && isSearched;
      if (isSeen && Number(getComputedStyle(this.#content).opacity) > 0.9) return true;
      await new Promise((resolve) => setTimeout(resolve, sampleMs / 2));
    }
  }

  /** A double click whose first half was for the page does not count. */
  #isClickFromBefore(event: Event): boolean {
    return event instanceof MouseEvent && event.detail > Math.max(1, this.#clicks);
  }

  #countClicks(event: MouseEvent): void {
    if (!isByHand(event)) return;
    this.#clicks = event.detail === 1 || event.detail === this.#clicks + 1 ? event.detail : 0;
  }

  #mount(shell: Shell): Mounted {
    const { host, shadow, styles } = shell;
    styles.replace(1, this.#placeCss());
    shadow.append(this.#content);
    const standing = stand(this.#doc.documentElement, host) ?? host;
    this.#home().append(standing);
    host.popover = 'manual';
    raise(host);
    this.#shownAt = performance.now();
    this.#samples = 0;
    this.#watch(host);
    return { ...shell, standing };
  }

  #home(): Element {
    return topmostModal(this.#doc) ?? fullScreenHome(this.#doc) ?? this.#doc.documentElement;
  }

  /**
   * Watches the host's visibility, but not with the observer if very much is selected: it requests
   * a frame ten times a second, and each takes Chromium (156) half a second there (measured,
   * 100,000 links), in which the page does not respond.
   */
  #watch(host: HTMLElement): void {
    this.#sight?.disconnect();
    this.#sight = undefined;
    this.#seen = true;
    if (!('isVisible' in IntersectionObserverEntry.prototype)) return;
    if (hasVastSelection(this.#doc)) return;
    this.#seen = undefined;
    this.#sight = new IntersectionObserver(
      (entries) => {
        this.#seen = (entries.at(-1) as { isVisible?: boolean } | undefined)?.isVisible !== false;
        if (!this.#seen && !this.#hidden) this.#disturbed();
      },
      // TypeScript's types (7.0) lack version 2 of the observer.
      { trackVisibility: true, delay: sampleMs } as IntersectionObserverInit,
    );
    this.#sight.observe(host);
  }

  #disturbed(): void {
    this.#disturbedAt = performance.now();
  }

  #tick(): void {
    const isLooking = !this.#hidden && this.#doc.visibilityState === 'visible';
    // There is briefly no root while a page rewrites itself.
    if (!isLooking || !this.#doc.documentElement) return;
    const { host, standing } = this.#mounted;
    const isAway =
      !standing.contains(host) ||
      standing.ownerDocument !== this.#doc ||
      standing.parentNode !== this.#home();
    if (!this.#sight) this.#lookForCovers();
    if (isAway || !isRaised(host) || this.#isCoveredWhole()) this.#unseen++;
    else if (this.#seen !== undefined) this.#visible++;
    // A removed element has lost the keyboard focus already.
    if (!isAway) this.#hadFocus = this.activeElement;
    if (isAway || !this.#isPlain()) this.#rescue(isAway);
    for (const tick of this.#onTick) tick();
  }

  /**
   * Searches for covers less often the more elements the page has. In a large page it waits until
   * the page is settled or something is pressed, because visiting everything takes time in which
   * the page does not respond.
   */
  #lookForCovers(): void {
    const sample = this.#samples++;
    if (sample % treesEvery === 0) {
      this.#pace = Math.ceil(this.#doc.getElementsByTagName('*').length / elementsASample) || 1;
    }
    if (sample === 0) {
      this.#trees = [];
      this.#search = undefined;
    }
    const first = this.#pace > 1 ? this.#pace : 0;
    if (sample % (treesEvery * this.#pace) === first) this.#search ??= new TreeSearch(this.#doc);
    const isFound = this.#search && this.#goOnSearching(searchMs);
    if (!isFound && sample % this.#pace === 0) this.#checkCovers();
  }

  /** Searches for covers once the shadow roots are known. Returns whether they are. */
  #goOnSearching(ms: number): boolean {
    if (!this.#search?.goOn(ms)) return false;
    this.#trees = this.#search.trees;
    this.#search = undefined;
    this.#checkCovers();
    return true;
  }

  #checkCovers(): void {
    this.#isCovered = this.#isUnder(this.#points());
  }

  #isUnder(points: readonly Point[]): boolean {
    const trees = this.#trees.length > 0 ? this.#trees : [this.#doc];
    return isCoveredUnfelt(trees, this.#mounted.host, points);
  }

  /**
   * True if the page shows a popover over all of it. A dialog or an element in full screen makes it
   * inert, too, but it is seen above them.
   */
  #isCoveredWhole(): boolean {
    const points = this.#points();
    if (points.length === 0 || this.#doc.fullscreenElement) return false;
    if (points.every((point) => this.#isPopoverAt(point))) return true;
    const mayBeUnder = this.#sight ? this.#seen === false : this.#isCovered;
    return mayBeUnder && points.every((point) => this.#isUnder([point]));
  }

  #isPopoverAt(point: Point): boolean {
    const met = this.#meets(point);
    return met !== this.#mounted.host && met?.closest(':popover-open') != null;
  }

  #meets({ x, y }: Point): Element | null {
    return Document.prototype.elementFromPoint.call(this.#doc, x, y);
  }

  /**
   * Shows it again or, if it was removed, creates a new one, so that any reference that the page
   * had is useless.
   */
  #rescue(isAway: boolean): void {
    this.#disturbed();
    if (++this.#rescues > mostRescues || browser.runtime?.id === undefined) {
      if (isAway || !isRaised(this.#mounted.host) || this.isUnseen) this.#lost?.();
      return;
    }
    if (!isAway) {
      // A page may remove the host's attributes, but must not leave its own, such as `inert` and
      // `hidden`.
      for (const { name } of Array.from(this.#mounted.host.attributes)) {
        if (name !== marker) this.#mounted.host.removeAttribute(name);
      }
      this.#mounted.host.popover = 'manual';
      raise(this.#mounted.host);
      return;
    }
    this.#mounted.standing.remove();
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#mounted = this.#mount(makeShell(this.#kind, this.#css));
    for (const listen of this.#listeners) listen(this.#listening.signal);
    if (this.#hadFocus) focusAgain(this.#hadFocus);
  }

  /** True if nothing visible is between the overlay and the user. */
  #isPlain(): boolean {
    const { host } = this.#mounted;
    if (!host.isConnected || !isRaised(host) || host.inert || this.#seen === false) return false;
    if (canTellTransition && this.#doc.documentElement.matches(':active-view-transition'))
      return false;
    const { width, height } = host.getBoundingClientRect();
    if (width < Math.min(300, innerWidth * 0.7) || height < 30) return false;
    return this.#points().every((point) => this.#meets(point) === host) && !this.#isCovered;
  }

  /** Returns the middle of each button, and of the whole, as far as they are in view. */
  #points(): Point[] {
    return [this.#mounted.host, ...this.#content.querySelectorAll('button')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
      .filter(({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  }

  /**
   * True if a control is as we made it: Firefox (153) gives any listener of the page the element in
   * our closed tree under the mouse (`event.originalTarget`), so the page may have changed it.
   */
  #isPlainly(control: HTMLElement, label: string | undefined): boolean {
    const { host, shadow } = this.#mounted;
    const outer = host.getBoundingClientRect();
    const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
    const isInside =
      left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom;
    const met = shadow.elementFromPoint(left + width / 2, top + height / 2);
    if (!isInside || !control.contains(met)) return false;
    if (label !== undefined && control.textContent !== label) return false;
    for (let each: Element | null = control; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.visibility !== 'visible' || style.filter !== 'none') return false;
      // The whole overlay fades in.
      if (each !== this.#content && Number(style.opacity) < 1) return false;
    }
    return true;
  }
}

/** Returns the focus to the element that had it, with the caret at the end of its text. */
function focusAgain(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    element.setSelectionRange(element.value.length, element.value.length);
  }
}

const isRaised = (host: HTMLElement) =>
  // A browser without popovers has no top layer for it, so the host's z-index must do.
  !('popover' in HTMLElement.prototype) || host.matches(':popover-open');

/**
 * Raises the host to the top layer, which is above every z-index and above full screen; the last
 * element added is on top.
 */
function raise(host: HTMLElement): void {
  if (!('popover' in HTMLElement.prototype) || !host.isConnected) return;
  try {
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  } catch {
    // A listener of the page for `beforetoggle` removed it meanwhile; the next sample restores it.
  }
}
