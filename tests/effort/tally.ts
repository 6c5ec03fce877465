/** One action of a hand, the unit that is counted. */
export type Gesture = 'click' | 'chord' | 'key' | 'drag' | 'selection' | 'choice';

/** The purpose of an action. */
export type Purpose = 'clip' | 'place' | 'words' | 'details' | 'take away';

export interface Figures {
  gestures: number;
  keys: number;
  /** Gestures that only correct mistakes; they are not counted in `gestures`. */
  corrections: number;
  byPurpose: Record<Purpose, number>;
  byGesture: Record<Gesture, number>;
  /** How often the landing place was set. */
  landings: number;
  /** Addresses that were typed or pasted. */
  addresses: number;
  /** Those whose page was clipped before, or that were clipped before as a link. */
  clippedAddresses: number;
}

/** Counts a note-taker's actions; knows nothing about browsers. */
export class Tally {
  readonly figures: Figures = {
    gestures: 0,
    keys: 0,
    corrections: 0,
    byPurpose: { clip: 0, place: 0, words: 0, details: 0, 'take away': 0 },
    byGesture: { click: 0, chord: 0, key: 0, drag: 0, selection: 0, choice: 0 },
    landings: 0,
    addresses: 0,
    clippedAddresses: 0,
  };
  readonly #clipped = new Set<string>();
  /** What the product offers as a link, by its address. */
  readonly #names = new Map<string, string>();
  #purpose: Purpose = 'clip';

  /** Counts everything that `act` does for one purpose. */
  async during<T>(purpose: Purpose, act: () => Promise<T>): Promise<T> {
    const before = this.#purpose;
    this.#purpose = purpose;
    try {
      return await act();
    } finally {
      this.#purpose = before;
    }
  }

  gesture(kind: Gesture): void {
    this.figures.gestures++;
    this.figures.byGesture[kind]++;
    this.figures.byPurpose[this.#purpose]++;
  }

  /** A choice among more than seven requires a search first, so it counts as two. */
  choice(options: number): void {
    this.gesture('choice');
    if (options > 7) this.gesture('choice');
  }

  keys(count: number): void {
    this.figures.keys += count;
  }

  correction(): void {
    this.figures.corrections++;
  }

  landing(): void {
    this.figures.landings++;
  }

  /**
   * From now on the product knows this address.
   * @param name its name in the list of links; without one nobody searches for it there
   */
  clipped(address: string, name?: string): void {
    this.#clipped.add(cleaned(address));
    if (name !== undefined) this.offered(address, name);
  }

  /** The product offers this address as a link, because it is in the details. */
  offered(address: string, name: string): void {
    if (!this.#names.has(address)) this.#names.set(address, name);
  }

  /** Returns an address's name in the list of links; undefined if the list does not have it. */
  nameOf(address: string): string | undefined {
    return this.#names.get(address);
  }

  address(address: string): void {
    this.figures.addresses++;
    if (this.#clipped.has(cleaned(address))) this.figures.clippedAddresses++;
  }
}

/** Returns the page's address, whatever the place in it. */
function cleaned(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
