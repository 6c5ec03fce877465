import type { Dialect } from './dialect.ts';
import { makeLiquidSafe, withoutRaw } from './liquid-safe.ts';

/**
 * A template engine runs over the post before it is read as Markdown: Liquid, or Nunjucks if the
 * site says so.
 * @see https://www.11ty.dev/docs/languages/markdown/
 */
export const eleventy: Dialect = {
  makeSafe: (markdown) => makeLiquidSafe(markdown, 'nunjucks'),
  tag: /\{[{%#]/,
  shown: withoutRaw,
};
