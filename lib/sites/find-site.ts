import { type AdapterScript, matchesSite, type Site } from '../core/address/site.ts';
import { parseWebUrl } from '../core/address/web-url.ts';
import { sites } from './registry/addresses/sites.ts';

/**
 * Returns the matching sites with an adapter: those that name the host, or else those recognised
 * only by the path.
 */
export function sitesFor(url: URL): Site[] {
  const matching = sites.filter((site) => matchesSite(site, url));
  const named = matching.filter(({ hosts }) => hosts.length > 0);
  const isNamed = sites.some(
    (site) => site.hosts.length > 0 && matchesSite({ ...site, path: /^/ }, url),
  );
  return isNamed ? named : matching;
}

/** Returns the script that a page at this address needs besides the generic one; most need none. */
export function adapterScriptFor(address: string): AdapterScript | undefined {
  const url = parseWebUrl(address);
  return url && sitesFor(url)[0]?.script;
}
