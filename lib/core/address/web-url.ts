import { limits } from '../base/limits.ts';

/** Parses an absolute http(s) address; undefined for anything else, however broken. */
export function parseWebUrl(text: string): URL | undefined {
  if (text.length > limits.url) return undefined;
  const url = URL.parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
}

/** True if `hostname` is `host` or a subdomain of it; both in lower case. */
export function isOnHost(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`);
}

/** More hosts than the links of one page have. */
const maxKnown = 500;

/**
 * Caches what `find` returns for a host, because the links of a page lead to a few hosts again and
 * again.
 */
export function knownByHost<T>(find: (hostname: string) => T): (hostname: string) => T {
  const known = new Map<string, T>();
  return (hostname) => {
    const before = known.get(hostname);
    if (before !== undefined) return before;
    const found = find(hostname);
    if (known.size >= maxKnown) known.clear();
    known.set(hostname, found);
    return found;
  };
}

/**
 * True if `hostname` is one of `hosts`, with or without the `www.` or `m.` that sites put before
 * it.
 */
export function isSiteHost(hostname: string, hosts: readonly string[]): boolean {
  const bare = hostname.replace(/^(?:www|m)\./, '');
  return hosts.includes(hostname) || hosts.includes(bare);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // The text is not percent-encoded after all.
    return segment;
  }
}

/**
 * Returns the path's parts, decoded if possible; empty ones (double or final slash) are left out.
 */
export function pathSegments(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean).map(decode);
}

/** Encodes a part of a path for use in an address. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /%(?:40|3A|2B|2C|24|3D|26|3B)/g,
    decode,
  );
}
