import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { parsePaperAddress } from '../paper-address.ts';
import { site } from './address.ts';

/**
 * Treats a paper's full text, its abstract and its PDF as one; everything else is in `citation_*`.
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ url, info }) {
    const paper = parsePaperAddress(url.href);
    if (!paper) return {};
    return { canonicalUrl: paper.abstractUrl, published: info.published || paper.published };
  },
};
