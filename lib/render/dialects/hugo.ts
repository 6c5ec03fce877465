import { readFigure } from '../../markdown/figure.ts';
import { makeHugoSafe } from '../hugo-safe.ts';
import { renderImage } from '../link.ts';
import type { Dialect } from './dialect.ts';

/** Plain Markdown uses it, too, because any site may include it. */
export const hugo: Dialect = {
  makeSafe: makeHugoSafe,
  tag: /\{\{[<%]/,
  shown: (markdown) =>
    markdown.includes('{{<')
      ? markdown.replace(/^\{\{<[ \t]*figure[ \t][^\n]*>\}\}$/gm, (shortcode) => {
          const figure = readFigure(shortcode);
          if (!figure) return shortcode;
          const { alt, path, linkUrl, caption } = figure;
          return [renderImage(alt, path, linkUrl), caption].filter(Boolean).join(' ');
        })
      : markdown,
};
