import { cleanUrl, pageAddress } from '../../../core/address/url.ts';
import { clampText, limits } from '../../../core/base/limits.ts';
import type { PageInfo, Place } from '../../../core/source/source.ts';
import { summaryLine } from '../../../core/text/summary.ts';
import { escapeText } from '../../../markdown/escape.ts';
import { isRepositoryUrl } from '../../../sites/repository.ts';
import { parseArchivedPage } from '../../../sites/web-archive/address.ts';

/** A page, or the part of it at its address, as a link. */
export interface PageLink {
  title: string;
  url: string;
  /** The text beside it; `{link}` stands for the link. */
  note: string;
}

export interface LinkedPage {
  page: PageInfo;
  /** Text of the heading that the address's fragment points to, or ''. */
  section: string;
  /** True to link to the version that was read, if the site keeps it. */
  permanentLinks: boolean;
}

/** Returns the host and the part of the path that distinguishes pages of one site. */
function samePlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const host = parsed.hostname.replace(/^(?:www|old|new|m)\.|(?<=^[a-z-]+\.)m\./g, '');
  return host + parsed.pathname.toLowerCase().replace(/\/$/, '');
}

/**
 * Returns the visited address without tracking parameters. If an adapter knows the page, the
 * address has the site's own form (`en.wikipedia.org`, not `en.m.wikipedia.org?useskin=…`).
 */
function ownAddress({ url, canonicalUrl, adapter }: PageInfo): string {
  const visited = cleanUrl(url);
  const known = adapter !== undefined && samePlace(canonicalUrl) === samePlace(visited);
  return known ? canonicalUrl + visited.slice(pageAddress(visited).length) : visited;
}

/** Returns a permalink to a part of the page; undefined if the whole page is meant. */
function permalink({ page, permanentLinks }: LinkedPage): string | undefined {
  const { place } = page;
  if (place === undefined) return undefined;
  if (place.kind === 'revision') return permanentLinks ? place.url : undefined;
  // Lines of code move. If the page knows the commit, the link leads to the lines as they are now.
  return place.url;
}

/** Lines and releases have short names; everything else is named by the page's title. */
function titleOf({ cleanTitle, title, place }: PageInfo): string {
  const named = place?.kind === 'code' || place?.kind === 'release';
  return (named && place.label) || cleanTitle || title;
}

/** Kinds of places on pages with several authors, for which the author is named. */
const saidBySome: ReadonlySet<Place['kind']> = new Set(['comment', 'answer']);

function noteOf(page: PageInfo, url: string): string {
  const { place, description } = page;
  if (place && saidBySome.has(place.kind)) return place.author;
  // Descriptions on other pages advertise, so only the source keeps them.
  return isRepositoryUrl(url) ? summaryLine(description) : '';
}

/** Returns `Configuration, section Services`, or only the heading if the page has no name. */
export function sectionTitle(page: string, section: string): string {
  if (page === '' || page === section) return section;
  return clampText(`${page}, section ${section}`, limits.title);
}

/**
 * The page as a link: `[name](url), what it is` for a repository or package, `[thread](url),
 * author` for a comment, `[page, section name](url#name)` if the address names a section.
 */
export function pageLink(linked: LinkedPage): PageLink {
  const { page, section } = linked;
  const archived = parseArchivedPage(page.url) !== undefined;
  const url = permalink(linked) ?? (archived ? cleanUrl(page.url) : ownAddress(page));
  const title = titleOf(page);
  const whole = page.place === undefined || page.place.kind === 'revision';
  if (whole && section !== '' && section !== title && url.includes('#')) {
    return { title: sectionTitle(title, section), url, note: '' };
  }
  const says = noteOf(page, url);
  return { title, url, note: says === '' ? '' : `{link}, ${escapeText(says)}` };
}
