/** Pseudo-random numbers that are the same for the same seed (mulberry32, public domain). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer from 0 up to, but not including, `below`. */
  below(below: number): number {
    return Math.floor(this.fraction() * below);
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<T>(all: readonly T[]): T | undefined {
    return all[this.below(all.length)];
  }

  word(): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const length = 2 + this.below(7);
    return Array.from({ length }, () => letters[this.below(letters.length)]).join('');
  }

  /** Returns a separate generator for a part of the work. */
  fork(): Random {
    return new Random(this.below(4_294_967_296));
  }
}
