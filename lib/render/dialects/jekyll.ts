import type { Dialect } from './dialect.ts';
import { makeKramdownSafe } from './kramdown-safe.ts';
import { makeLiquidSafe, withoutRaw } from './liquid-safe.ts';

/** Liquid runs over the post first, then kramdown reads it. */
export const jekyll: Dialect = {
  makeSafe: (markdown) => makeLiquidSafe(makeKramdownSafe(markdown)),
  tag: /\{[{%:]/,
  shown: withoutRaw,
};
