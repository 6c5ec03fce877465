import type { Plugin } from 'vite';
import { drawsBlocks } from './few-files-at-start.ts';

/**
 * Makes the desk load what draws its first blocks while it loads everything else. Nothing is shown
 * before that is there, and without this it is requested only after all other code ran.
 */
export function preloadFirstBlocks(): Plugin {
  return {
    name: 'wrapup:preload-first-blocks',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, filename }) {
        if (!/[/\\]desk[/\\]index\.html$/.test(filename)) return [];
        const drawing = Object.values(bundle).find(
          (file) => file.type === 'chunk' && drawsBlocks.test(file.facadeModuleId ?? ''),
        );
        if (!drawing) throw new Error('No file of the build draws the first blocks');
        const files = new Set([drawing.fileName]);
        // Iterating over a set includes elements that are added meanwhile.
        for (const name of files) {
          const file = bundle[name];
          if (file?.type === 'chunk') for (const each of file.imports) files.add(each);
        }
        return [...files]
          .filter((name) => !html.includes(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', fetchpriority: 'low', href: `/${name}` },
            injectTo: 'head',
          }));
      },
    },
  };
}
