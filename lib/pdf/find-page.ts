/**
 * Returns the text for comparison: only letters and digits, so layout, hyphens and accents do not
 * matter.
 */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Lengths of the beginnings that are searched for, the longest first, because a quote may continue
 * past a page or a figure.
 */
const beginnings = [400, 120, 48];
const pieceLength = 32;
const fewestLetters = 12;

/** Finds the page on which a text starts, by its letters. */
export class PageFinder {
  readonly #pages: readonly string[];
  readonly #all: string;
  readonly #starts: number[];

  /** @param pages the pages' texts, in their order */
  constructor(pages: readonly string[]) {
    this.#pages = pages.map(letters);
    this.#all = this.#pages.join('');
    let start = 0;
    this.#starts = this.#pages.map((page) => {
      const here = start;
      start += page.length;
      return here;
    });
  }

  get hasText(): boolean {
    return this.#all !== '';
  }

  /** From 1; null if no page has it. */
  find(text: string): number | null {
    const wanted = letters(text);
    if (wanted.length < fewestLetters) return this.#only(wanted);
    for (const length of beginnings) {
      const at = this.#all.indexOf(wanted.slice(0, length));
      if (at >= 0) return this.#pageAt(at);
    }
    return this.#byPieces(wanted);
  }

  /** A few letters may occur anywhere; they identify a page only if no other has them. */
  #only(wanted: string): number | null {
    if (wanted === '') return null;
    const having = this.#pages.flatMap((page, index) => (page.includes(wanted) ? [index + 1] : []));
    return having.length === 1 ? (having[0] ?? null) : null;
  }

  #pageAt(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset) + 1;
  }

  /**
   * If no beginning is found (for example because of a formula), returns the page that has most of
   * its pieces.
   */
  #byPieces(wanted: string): number | null {
    const pieces: string[] = [];
    for (let at = 0; at + pieceLength <= wanted.length && pieces.length < 50; at += pieceLength) {
      pieces.push(wanted.slice(at, at + pieceLength));
    }
    const counts = this.#pages.map((page) => pieces.filter((piece) => page.includes(piece)).length);
    const most = Math.max(0, ...counts);
    return most === 0 ? null : counts.indexOf(most) + 1;
  }
}
