import { zeroWidthSpace } from '../markdown/escape.ts';
import { rewriteByStretch } from './dialects/by-stretch.ts';

const opener = /\{\{[<%]/;
const divider = '<!--more-->';

/**
 * Makes a post's body safe for Hugo, which searches for shortcodes and for the summary divider
 * before it reads any Markdown, even in code: nothing in the text starts a shortcode, and a default
 * build shows the text unchanged. What works where was measured with Hugo 0.111:
 *
 * - in prose, a backslash between the braces: `{\{< x >}}`
 * - in code, Hugo's own comment form, `{{</* x *‌/>}}`, if the pair is closed; otherwise a
 * zero-width space between the braces (any escape would change the code)
 * - in HTML, a character reference; in autolinks, percent-encoding
 */
export function makeHugoSafe(markdown: string): string {
  if (!opener.test(markdown) && !markdown.includes(divider)) return markdown;
  return rewriteByStretch(markdown, {
    text: (text, next) => {
      const safe = safeText(text);
      // `{{` and a tag after it make an opener, too.
      return next === '<' ? safe.replace(/\{\{$/, '{\\{') : safe;
    },
    code: safeCode,
    // The note-taker's own divider, alone on a line, is genuine.
    html: (html, isAlone) => (isAlone && html.trim() === divider ? html : safeHtml(html)),
    autolink: (link) => link.replace(/\{(?=\{[<%])/g, '%7B'),
    destination: safeText,
  });
}

/** Elsewhere Hugo would split the block at the divider; another comment is as invisible. */
function safeHtml(html: string): string {
  return html.replace(/\{(?=\{[<%])/g, '&#123;').replaceAll(divider, '<!-- more -->');
}

/** The backslash goes before the second brace, because Hugo ignores one before the first. */
function safeText(text: string): string {
  return text.replace(/\{(?=\{[<%])/g, '{\\').replaceAll(`\\${divider}`, '&lt;!--more-->');
}

function safeCode(code: string): string {
  const divided = code.replaceAll(divider, `<!--${zeroWidthSpace}more-->`);
  let out = '';
  let at = 0;
  const exhausted = new Set<string>();
  for (const match of divided.matchAll(/\{\{[<%]/g)) {
    if (match.index < at) continue;
    const closer = match[0] === '{{<' ? '>}}' : '%}}';
    // Each is searched for only once, because a text full of openers would take quadratic time.
    const end = exhausted.has(closer) ? -1 : divided.indexOf(closer, match.index + 3);
    if (end < 0) exhausted.add(closer);
    out += divided.slice(at, match.index);
    at = match.index + 3;
    if (end < 0) {
      out += `{${zeroWidthSpace}${match[0].slice(1)}`;
      continue;
    }
    out += `${match[0]}/*${divided.slice(at, end)}*/${closer}`;
    at = end + 3;
  }
  return out + divided.slice(at);
}
