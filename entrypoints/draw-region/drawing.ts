import {
  isLargeEnough,
  movedBy,
  type Region,
  regionBetween,
  resizedBy,
  startRegion,
} from '../../lib/core/region.ts';
import type { Canvas } from './host.ts';

type View = { width: number; height: number };

/** Steps of the arrow keys, px; finer with Ctrl or Alt. */
const stepPx = 16;
const finePx = 1;
const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What is done with the mouse here is none of the page's business. */
const pointed = [
  ...['pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup'],
  ...['click', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'selectstart'],
];

/** One drawing, from its start to what was taken, or nothing. */
export class Drawing {
  readonly #canvas: Canvas;
  readonly #take: (region: Region, view: View) => void;
  readonly #ended = new AbortController();
  readonly #focusedBefore = document.activeElement;
  #region: Region;
  #from: { x: number; y: number } | undefined;

  constructor(canvas: Canvas, take: (region: Region, view: View) => void) {
    this.#canvas = canvas;
    this.#take = take;
    this.#region = startRegion(this.#view());
    const { signal } = this.#ended;
    const { surface } = canvas;
    surface.addEventListener('pointerdown', (event) => this.#start(event), { signal });
    surface.addEventListener('pointermove', (event) => this.#draw(event), { signal });
    surface.addEventListener('pointerup', (event) => this.#finish(event), { signal });
    surface.addEventListener('pointercancel', () => this.#cancelDrag(), { signal });
    for (const type of pointed) {
      canvas.host.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    // All keys are the drawing's: the page must not take Enter for its own.
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      window.addEventListener(type, (event) => this.#onKey(event), { capture: true, signal });
    }
    this.#show();
    surface.focus({ preventScroll: true });
  }

  /** Ends it without a picture. */
  end(): void {
    this.#ended.abort();
    this.#canvas.host.remove();
    if (this.#focusedBefore instanceof HTMLElement) {
      this.#focusedBefore.focus({ preventScroll: true });
    }
  }

  #view(): View {
    return { width: window.innerWidth, height: window.innerHeight };
  }

  #start(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.#canvas.surface.setPointerCapture?.(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY };
  }

  #draw(event: PointerEvent): void {
    if (!this.#from) return;
    this.#region = regionBetween(this.#from, { x: event.clientX, y: event.clientY }, this.#view());
    this.#show();
  }

  #finish(event: PointerEvent): void {
    if (!this.#from) return;
    this.#draw(event);
    this.#from = undefined;
    // A turn later: the click that belongs to this must not reach the page below.
    if (isLargeEnough(this.#region)) setTimeout(() => this.#done());
    else this.#cancelDrag();
  }

  #cancelDrag(): void {
    this.#from = undefined;
    this.#region = startRegion(this.#view());
    this.#show();
  }

  #onKey(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'keydown' || event.isComposing) return;
    if (event.key === 'Escape') this.end();
    else if (event.key === 'Enter') this.#done();
    else this.#change(event);
  }

  #change(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (!arrow) return;
    const step = event.ctrlKey || event.altKey ? finePx : stepPx;
    const change = event.shiftKey ? resizedBy : movedBy;
    this.#region = change(this.#region, arrow[0] * step, arrow[1] * step, this.#view());
    this.#show();
  }

  #show(): void {
    const { frame, size } = this.#canvas;
    const { x, y, width, height } = this.#region;
    Object.assign(frame.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    size.textContent = `${width} × ${height}`;
  }

  #done(): void {
    if (this.#ended.signal.aborted) return;
    const [region, view] = [this.#region, this.#view()];
    this.end();
    this.#take(region, view);
  }
}
