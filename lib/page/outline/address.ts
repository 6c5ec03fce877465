/** Most addresses match: they contain nothing to remove. */
const whole = /^https?:\/\/[!-~]+$/;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Schemes that run or show what the page made up, or lead nowhere for another reader. */
const refused =
  /^(?:javascript|vbscript|livescript|data|blob|filesystem|about|view-source|file|chrome|edge|(?:chrome|moz|safari-web|ms-browser)-extension|resource|x-javascript):/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the URL parser drops these at the ends
const edges = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

/**
 * What most links of a page are written as: a path from the site's root, or a place in the page.
 * Of these characters the URL parser changes none, as long as no part of the path begins with a
 * point.
 */
const plainPath = /^\/(?![/\\])[\w~!$&()*+,;=:@%/?#.-]*$/;
const plainFragment = /^#[\w~!$&()*+,;=:@%/?.-]*$/;
const dots = /\/\.|%2e/i;

/** The address of the page that was read last, as the parser writes it. */
let known = { base: '', root: '', page: '' };

function knownBase(base: string): typeof known {
  if (known.base !== base) {
    const root = URL.parse('/', base)?.href ?? '';
    const isWeb = /^https?:\/\//.test(root);
    known = {
      base,
      root: isWeb ? root.slice(0, -1) : '',
      page: isWeb ? (URL.parse('#', base)?.href.slice(0, -1) ?? '') : '',
    };
  }
  return known;
}

/**
 * Resolves an address without the parser, which takes ten times as long; undefined for one that
 * needs it.
 */
function resolvedPlainly(address: string, baseUrl: string): string | undefined {
  const first = address.charCodeAt(0);
  if (first === slash && plainPath.test(address) && !dots.test(address)) {
    const { root } = knownBase(baseUrl);
    return root === '' ? undefined : root + address;
  }
  if (first === hash && plainFragment.test(address)) {
    const { page } = knownBase(baseUrl);
    return page === '' ? undefined : page + address;
  }
  return undefined;
}

const slash = 47;
const hash = 35;

/**
 * Returns the address for use in another document: absolute if a base is known, unchanged if it is
 * absolute already. null for schemes that a post must not contain (`javascript:` …).
 */
export function absoluteAddress(written: string, baseUrl: string | undefined): string | null {
  if (whole.test(written)) return written;
  if (baseUrl) {
    const resolved = resolvedPlainly(written, baseUrl);
    if (resolved !== undefined) return resolved;
  }
  const address = written.replace(edges, '').replace(/[\t\n\r]/g, '');
  if (scheme.test(address)) return refused.test(address) ? null : address;
  if (baseUrl === undefined || baseUrl === '') return address;
  const resolved = URL.parse(address, baseUrl)?.href;
  if (resolved === undefined) return address;
  return refused.test(resolved) ? null : resolved;
}
