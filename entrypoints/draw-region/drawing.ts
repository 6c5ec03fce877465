import {
  isLargeEnough,
  movedBy,
  type Region,
  regionBetween,
  resizedBy,
  startRegion,
} from '../../lib/core/capture/region.ts';
import { isByHand } from '../confirmation/overlay.ts';
import type { Canvas } from './host.ts';

type View = { width: number; height: number };

/** Step of the arrow keys, px; smaller with Ctrl or Alt. */
const stepPx = 16;
const finePx = 1;
const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The page must not see mouse events here. */
const pointed = [
  ...['pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup'],
  ...['click', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'selectstart'],
];

/** One drawing, from its start to the result, or to none. */
export class Drawing {
  readonly #canvas: Canvas;
  readonly #take: (region: Region, view: View) => void;
  readonly #ended = new AbortController();
  readonly #focusedBefore = document.activeElement;
  #region: Region;
  #from: { x: number; y: number } | undefined;
  /** True while it is being decided whether the input can be genuine. */
  #deciding = false;

  constructor(canvas: Canvas, take: (region: Region, view: View) => void) {
    this.#canvas = canvas;
    this.#take = take;
    this.#region = startRegion(this.#view());
    const { signal } = this.#ended;
    const { surface } = canvas;
    const on = (type: string, handle: (event: PointerEvent) => void) =>
      surface.addEventListener(
        type,
        (event) => {
          if (isByHand(event)) handle(event as PointerEvent);
        },
        { signal },
      );
    on('pointerdown', (event) => this.#start(event));
    on('pointermove', (event) => this.#draw(event));
    on('pointerup', (event) => this.#finish(event));
    on('pointercancel', () => this.#cancelDrag());
    for (const type of pointed) {
      // It was handled above by then, because the surface is inside.
      surface.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    // All keys belong to the drawing, so that the page can't handle Enter.
    canvas.overlay.listen((mounted) => {
      for (const type of ['keydown', 'keyup', 'keypress'] as const) {
        window.addEventListener(type, (event) => this.#onKey(event), {
          capture: true,
          signal: AbortSignal.any([mounted, signal]),
        });
      }
    });
    // Otherwise the page's keys would have no effect, and nobody would see why.
    canvas.overlay.onLost(() => this.end());
    this.#show();
    surface.focus({ preventScroll: true });
  }

  /** Ends it without a picture. */
  end(): void {
    this.#ended.abort();
    this.#canvas.overlay.remove();
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
    // This waits a turn, so that the click that belongs to it does not reach the page below.
    if (isLargeEnough(this.#region)) setTimeout(() => void this.#done(event));
    else this.#cancelDrag();
  }

  #cancelDrag(): void {
    this.#from = undefined;
    this.#region = startRegion(this.#view());
    this.#show();
  }

  #onKey(event: KeyboardEvent): void {
    if (!isByHand(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'keydown' || event.isComposing) return;
    if (event.key === 'Escape') this.end();
    else if (event.key === 'Enter') void this.#done(event);
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

  async #done(event: Event): Promise<void> {
    if (this.#deciding) return;
    this.#deciding = true;
    const { overlay, surface, size, again } = this.#canvas;
    const [region, view] = [this.#region, this.#view()];
    const admitted = await overlay.admits(event, surface);
    this.#deciding = false;
    if (this.#ended.signal.aborted) return;
    if (!admitted) {
      size.textContent = again;
      return;
    }
    this.end();
    this.#take(region, view);
  }
}
