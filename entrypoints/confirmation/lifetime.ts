const stayMs = 4_000;
const retryMs = 1_000;

/** Ends the confirmation after a while, but never while `isHeld`. */
export class Lifetime {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #isHeld: () => boolean;
  readonly #end: () => void;

  constructor(isHeld: () => boolean, end: () => void) {
    this.#isHeld = isHeld;
    this.#end = end;
  }

  /** Restarts the timer, because something was said or done. */
  restart(milliseconds = stayMs): void {
    this.stop();
    this.#timer = setTimeout(() => {
      if (this.#isHeld()) this.restart(retryMs);
      else this.#end();
    }, milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
