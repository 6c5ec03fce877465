import { zeroWidthSpace } from '../../markdown/escape.ts';
import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

/**
 * A call or its end, which Zola also searches for in code, and what it takes for an escaped one. An
 * end without a beginning breaks the build.
 */
const call = /\{(?=[{%](?:\s*[A-Za-z_]\w*\s*\(|\/\*)|%\s*end\s*%\})/g;

/**
 * Zola searches for shortcodes (`{{ name() }}`, `{% name() %}`) before it reads Markdown. In prose
 * a backslash goes between the two signs; in code, where an escape would show, a zero-width space.
 * Zola's own way to show a shortcode, `{{/* name() *\/}}`, also shows its marks if the content is
 * no call.
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
