import { matchesSite, type Site } from '../../core/address/site.ts';
import type { CapturedEvent, CapturedPerson } from '../../core/capture/capture.ts';
import type { PageInfo, Place } from '../../core/source/source.ts';
import type { LinkedData } from '../json-ld.ts';
import type { Span } from '../span.ts';

/** A page as an adapter gets it. */
export interface SitePage {
  doc: Document;
  /** The address as visited. */
  url: URL;
  /** The result of the generic reader. */
  info: PageInfo;
  data: LinkedData;
}

/** Where the selection begins and ends; the same element if it is within one. */
export interface SelectedElements {
  first: Element;
  last: Element;
  /** The exact ends; absent for words in a form field. */
  ends?: Pick<Span, 'start' | 'end'>;
}

/**
 * What one site's adapter reads better from its pages than the generic reader does. Adapters only
 * read; each returns the parts it knows better and leaves out the others. One may throw on an
 * unexpected page, and then the generic result is used.
 */
export interface SiteAdapter {
  site: Site;
  /** Increased when it reads pages differently, so that old clips show how they were read. */
  version: number;
  read?(page: SitePage): Partial<PageInfo>;
  /**
   * Returns the comment, post or lines that are selected, or else those that the address points at.
   */
  place?(page: SitePage, selected: SelectedElements | undefined): Place | undefined;
  /** Returns the event; `found` is what JSON-LD or microdata say. */
  event?(page: SitePage, found: CapturedEvent | undefined): CapturedEvent | undefined;
  /** Returns the person; `found` is what JSON-LD, microdata or an h-card say. */
  person?(page: SitePage, found: CapturedPerson | undefined): CapturedPerson | undefined;
}

/** Returns the available adapter for an address. At most one matches. */
export function adapterFor(adapters: readonly SiteAdapter[], url: URL): SiteAdapter | undefined {
  const matching = adapters.filter(({ site }) => matchesSite(site, url));
  return matching.find(({ site }) => site.hosts.length > 0) ?? matching[0];
}

/** The name of an adapter in the diagnostics. */
export const adapterName = ({ site, version }: SiteAdapter) => `adapter ${site.id}/${version}`;
