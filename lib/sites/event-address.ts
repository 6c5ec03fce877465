import { cleanUrl } from '../core/address/url.ts';
import { isSiteHost, parseWebUrl, pathSegments } from '../core/address/web-url.ts';
import type { EventPlace } from '../core/events/event-site.ts';
import { eventSites } from './registry/addresses/events.ts';

export interface EventAddress extends EventPlace {
  /** Id of the site in the registry. */
  site: string;
}

/** Returns the event or group of an address; undefined if no known site has it. */
export function parseEventAddress(address: string): EventAddress | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  const named = eventSites.filter(({ hosts }) => isSiteHost(url.hostname, hosts));
  const sites = named.length > 0 ? named : eventSites.filter(({ hosts }) => hosts.length === 0);
  const parts = pathSegments(url);
  for (const site of sites) {
    const place = site.parse(url, parts);
    if (place) return { site: site.id, ...place };
  }
  return undefined;
}

/**
 * Returns an event's address without the reader's locale and tracking; for an unknown site, only
 * without tracking. It is only offered, because the note-taker may want the page in their language.
 */
export function canonicalEventUrl(address: string): string {
  return parseEventAddress(address)?.canonicalUrl ?? cleanUrl(address);
}
