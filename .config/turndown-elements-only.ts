import type { Plugin } from 'vite';

const library = /[\\/]turndown[\\/]lib[\\/]/;
const tryOut = 'var HTMLParser = canParseHTMLNatively() ? root.DOMParser : createHTMLParser();';

/**
 * We pass elements to Turndown (7.2.5), never text. When loaded, it tests whether it can parse
 * text, which Trusted Types refuse, and report, in our pages; this removes the test.
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
