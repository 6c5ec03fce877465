import { isClippableUrl, isStoreUrl } from '../core/address/url.ts';
import type { Item } from '../core/post/item.ts';
import type { PageInfo } from '../core/source/source.ts';
import { addressKey, linkOf } from './link-targets.ts';
import { createMenuPage } from './menu-page.ts';

/** A tab, as the browser describes it; it may have neither address nor title yet. */
export interface BrowserTab {
  url?: string | undefined;
  title?: string | undefined;
}

/** A tab that can be clipped as a link. */
export interface ClippableTab {
  page: PageInfo;
  title: string;
  host: string;
  /** True if there is a clip of it already. */
  isClipped: boolean;
}

export interface TabList {
  tabs: ClippableTab[];
  /** How many are left out: pages of the browser or an extension, or duplicates. */
  leftOut: number;
}

/**
 * Returns the keys that identify a clip among the tabs (`addressKey`): its target, and its source.
 */
export const clippedKeys = (item: Item): string[] =>
  'source' in item ? [addressKey(linkOf(item).url), addressKey(item.source.url)] : [];

/**
 * Returns the tabs of a window that can be clipped, in their order, each address once.
 * @param clipped keys of existing clips (`clippedKeys`)
 */
export function listTabs(tabs: readonly BrowserTab[], clipped: ReadonlySet<string>): TabList {
  const seen = new Set<string>();
  const listed: ClippableTab[] = [];
  for (const { url = '', title = '' } of tabs) {
    const host = /^https?:/i.test(url) ? (URL.parse(url)?.host ?? '') : '';
    const key = addressKey(url);
    if (host === '' || !isClippableUrl(url) || isStoreUrl(url) || seen.has(key)) continue;
    seen.add(key);
    const page = createMenuPage({ pageUrl: url, tabTitle: title });
    const named = page.cleanTitle || page.title || url;
    listed.push({ page, title: named, host, isClipped: clipped.has(key) });
  }
  return { tabs: listed, leftOut: tabs.length - listed.length };
}
