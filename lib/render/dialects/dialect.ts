import type { WrapUp } from '../../core/post/wrap-up.ts';

/**
 * How a site's generator reads a post: what it would run in it, and its front matter. One file each, listed in
 * `registry.ts`.
 */
export interface Dialect {
  /**
   * Markdown in which nothing is code to the generator, and which says what it said. It has as many lines as
   * before. Never asked for what its note-taker wrote as typed.
   */
  makeSafe(markdown: string): string;
  /** Begins what the generator runs: a note that is written as typed and holds it is not filled. */
  tag: RegExp;
  /** The front matter with its fences, ending in a line end. */
  frontMatter(wrapUp: WrapUp): string;
}
