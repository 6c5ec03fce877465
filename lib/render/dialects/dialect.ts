/** How a site's generator reads a post: what it would run in it. One file each, listed in `registry.ts`. */
export interface Dialect {
  /**
   * Markdown in which nothing is code to the generator, and which says what it said. It has as many lines as
   * before. Never asked for what its note-taker wrote as typed.
   */
  makeSafe(markdown: string): string;
  /** Begins what the generator runs: a note that is written as typed and holds it is not filled. */
  tag: RegExp;
  /** Markdown as the generator has it once it has run; absent if it reads it as it is. */
  shown?(markdown: string): string;
}
