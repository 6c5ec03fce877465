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
  /** What the generic reading found. */
  info: PageInfo;
  data: LinkedData;
}

/** Where the selection begins and ends; the same element where it is in one. */
export interface SelectedElements {
  first: Element;
  last: Element;
  /** The ends themselves; absent for words in a form field. */
  ends?: Pick<Span, 'start' | 'end'>;
}

/**
 * What one site says of its pages better than the generic reading does. Adapters only read; each
 * gives the parts it knows better and leaves out the others; one may throw on a page that is not
 * as it should be, and then the generic reading stands.
 */
export interface SiteAdapter {
  site: Site;
  /** Counts up when it reads pages differently, so that old clips tell by whom they were read. */
  version: number;
  read?(page: SitePage): Partial<PageInfo>;
  /** The comment, post or lines that is selected, else that the address points at. */
  place?(page: SitePage, selected: SelectedElements | undefined): Place | undefined;
  /** The event, `found` being what JSON-LD or microdata say. */
  event?(page: SitePage, found: CapturedEvent | undefined): CapturedEvent | undefined;
  /** The person, `found` being what JSON-LD, microdata or an h-card say. */
  person?(page: SitePage, found: CapturedPerson | undefined): CapturedPerson | undefined;
}

/** The adapter for an address among those that are here. At most one matches. */
export function adapterFor(adapters: readonly SiteAdapter[], url: URL): SiteAdapter | undefined {
  const matching = adapters.filter(({ site }) => matchesSite(site, url));
  return matching.find(({ site }) => site.hosts.length > 0) ?? matching[0];
}

/** An adapter in the diagnostics. */
export const adapterName = ({ site, version }: SiteAdapter) => `adapter ${site.id}/${version}`;
