import type { Plugin } from 'vite';

/**
 * Makes an ES module of webextension-polyfill (0.12), which is none. As one that is not, it would come with a copy
 * of each part of the browser's interface: to copy one, the browser has to set it up, whether it is used or not.
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
