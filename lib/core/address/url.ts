import { isSigned, trackingAt } from './tracking-parameters.ts';

/** The parts of an address, unchanged; joined again they give the same bytes. */
interface AddressParts {
  path: string;
  /** Without `?`; null if there is no `?`. */
  query: string | null;
  /** Without `#`; null if there is no `#`. */
  fragment: string | null;
}

function splitAddress(url: string): AddressParts {
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? null : url.slice(hash + 1);
  const rest = hash < 0 ? url : url.slice(0, hash);
  const mark = rest.indexOf('?');
  return {
    path: mark < 0 ? rest : rest.slice(0, mark),
    query: mark < 0 ? null : rest.slice(mark + 1),
    fragment,
  };
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    // The text is not percent-encoded after all.
    return raw;
  }
}

/**
 * Splits a parameter into its parts; an `&amp;` that was escaped twice leaves its end at the name.
 */
function parameter(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
  return { name: name.replace(/^amp;/, ''), value: equals < 0 ? '' : pair.slice(equals + 1) };
}

type IsTracking = (name: string) => boolean;

function cleanQuery(query: string, isTracking: IsTracking): string {
  const pairs = query.split('&');
  if (isSigned(pairs.map(parameter))) return query;
  return pairs.filter((pair) => pair === '' || !isTracking(parameter(pair).name)).join('&');
}

function cleanFragment(fragment: string, isTracking: IsTracking): string | null {
  // Text fragments: https://wicg.github.io/scroll-to-text-fragment/#the-fragment-directive
  const directive = fragment.indexOf(':~:');
  const kept = directive < 0 ? fragment : fragment.slice(0, directive);
  const onlyTracking = kept
    .split('&')
    .every((pair) => pair.includes('=') && isTracking(parameter(pair).name));
  if (onlyTracking || (directive >= 0 && kept === '')) return null;
  return kept;
}

/** Amazon's addresses also say in the path what was clicked: `/dp/B000/ref=sr_1_1`. */
function cleanPath(path: string, { hostname }: URL): string {
  return /(?:^|\.)amazon\./.test(hostname) ? path.replace(/\/ref=[^/]*\/?$/, '') : path;
}

/**
 * Returns the address without tracking parameters, an empty `?` and text fragments. What remains
 * keeps its order and its bytes. An address that is not http(s) stays as it is, and so does a
 * signed query, which would no longer be valid.
 */
export function cleanUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !isWebScheme(parsed.protocol)) return url;
  const { path, query, fragment } = splitAddress(url);
  if (query === null && fragment === null) return cleanPath(path, parsed);
  const isTracking = trackingAt(parsed);
  const cleanedQuery = query === null ? '' : cleanQuery(query, isTracking);
  const cleanedFragment = fragment === null ? null : cleanFragment(fragment, isTracking);
  return (
    cleanPath(path, parsed) +
    (cleanedQuery === '' ? '' : `?${cleanedQuery}`) +
    (cleanedFragment === null ? '' : `#${cleanedFragment}`)
  );
}

/**
 * True if the fragment chooses the page (`#/docs`, `#!/docs`: a single-page application's route)
 * rather than a place on it.
 */
export function hasRouteFragment(url: string): boolean {
  const hash = url.indexOf('#');
  return hash >= 0 && /^#!?\//.test(url.slice(hash));
}

/** Returns the address without its fragment, unless the fragment is a route. */
export function pageAddress(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 || hasRouteFragment(url) ? url : url.slice(0, hash);
}

function isWebScheme(protocol: string): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/**
 * Returns the address of the page that one of the browser's own views shows: Firefox's reader view
 * (`about:reader?url=…`), that of Chromium and Edge, a page's source. Any other address stays as it
 * is.
 */
export function sourceOfReader(url: string): string {
  const source = /^view-source:(https?:.*)$/is.exec(url)?.[1];
  if (source !== undefined) return source;
  if (!/^(?:about:reader\?|chrome-distiller:|read:)/i.test(url)) return url;
  const shown = new URLSearchParams(url.slice(url.indexOf('?'))).get('url') ?? '';
  return isWebScheme(URL.parse(shown)?.protocol ?? '') ? shown : url;
}

/** Hosts of the extension stores, where no extension may run. */
const storeHosts = new Set(['chromewebstore.google.com', 'addons.mozilla.org']);

/** True if this is a page of an extension store; browsers let no extension read those. */
export function isStoreUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || !isWebScheme(parsed.protocol)) return false;
  return (
    storeHosts.has(parsed.hostname) ||
    (parsed.hostname === 'chrome.google.com' && /^\/webstore(?:\/|$)/.test(parsed.pathname))
  );
}

/**
 * True if a page at this address can be clipped at all, even if only as a link: a web page or a
 * local file, but not one of the browser's own pages.
 */
export function isClippableUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && (isWebScheme(parsed.protocol) || parsed.protocol === 'file:');
}
