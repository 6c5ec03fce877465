import { isOnHost, isSiteHost, parseWebUrl } from '../core/address/web-url.ts';
import type { ProfileSite } from '../core/people/profile-site.ts';
import { profileSites } from './registry/addresses/profiles.ts';

/** A person's page, as its address identifies it. */
export interface ProfileAddress {
  /** Id of the site, or `handle` for a page `/@name` on any other site. */
  site: string;
  /** Equal for two addresses of the same person on this site. */
  id: string;
  /** Without locale, tab and tracking. */
  canonicalUrl: string;
}

/** Hosts where `/@name` is a package's scope. */
const packageHosts = ['jsr.io', 'npmjs.com', 'unpkg.com', 'esm.sh', 'cdn.jsdelivr.net'];

function findSite(hostname: string): ProfileSite | undefined {
  return profileSites.find(
    ({ hosts, parentHosts = [] }) =>
      isSiteHost(hostname, hosts) || parentHosts.some((host) => isOnHost(hostname, host)),
  );
}

function parseKnown(site: ProfileSite, url: URL): ProfileAddress | undefined {
  const match = site.path.exec(url.pathname);
  const name = match && site.parameter ? url.searchParams.get(site.parameter) : match?.[1];
  if (!name || name.length > 300 || !/^[\w@.:%~-]+$/.test(name)) return undefined;
  if (/^(?:\.|%2e)+$/i.test(name)) return undefined;
  if (site.reserved?.includes(name.toLowerCase())) return undefined;
  return {
    site: site.id,
    id: site.ignoresCase ? name.toLowerCase() : name,
    canonicalUrl: site.url(name),
  };
}

/**
 * Parses `/@name` on any host, as Mastodon and related software use it; `/@name@other.example`, a
 * view of another instance's member, becomes that member's page there.
 */
function parseHandle(url: URL): ProfileAddress | undefined {
  if (isSiteHost(url.hostname, packageHosts)) return undefined;
  const pattern =
    /^\/(?:web\/)?(?:@|users\/(?=\D))([\w.-]{1,100})(?:@([a-z\d-]+(?:\.[a-z\d-]+)+))?\/?$/i;
  const [, name, elsewhere] = pattern.exec(url.pathname) ?? [];
  if (name === undefined || (elsewhere !== undefined && url.pathname.includes('/users/'))) {
    return undefined;
  }
  const host = (elsewhere ?? url.host).toLowerCase();
  return {
    site: 'handle',
    id: `${name.toLowerCase()}@${host}`,
    canonicalUrl: `https://${host}/@${name}`,
  };
}

/** Returns the person whose page an address is; undefined if it has no known form. */
export function parseProfileAddress(address: string): ProfileAddress | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  const site = findSite(url.hostname);
  return site ? parseKnown(site, url) : parseHandle(url);
}

/** True if two addresses are pages of the same person on the same site. */
export function sameProfile(one: string, other: string): boolean {
  const first = parseProfileAddress(one);
  const second = parseProfileAddress(other);
  return first !== undefined && first.site === second?.site && first.id === second.id;
}
