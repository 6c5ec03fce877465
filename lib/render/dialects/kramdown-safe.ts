import { zeroWidthSpace } from '../../markdown/escape.ts';
import { rewriteByStretch } from './by-stretch.ts';

/**
 * Makes Markdown safe for kramdown, Jekyll's parser: `{: onclick="…"}` after a word or at the start
 * of a line gives its element any attribute, and `{::…}` leaves text out or changes how the rest is
 * read. Both begin with `{:`. Fenced and indented code is never examined; a line inside a code span
 * that begins with it ends the paragraph, so it gets a zero-width space.
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function makeKramdownSafe(markdown: string): string {
  if (!markdown.includes('{:')) return markdown;
  return rewriteByStretch(markdown, {
    text: (text) => text.replace(/(?<!\\)((?:\\\\)*)\{(?=:)/g, '$1\\{'),
    code: (code, kind) => {
      if (kind === 'fence' || kind === 'indented') return code;
      return kind === 'span'
        ? lineStartsSafe(code)
        : code.replace(/\{(?=:)/g, `{${zeroWidthSpace}`);
    },
    html: (html) => html.replace(/\{(?=:)/g, '&#123;'),
    autolink: (link) => link.replace(/\{(?=:)/g, '%7B'),
    destination: lineStartsSafe,
  });
}

const lineStartsSafe = (text: string): string =>
  text.replace(/(\n[ \t>]*)\{(?=:)/g, `$1{${zeroWidthSpace}`);
