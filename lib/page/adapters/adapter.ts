import type { PageInfo } from '../../core/source.ts';

/** What one site says of its pages better than the generic reading does. */
export interface SiteAdapter {
  /** Stable, kebab-case. */
  id: string;
  /** Hosts it is for: `github.com` exactly, `.github.com` for that and its subdomains. */
  hosts: readonly string[];
  /** The parts it knows better; `info` is what the generic reading found. Only reads the page. */
  read(doc: Document, url: URL, info: PageInfo): Partial<PageInfo>;
}

/** Matches by exact host or dot-suffix, never by part of a name. */
export function matchesHost(adapter: SiteAdapter, url: URL): boolean {
  const host = url.hostname;
  return adapter.hosts.some((known) =>
    known.startsWith('.') ? host === known.slice(1) || host.endsWith(known) : host === known,
  );
}
