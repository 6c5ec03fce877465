import { makeHugoSafe } from '../hugo-safe.ts';
import type { Dialect } from './dialect.ts';

/** Of plain Markdown, too: any site may take it in. */
export const hugo: Dialect = { makeSafe: makeHugoSafe, tag: /\{\{[<%]/ };
