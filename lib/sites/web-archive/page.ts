import { cleanUrl, pageAddress } from '../../core/address/url.ts';
import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { parseArchivedPage, site } from './address.ts';

/** The page is the original's; the visited address stays that of the archive. */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url, info }) {
    const archived = parseArchivedPage(url.href);
    if (!archived) return {};
    return {
      canonicalUrl: pageAddress(cleanUrl(archived.originalUrl)),
      siteName: /^(?:wayback machine|internet archive)$/i.test(info.siteName) ? '' : info.siteName,
    };
  },
  place({ url, info }) {
    const archived = parseArchivedPage(url.href);
    if (!archived || archived.archivedAt === '') return undefined;
    return {
      kind: 'revision',
      url: pageAddress(url.href),
      author: '',
      published: archived.archivedAt,
      number: null,
      label: info.cleanTitle,
    };
  },
};
