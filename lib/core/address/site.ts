import { isOnHost, isSiteHost } from './web-url.ts';

/** The scripts that bring site adapters into a page, each named after what its sites are about. */
export const adapterScripts = [
  'adapter-code',
  'adapter-packages',
  'adapter-papers',
  'adapter-events',
  'adapter-people',
  'adapter-threads',
  'adapter-references',
] as const;

export type AdapterScript = (typeof adapterScripts)[number];

/** A site whose pages an adapter reads better than the generic reading does. */
export interface Site {
  /** Stable, kebab-case; the adapter's id. */
  id: string;
  script: AdapterScript;
  /**
   * `github.com` exactly, ignoring `www.` and `m.`; `.github.com` also matches subdomains. Empty:
   * any host that no other site names, recognised by `path`.
   */
  hosts: readonly string[];
  /** Tested on the undecoded path; absent: every path. */
  path?: RegExp;
  /** For a site without hosts: hosts where such a path means something else. */
  except?: readonly string[];
}

const isNamed = (hostname: string, hosts: readonly string[]): boolean =>
  isSiteHost(hostname, hosts) ||
  hosts.some((host) => host.startsWith('.') && isOnHost(hostname, host.slice(1)));

/** Matches the exact host or a dot-suffix, never a part of a name. */
export function matchesSite({ hosts, path, except = [] }: Site, url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  if (path && !path.test(url.pathname)) return false;
  return hosts.length > 0 ? isNamed(url.hostname, hosts) : !isNamed(url.hostname, except);
}
