import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { isSiteHost, parseWebUrl } from '../core/address/web-url.ts';
import type { MediaSite, Medium, TimeSpan } from '../core/media/media-site.ts';
import { wholeSeconds } from '../core/media/time-label.ts';
import { mediaSites } from './registry/addresses/media.ts';

export interface MediaAddress extends Medium {
  /** Id of the site in the registry. */
  site: string;
}

/** Returns the sites to ask about a host: the one that names it, or else those that name none. */
export function sitesFor(hostname: string): readonly MediaSite[] {
  const named = mediaSites.filter((site) => isSiteHost(hostname, site.hosts));
  return named.length > 0 ? named : mediaSites.filter((site) => site.hosts.length === 0);
}

interface Found {
  site: MediaSite;
  medium: Medium;
  url: URL;
}

function find(address: string): Found | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  for (const site of sitesFor(url.hostname)) {
    const medium = site.parse(url);
    if (medium) return { site, medium, url };
  }
  return undefined;
}

/** Returns the recording of an address; undefined if no known site has it. */
export function parseMediaAddress(address: string): MediaAddress | undefined {
  const found = find(address);
  return found && { site: found.site.id, ...found.medium };
}

/**
 * Returns the address of a recording at a time, in the form that its site documents; whole seconds.
 * An address of an unknown site is returned unchanged, because a guessed form may not work.
 */
export function momentUrl(address: string, startSeconds: number, endSeconds?: number): string {
  const found = find(address);
  if (!found) return address;
  const start = wholeSeconds(startSeconds);
  const end = endSeconds === undefined ? undefined : wholeSeconds(endSeconds);
  return found.site.momentUrl(
    found.medium,
    start,
    end !== undefined && end > start ? end : undefined,
  );
}

/** Returns the time in an address (`?t=45m56s`), in seconds; undefined if there is none. */
export function momentOf(address: string): TimeSpan | undefined {
  const found = find(address);
  return found?.site.timeOf(found.url);
}

/** True if two addresses name the same recording, whatever their form, time or playlist. */
export function sameMedia(one: string, other: string): boolean {
  const first = parseMediaAddress(one);
  const second = parseMediaAddress(other);
  if (first && second) return first.site === second.site && first.id === second.id;
  if (first || second) return false;
  return one !== '' && pageAddress(cleanUrl(one)) === pageAddress(cleanUrl(other));
}
