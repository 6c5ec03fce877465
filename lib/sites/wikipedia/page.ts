import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import { linkAt, textAt } from '../../page/adapters/page-text.ts';
import { queryAll, textContent } from '../../page/safe-dom.ts';
import { parseWikiPage, site, wikiPermanentUrl } from './address.ts';

/**
 * Returns the revision from the page's own link to the one it shows, or else from what the page
 * sets for its scripts.
 */
function revisionOf({ doc, url }: SitePage): number {
  const own = linkAt(doc, '#t-permalink a', 'li#t-cite a[href*="id="]');
  const inLink = URL.parse(own)?.searchParams;
  const named = url.searchParams.get('oldid') ?? inLink?.get('oldid') ?? inLink?.get('id');
  if (named && /^[1-9]\d*$/.test(named)) return Number(named);
  for (const script of queryAll(doc, 'script:not([src])').slice(0, 40)) {
    const found = /"wgRevisionId":\s*([1-9]\d{0,14})\b/.exec(textContent(script) ?? '');
    if (found) return Number(found[1]);
  }
  return 0;
}

/**
 * Checked against saved pages of 2015 to 2024 (`t-permalink`). Articles have many authors and no
 * single date; a permanent link identifies the version.
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ doc, url, info }) {
    const wiki = parseWikiPage(url.href);
    if (!wiki) return { author: '' };
    const title = textAt(doc, '#firstHeading', 'h1');
    const path = encodeURI(wiki.title.replaceAll(' ', '_')).replace(/[?#]/g, encodeURIComponent);
    return {
      canonicalUrl: `https://${wiki.host}/wiki/${path}`,
      cleanTitle: title || wiki.title,
      siteName: /wikipedia\.org$/.test(wiki.host) ? 'Wikipedia' : info.siteName,
      author: '',
      description: textAt(doc, '.shortdescription') || info.description,
    };
  },
  place(page) {
    const number = revisionOf(page);
    const url = wikiPermanentUrl(page.url.href, number);
    if (url === undefined) return undefined;
    return {
      kind: 'revision',
      url,
      author: '',
      published: '',
      number,
      label: page.info.cleanTitle,
    };
  },
};
