import { TooLargeError } from './deadline.ts';

/** How much of a reading's time its first walk takes, which copies what the page shows. */
const shareOfCopy = 0.6;
/** A pace that would need this many times the time that is left may still turn out well. */
const margin = 1.2;
/** Before that, the pace says too little: code is compiled meanwhile, and other work is waited for. */
const settledMs = 600;
const stepsBetween = 128;

/**
 * True if a reading will not end in time, at the pace of its copy so far.
 * @param share how much of the copy is made, from 0 to 1
 * @param spentMs the time for that
 * @param leftMs the time for the whole reading, from the start of the copy
 */
export const isTooSlow = (share: number, spentMs: number, leftMs: number): boolean =>
  spentMs > settledMs && spentMs > share * shareOfCopy * leftMs * margin;

/**
 * Ends the copying of very many elements as soon as its pace shows that there is not enough time:
 * what is not finished in time is of no use, and the words alone can be shown sooner.
 */
export class Pace {
  readonly #elements: number;
  readonly #leftMs: number;
  readonly #startMs = performance.now();
  #done = 0;
  #steps = 0;

  /** @param elements about how many there are to copy */
  constructor(elements: number, leftMs: number) {
    this.#elements = elements;
    this.#leftMs = leftMs;
  }

  /**
   * Elements were copied, or left out.
   * @throws TooLargeError if the rest would take too long
   */
  advance(elements: number): void {
    this.#done += elements;
    if (++this.#steps % stepsBetween !== 0) return;
    const spentMs = performance.now() - this.#startMs;
    if (isTooSlow(this.#done / this.#elements, spentMs, this.#leftMs)) {
      throw new TooLargeError('The page would take too long to read');
    }
  }
}
