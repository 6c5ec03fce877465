/**
 * How a site's generator reads a post, and what it would run in it. There is one file for each,
 * listed in `registry.ts`.
 */
export interface Dialect {
  /**
   * Returns Markdown with the same meaning in which nothing is code to the generator. It has as
   * many lines as before. Never called for what the note-taker wrote as typed.
   */
  makeSafe(markdown: string): string;
  /**
   * Begins something that the generator runs; a note written as typed that contains it is not
   * wrapped.
   */
  tag: RegExp;
  /**
   * Returns a text of the front matter (a title, a tag) in which nothing is code; absent: the
   * generator runs nothing there.
   */
  safeValue?(text: string): string;
  /** Returns Markdown as the generator leaves it after running; absent if it reads it unchanged. */
  shown?(markdown: string): string;
}
