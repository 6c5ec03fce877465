/** Most addresses match: they contain nothing to remove. */
const whole = /^https?:\/\/[!-~]+$/;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Schemes that run or show what the page made up, or lead nowhere for another reader. */
const refused =
  /^(?:javascript|vbscript|livescript|data|blob|filesystem|about|view-source|file|chrome|edge|(?:chrome|moz|safari-web|ms-browser)-extension|resource|x-javascript):/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the URL parser drops these at the ends
const edges = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

/**
 * Returns the address for use in another document: absolute if a base is known, unchanged if it is
 * absolute already. null for schemes that a post must not contain (`javascript:` …).
 */
export function absoluteAddress(written: string, baseUrl: string | undefined): string | null {
  if (whole.test(written)) return written;
  const address = written.replace(edges, '').replace(/[\t\n\r]/g, '');
  if (scheme.test(address)) return refused.test(address) ? null : address;
  if (baseUrl === undefined || baseUrl === '') return address;
  const resolved = URL.parse(address, baseUrl)?.href;
  if (resolved === undefined) return address;
  return refused.test(resolved) ? null : resolved;
}
