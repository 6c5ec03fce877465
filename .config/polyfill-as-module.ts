import type { Plugin } from 'vite';

/**
 * Turns webextension-polyfill (0.12) into an ES module. As a CommonJS module it would copy each
 * part of the browser's API, and to copy a part, the browser has to initialise it, whether it is
 * used or not.
 */
export function polyfillAsModule(): Plugin {
  return {
    name: 'wrapup:polyfill-as-module',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler: (code) =>
        `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;\n`,
    },
  };
}
