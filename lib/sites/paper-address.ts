import { isOnHost, isSiteHost, knownByHost, parseWebUrl } from '../core/address/web-url.ts';
import type { Paper } from '../core/papers/paper-archive.ts';
import { paperArchives } from './registry/addresses/papers.ts';

export interface PaperAddress extends Paper {
  /** Id of the archive in the registry. */
  archive: string;
}

/**
 * It is cached, because rendering calls it for each clip of a post, and most are from no archive.
 */
const archiveAt = knownByHost(
  (hostname) =>
    paperArchives.find(
      ({ hosts, parentHosts = [] }) =>
        isSiteHost(hostname, hosts) || parentHosts.some((host) => isOnHost(hostname, host)),
    ) ?? null,
);

/**
 * Returns the paper of an address that is its page, its PDF or its DOI; undefined for any other.
 */
export function parsePaperAddress(address: string): PaperAddress | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  const archive = archiveAt(url.hostname);
  const paper = archive?.parse(url);
  return archive && paper ? { archive: archive.id, ...paper } : undefined;
}
