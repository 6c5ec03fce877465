import { clampText, limits } from '../../core/base/limits.ts';
import type { PageInfo, Place } from '../../core/source/source.ts';
import { oneLine } from '../../core/text/title.ts';
import { attempt } from '../attempt.ts';
import { publishedDate } from '../published.ts';
import {
  adapterFor,
  adapterName,
  type SelectedElements,
  type SiteAdapter,
  type SitePage,
} from './adapter.ts';

const line = (text: string, max: number): string => clampText(oneLine(text), max);

/** Returns a suitable http(s) address, else ''. */
function webAddress(text: string): string {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.href.length <= limits.url ? url.href : '';
}

/** Limits what an adapter says, because it reads what a hostile page may have written. */
function fitting(found: Partial<PageInfo>, info: PageInfo): PageInfo {
  const canonicalUrl = webAddress(found.canonicalUrl ?? '');
  return {
    ...info,
    ...(canonicalUrl === '' ? {} : { canonicalUrl }),
    cleanTitle: line(found.cleanTitle || info.cleanTitle, limits.title),
    siteName: line(found.siteName ?? info.siteName, limits.label),
    author: line(found.author ?? info.author, limits.label),
    published: publishedDate(found.published ?? '') || info.published,
    description: line(found.description ?? info.description, limits.description),
  };
}

/** An author who has left should not be named: `[deleted]`. */
function authorLine(author: string): string {
  const name = line(author, limits.label);
  return /^[[(]?(?:deleted|removed|unknown)[\])]?$/i.test(name) ? '' : name;
}

function fittingPlace(place: Place): Place | undefined {
  const url = webAddress(place.url);
  if (url === '') return undefined;
  return {
    kind: place.kind,
    url,
    author: authorLine(place.author),
    published: publishedDate(place.published),
    number: Number.isSafeInteger(place.number) ? place.number : null,
    label: line(place.label, limits.title),
  };
}

/** Combines the generic result with what the site's adapter knows better. Never throws. */
export function readSite(
  adapters: readonly SiteAdapter[],
  page: SitePage,
  selected: SelectedElements | undefined,
): PageInfo {
  const adapter = adapterFor(adapters, page.url);
  if (!adapter) return page.info;
  const better = attempt(() => adapter.read?.(page) ?? {}, {}, undefined, adapterName(adapter));
  const info = {
    ...fitting(better, page.info),
    adapter: `${adapter.site.id}/${adapter.version}`,
  };
  const findPlace = () => adapter.place?.({ ...page, info }, selected);
  const found = attempt(findPlace, undefined, undefined, adapterName(adapter));
  const place = found && fittingPlace(found);
  return place ? { ...info, place } : info;
}
