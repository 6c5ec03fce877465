import { cleanUrl, hasRouteFragment, pageAddress } from '../core/address/url.ts';

/** Parameters that choose what a page shows; a canonical address without one is another page. */
const choosing = new Set(
  'id ids v list t start p page q query search s_id sys_id name item article story topic thread post comment node pid tid doc document oldid diff version file path line lines video episode event number sku'.split(
    ' ',
  ),
);

const plainHost = (host: string): string =>
  host.toLowerCase().replace(/^(?:www|m|mobile|amp)\./, '');

function segments(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .map((segment) => segment.replace(/\.(?:html?|php|aspx?|amp)$/, ''))
    .filter((segment) => !['', 'index', 'amp', 'default'].includes(segment));
}

function isSubsequence(short: string[], long: string[]): boolean {
  let at = 0;
  for (const segment of long) if (at < short.length && segment === short[at]) at++;
  return at === short.length;
}

/** Versions and languages, under each of which the same page exists. */
const edition =
  /^(?:v\d[\w.]*|\d+\.[\w.]+|latest|stable|current|next|main|master|dev|[a-z]{2}(?:[-_][a-z]{2})?)$/;

/**
 * `/latest/guide` for `/v1.4/guide`, `/a/12/title` for `/a/12`: the same page with another path.
 */
function isSamePath(canonical: string[], visited: string[]): boolean {
  const here = visited.filter((segment) => !edition.test(segment));
  const there = canonical.filter((segment) => !edition.test(segment));
  if (here.length === 0 || there.length === 0) return canonical.join('/') === visited.join('/');
  // A shorter canonical path would be the page's parent; a longer one may add the title.
  return here.length === 1
    ? here[0] === there.at(-1) && there.length < 3
    : isSubsequence(here, there);
}

/**
 * True if `candidate` can be the canonical address of the page at `visited`: on the same host, and
 * neither the home page nor another page, such as single-page applications leave behind.
 */
export function isPlausibleCanonical(candidate: string, visited: string): boolean {
  const canonical = URL.parse(candidate);
  const here = URL.parse(visited);
  if (!canonical || !here || !/^https?:$/.test(canonical.protocol)) return false;
  if (plainHost(canonical.hostname) !== plainHost(here.hostname)) return false;
  if (canonical.port !== here.port && canonical.protocol === here.protocol) return false;
  if (!isSamePath(segments(canonical.pathname), segments(here.pathname))) return false;
  // A route in the fragment is a separate page.
  if (hasRouteFragment(visited) && canonical.hash !== here.hash) return false;
  for (const [name, value] of here.searchParams) {
    const other = canonical.searchParams.get(name);
    if (other === null ? choosing.has(name.toLowerCase()) : other !== value) return false;
  }
  return true;
}

/** Removes what makes no difference to a server: `www.`, `index.html`, a slash at the end. */
function sameness(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.host}/${segments(parsed.pathname).join('/')}${parsed.search}` : url;
}

/**
 * True if the page's declarations belong to a page that was shown before: they name its own host,
 * but no address that could be this page's.
 */
export function isStale(visited: string, candidates: string[]): boolean {
  const host = plainHost(URL.parse(visited)?.hostname ?? '');
  const own = candidates.filter((one) => plainHost(URL.parse(one)?.hostname ?? '') === host);
  return own.length > 0 && !own.some((candidate) => isPlausibleCanonical(candidate, visited));
}

/**
 * Returns the page's canonical address: the first plausible candidate, cleaned; else the visited
 * address, cleaned, without a fragment unless that is a route. If both differ only by a final
 * slash, it returns the one that the reader saw.
 */
export function canonicalAddress(visited: string, candidates: string[]): string {
  const own = pageAddress(cleanUrl(visited));
  if (hasRouteFragment(visited)) return own;
  const found = candidates.find((candidate) => isPlausibleCanonical(candidate, visited));
  if (found === undefined) return own;
  const cleaned = pageAddress(cleanUrl(found));
  return sameness(cleaned) === sameness(own) ? own : cleaned;
}
