import { browser } from 'wxt/browser';
import { isCoveredUnfelt, TreeSearch } from './covers.ts';
import { element } from './elements.ts';
import { fullScreenHome, topmostModal } from './modals.ts';
import { hasVastSelection } from './placement.ts';
import { OwnStyles, overlayCss } from './styles.ts';

/** Marks our hosts; the page sees it, and may put it on whatever it likes. */
const marker = 'data-wrapup';

const sampleMs = 100;
/** How long an overlay must have been seen before it takes a click. */
const seenMs = 250;
/** How long a click is refused after something of the page was over the overlay, or hid or moved it. */
const disturbedMs = 600;
/** How long a click waits until the overlay has been seen for `seenMs`. */
const patienceMs = 1_500;
/** A page that hides, covers or removes an overlay more often than this has won. */
const mostRescues = 40;
/** How often the shadow roots of the page are looked for, in samples. */
const treesEvery = 10;
/** How long they are looked for with each sample, and each time where a click waits for it, ms. */
const searchMs = 8;
const waitedSearchMs = 25;
/** How many elements a page may have for covers to be looked for with every sample. */
const elementsASample = 20_000;

const canTellTransition =
  typeof CSS === 'object' && CSS.supports('selector(:active-view-transition)');

/** Removes overlays that an older version of the extension left behind: its script is another world's. */
export function removeLeftOvers(doc: Document, kind: string): void {
  for (const old of doc.querySelectorAll(`div[${marker}="${kind}"]`)) old.remove();
}

/** True for what the user did; everything that a page's script makes up or calls is false. */
export const isByHand = (event: Event) => event.isTrusted;

type Kind = 'confirmation' | 'region';

/** A host and its shadow tree. */
export interface Shell {
  host: HTMLElement;
  shadow: ShadowRoot;
  styles: OwnStyles;
}

interface Mounted extends Shell {
  /** What stands in the page: the host, or what is around it. */
  standing: Element;
}

/** Makes one that is in no document: nothing of a page reaches it. */
export function makeShell(kind: Kind, css: string): Shell {
  const host = element('div', { [marker]: kind });
  const shadow = host.attachShadow({ mode: 'closed' });
  return { host, shadow, styles: new OwnStyles(shadow, [overlayCss(css), '']) };
}

/**
 * What goes into the page for `host` to be shown there: itself in HTML, a `foreignObject` around it in
 * SVG. Undefined in other XML: Firefox (153) takes its view of the tree away when anything is added.
 */
function stand(root: Element, host: HTMLElement): Element | undefined {
  if (root instanceof HTMLElement) return host;
  if (!(root instanceof SVGSVGElement)) return undefined;
  const around = document.createElementNS(root.namespaceURI, 'foreignObject');
  // Without a size nothing in it is laid out; in the top layer the host has its own.
  around.setAttribute('width', '1');
  around.setAttribute('height', '1');
  around.append(host);
  return around;
}

/**
 * Something of ours over a page that may be against us (ADR 23): in a closed shadow tree of a `div`,
 * whose name no page can define as a custom element, and in the top layer. It is put back where
 * the page hides, moves, covers or removes it, and it knows whether a click can be meant for it.
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
  /** As `IntersectionObserver` sees it; undefined until it has looked. */
  #seen: boolean | undefined;
  #shownAt = 0;
  #disturbedAt = Number.NEGATIVE_INFINITY;
  #rescues = 0;
  #samples = 0;
  /** Every how many samples covers are looked for. */
  #pace = 1;
  #isCovered = false;
  #hadFocus: Element | null = null;
  #trees: (Document | ShadowRoot)[] = [];
  /** The search for shadow roots that goes on now. */
  #search: TreeSearch | undefined;
  #clicks = 0;

  /**
   * Undefined in a document that shows no HTML.
   * @param content what is shown, with the class `wrapup`
   * @param shell one that was made beforehand, for this once
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
    // Frames are dear there: see `#watch`.
    if (hasVastSelection(doc)) content.style.transition = 'none';
    content.addEventListener('mousedown', (event) => this.#countClicks(event), { capture: true });
    this.#mounted = this.#mount(shell);
    this.listen((signal) => this.#listenToFocus(signal));
    this.#timer = setInterval(() => this.#tick(), sampleMs);
  }

  get element(): HTMLElement {
    return this.#mounted.host;
  }

  get activeElement(): Element | null {
    return this.#mounted.shadow.activeElement;
  }

  /** Calls `listen` now, and again whenever the page made us begin anew (`document.open` takes all listeners away). */
  listen(listen: (signal: AbortSignal) => void): void {
    this.#listeners.push(listen);
    listen(this.#listening.signal);
  }

  /**
   * At once: a page may take the overlay away before the next sample. Chromium (156) tells of no focus in a window that
   * is not in front, but of what is typed there. At the window, and first: who shows the overlay may stop both there.
   */
  #listenToFocus(signal: AbortSignal): void {
    for (const type of ['focusin', 'input']) {
      const note = (event: Event) => {
        if (isByHand(event) && event.target === this.element) this.#hadFocus = this.activeElement;
      };
      window.addEventListener(type, note, { capture: true, signal });
    }
  }

  /** Calls back ten times a second, as long as the overlay shows. */
  onTick(tick: () => void): void {
    this.#onTick.push(tick);
  }

  /** Called once when the page keeps the overlay from being shown. */
  onLost(lost: () => void): void {
    this.#lost = lost;
  }

  /** Puts the host where this CSS says; where it stood elsewhere, clicks are refused for a while. */
  pin(css: string): void {
    if (css === this.#pinned) return;
    const settled = performance.now() - this.#shownAt > seenMs;
    if (this.#pinned !== '' && settled) this.#disturbed();
    this.#pinned = css;
    this.#place();
  }

  /** Takes it out of sight for a moment, and takes no click meanwhile. */
  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    // Seen anew then.
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
   * Resolves to true if a click or key on `control` can be meant: made by hand, on what has been seen
   * for a moment and has not been covered, moved or changed by the page.
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

  /** A double click whose first half was for the page is none for us. */
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
   * Not by the observer where very much is selected: it asks for a frame ten times a second, and each takes
   * Chromium (156) half a second there (measured, 100,000 links), in which the page answers nothing.
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
      // Not in TypeScript's types (7.0): version 2 of the observer.
      { trackVisibility: true, delay: sampleMs } as IntersectionObserverInit,
    );
    this.#sight.observe(host);
  }

  #disturbed(): void {
    this.#disturbedAt = performance.now();
  }

  #tick(): void {
    const isLooking = !this.#hidden && this.#doc.visibilityState === 'visible';
    // There is none for a moment while a page writes itself anew.
    if (!isLooking || !this.#doc.documentElement) return;
    const { host, standing } = this.#mounted;
    const isAway =
      !standing.contains(host) ||
      standing.ownerDocument !== this.#doc ||
      standing.parentNode !== this.#home();
    if (!this.#sight) this.#lookForCovers();
    // What is taken away has lost the keyboard already.
    if (!isAway) this.#hadFocus = this.activeElement;
    if (isAway || !this.#isPlain()) this.#rescue(isAway);
    for (const tick of this.#onTick) tick();
  }

  /**
   * Less often the more the page has, and in a large one not before it is settled or something is pressed:
   * to walk all of it takes its time, in which the page answers nothing.
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

  /** Looks for covers once the search is over. Returns whether it is. */
  #goOnSearching(ms: number): boolean {
    if (!this.#search?.goOn(ms)) return false;
    this.#trees = this.#search.trees;
    this.#search = undefined;
    this.#checkCovers();
    return true;
  }

  #checkCovers(): void {
    const trees = this.#trees.length > 0 ? this.#trees : [this.#doc];
    this.#isCovered = isCoveredUnfelt(trees, this.#mounted.host, this.#points());
  }

  /** Shows it anew or, where it was taken away, makes it anew: what the page had of it is of no use then. */
  #rescue(isAway: boolean): void {
    this.#disturbed();
    if (++this.#rescues > mostRescues || browser.runtime?.id === undefined) {
      if (isAway || !isRaised(this.#mounted.host)) this.#lost?.();
      return;
    }
    if (!isAway) {
      // A page may take its tools off it, but not the host's own: `inert`, `hidden`.
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

  /** True if nothing that can be seen now is between the overlay and the user. */
  #isPlain(): boolean {
    const { host } = this.#mounted;
    if (!host.isConnected || !isRaised(host) || host.inert || this.#seen === false) return false;
    if (canTellTransition && this.#doc.documentElement.matches(':active-view-transition'))
      return false;
    const { width, height } = host.getBoundingClientRect();
    if (width < Math.min(300, innerWidth * 0.7) || height < 30) return false;
    const points = this.#points();
    const isMet = ({ x, y }: { x: number; y: number }) =>
      Document.prototype.elementFromPoint.call(this.#doc, x, y) === host;
    return points.every(isMet) && !this.#isCovered;
  }

  /** The middle of each button, and of the whole, as far as they are in view. */
  #points(): { x: number; y: number }[] {
    return [this.#mounted.host, ...this.#content.querySelectorAll('button')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
      .filter(({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  }

  /**
   * True if a control is as we made it: Firefox (153) hands any listener of the page the element in
   * our closed tree that the mouse is over (`event.originalTarget`), so the page may have changed it.
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
      // The whole fades in.
      if (each !== this.#content && Number(style.opacity) < 1) return false;
    }
    return true;
  }
}

/** Gives the keyboard back to what had it, with the caret behind its words. */
function focusAgain(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    element.setSelectionRange(element.value.length, element.value.length);
  }
}

const isRaised = (host: HTMLElement) =>
  // A browser without popovers has nothing to raise: the host's z-index must do.
  !('popover' in HTMLElement.prototype) || host.matches(':popover-open');

/** The top layer is above every z-index and above what is in full screen; what comes last is on top. */
function raise(host: HTMLElement): void {
  if (!('popover' in HTMLElement.prototype) || !host.isConnected) return;
  try {
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  } catch {
    // A listener of the page for `beforetoggle` took it away meanwhile: the next sample puts it back.
  }
}
