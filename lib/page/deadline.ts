/** Thrown if there is more to read than a user waits for. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * How many steps are taken between two checks of the time; some steps read everything in an
 * element.
 */
const stepsBetween = 128;

/**
 * The time by which reading must end. An injected script can't be interrupted from outside, so
 * whatever walks over a page's nodes checks it at each of them.
 */
export class Deadline {
  readonly #end: number;
  #steps = 0;

  /** @param ms from now */
  constructor(ms: number) {
    this.#end = performance.now() + ms;
  }

  /** How much time is left, ms. */
  get leftMs(): number {
    return this.#end - performance.now();
  }

  /** Throws a `TooLargeError` once the time is over. Cheap enough to call for every node. */
  check(): void {
    if (this.isOver()) throw new TooLargeError('The page takes too long to read');
  }

  /**
   * True once the time is over, for code that can continue with less. Cheap enough to call for
   * every node.
   */
  isOver(): boolean {
    return ++this.#steps % stepsBetween === 0 && performance.now() > this.#end;
  }
}
