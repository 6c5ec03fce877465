import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

/**
 * Reads only Markdown in files that end in `.md`. If a picture's address has a percent sign that
 * encodes nothing, Astro (7.3) silently leaves out the whole post and still builds the site.
 */
export const astro: Dialect = {
  makeSafe(markdown) {
    if (!markdown.includes('%')) return markdown;
    return rewriteByStretch(markdown, {
      text: (text) => text.replace(/^[ \t>]*\[(?!\^)[^\]\n]+\]:[^\n]*$/gm, encoded),
      code: (code) => code,
      html: (html) => html,
      autolink: (link) => link,
      destination: encoded,
    });
  },
  tag: /(?!)/,
};

/** Encodes each percent sign that does not begin a character. */
function encoded(address: string): string {
  const whole = address.replace(/%(?![\da-f]{2})/gi, '%25');
  try {
    decodeURI(whole);
    return whole;
  } catch {
    // What it encodes is no UTF-8.
    return address.replace(/%/g, '%25');
  }
}
