import { isSiteHost, parseWebUrl, pathSegments } from '../core/address/web-url.ts';
import type { CodeHost, CodePlace } from '../core/code/code-host.ts';
import { formatLines, isCommit, shortCommit } from '../core/code/place.ts';
import { codeHosts } from './registry/addresses/code.ts';

export type CodeAddress = CodePlace & {
  /** Id of the host in the registry. */
  host: string;
};

/**
 * Returns the sites to ask about a host name: the one that names it, or else those that name none.
 */
export function codeHostsFor(hostname: string): readonly CodeHost[] {
  const named = codeHosts.filter((host) => isSiteHost(hostname, host.hosts));
  return named.length > 0 ? named : codeHosts.filter((host) => host.hosts.length === 0);
}

/** Returns what an address of a code host means; undefined for any other page. */
export function parseCodeAddress(address: string): CodeAddress | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  const parts = pathSegments(url);
  for (const host of codeHostsFor(url.hostname)) {
    const place = host.parse(url, parts);
    if (place) return { host: host.id, ...place };
  }
  return undefined;
}

/**
 * Returns a short name in the hosts' own form: `owner/name`, `owner/name#12`, `group/name!3`,
 * `owner/name@1a2b3c4`, `owner/name v1.2.0`, `owner/name/path/file.go#L3-L9`.
 */
export function codeLabel(place: CodeAddress): string {
  const { repository } = place;
  switch (place.kind) {
    case 'repository':
      return repository;
    case 'file':
      return `${repository}/${place.path}${formatLines(place.lines)}`;
    case 'folder':
      return place.path === '' ? repository : `${repository}/${place.path}`;
    case 'commit':
      return `${repository}@${shortCommit(place.commit)}`;
    case 'release':
      return `${repository} ${place.version}`;
    default: {
      const host = codeHosts.find(({ id }) => id === place.host);
      return `${repository}${host?.numberSign?.(place) ?? '#'}${place.number}`;
    }
  }
}

/** True if the address always shows the same content: a commit, or a file at one. */
export function isPermalink(place: CodeAddress): boolean {
  if (place.kind === 'commit') return true;
  return (place.kind === 'file' || place.kind === 'folder') && isCommit(place.ref);
}

/**
 * Returns the fragment that leads to a file's lines, as its host writes it: `#L3-L9`, `#L3-9`; ''
 * without.
 */
export function linesFragment(place: CodeAddress): string {
  if (place.kind !== 'file' || place.lines === null) return '';
  const url = codeHosts.find(({ id }) => id === place.host)?.fileUrl(place, place.ref);
  return URL.parse(url ?? '')?.hash ?? '';
}

/**
 * Returns the address of a file (and lines) at a commit, `commit` being its full id; undefined if
 * the place is no file or the id is invalid.
 */
export function permalinkUrl(place: CodeAddress, commit: string): string | undefined {
  if (place.kind !== 'file' || !isCommit(commit)) return undefined;
  return codeHosts.find(({ id }) => id === place.host)?.fileUrl(place, commit);
}
