import type { Plugin } from 'vite';

const library = /[\\/]turndown[\\/]lib[\\/]/;
const tryOut = 'var HTMLParser = canParseHTMLNatively() ? root.DOMParser : createHTMLParser();';

/**
 * We hand Turndown (7.2.5) elements, never text. As soon as it is loaded it tries whether text can be
 * parsed, which Trusted Types refuse in pages of ours, and report: the trial is left out.
 */
export function turndownElementsOnly(): Plugin {
  return {
    name: 'wrapup:turndown-elements-only',
    enforce: 'pre',
    transform(code, id) {
      if (!library.test(id)) return undefined;
      if (!code.includes(tryOut)) this.error(`${id} has changed: see .config`);
      return { code: code.replace(tryOut, 'var HTMLParser;'), map: null };
    },
  };
}
