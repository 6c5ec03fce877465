/** Thrown where there is more to read than a user waits for. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** How many steps are taken between two looks at the clock; some ask for all that is in an element. */
const stepsBetween = 128;

/**
 * A time by which reading is to be over. An injected script can't be interrupted from outside, so
 * whatever walks over a page's nodes asks at each of them.
 */
export class Deadline {
  readonly #end: number;
  #steps = 0;

  /** @param ms from now on */
  constructor(ms: number) {
    this.#end = performance.now() + ms;
  }

  /** Throws a `TooLargeError` once the time is over. Cheap enough for every node. */
  check(): void {
    if (this.isOver()) throw new TooLargeError('The page takes too long to read');
  }

  /** True once the time is over, for what can go on with less. Cheap enough for every node. */
  isOver(): boolean {
    return ++this.#steps % stepsBetween === 0 && performance.now() > this.#end;
  }
}
