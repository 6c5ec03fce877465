/** Schemes that run code, contain a document or name a place on the note-taker's own disk. */
const refusedScheme = /^(?:javascript|vbscript|data|file|blob|filesystem|view-source|about):/i;

/** True if a post may link there. Browsers ignore controls and spaces before and in a scheme. */
export function isLinkable(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  return bare !== '' && !refusedScheme.test(bare);
}

/** No parser accepts more nested parentheses than this in a link destination (CommonMark 6.3). */
const maxDepth = 3; // cmark and goldmark allow 32; three is still readable.

/** Returns the parentheses that need a backslash: unbalanced, or nested too deeply. */
function loneParentheses(url: string): Set<number> {
  const lone = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < url.length; at++) {
    const char = url[at];
    if (char === '(') {
      open.push(at);
    } else if (char === ')') {
      const start = open.pop();
      if (start === undefined) lone.add(at);
      else if (open.length >= maxDepth) lone.add(start).add(at);
    }
  }
  for (const at of open) lone.add(at);
  return lone;
}

function encode(char: string): string {
  // encodeURIComponent accepts no lone surrogates, and addresses have none.
  return encodeURIComponent(char.toWellFormed());
}

/**
 * Writes an address as a link destination, without angle brackets: readable, with balanced
 * parentheses left alone. Characters that would end the destination, open a code span or tag, be
 * decoded as an entity or start a Hugo shortcode are percent-encoded or get a backslash; the
 * address stays the same.
 */
export function escapeAddress(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from an address
  const stripped = url.trim().replace(/[\u0009\u000a\u000d]/g, '');
  const encoded = stripped
    .replace(/[\p{Cc}\p{Z}<>`\\\p{Cs}]/gu, encode)
    .replace(/\{(?=[{%])/g, '%7B')
    .replace(/&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)/gi, '\\&');
  const lone = loneParentheses(encoded);
  if (lone.size === 0) return encoded;
  let out = '';
  for (let at = 0; at < encoded.length; at++)
    out += (lone.has(at) ? '\\' : '') + encoded.charAt(at);
  return out;
}
