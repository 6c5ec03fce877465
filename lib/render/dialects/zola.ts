import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

const zeroWidthSpace = '\u200b';
/**
 * A call or its end, as Zola looks for them in code, too, and what it takes for one that is only to be shown.
 * An end without its beginning breaks the build.
 */
const call = /\{(?=[{%](?:\s*[A-Za-z_]\w*\s*\(|\/\*)|%\s*end\s*%\})/g;

/**
 * Zola looks for shortcodes (`{{ name() }}`, `{% name() %}`) before it reads Markdown. In prose a backslash
 * stands between the two signs; in code, which no escape leaves as it is, a space without width. Zola's own
 * way to show one, `{{/* name() *\/}}`, shows its marks, too, where what is in it is no call after all.
 * @see https://www.getzola.org/documentation/content/shortcodes/
 */
export const zola: Dialect = {
  makeSafe(markdown) {
    if (!/\{[{%]/.test(markdown)) return markdown;
    return rewriteByStretch(markdown, {
      text: (text) => text.replace(/\{(?=[{%])/g, '{\\'),
      code: (code, kind) =>
        code.replace(kind === 'opaque' ? /\{(?=[{%])/g : call, `{${zeroWidthSpace}`),
      html: (html) => html.replace(/\{(?=[{%])/g, '&#123;'),
      autolink: (link) => link.replace(/\{(?=[{%])/g, '%7B'),
      destination: (text) => text.replace(/\{(?=[{%])/g, '{\\'),
    });
  },
  tag: /\{[{%]/,
};
