import { sourcePage } from '../../clips/clip-source.ts';
import type { Check, PlacedItem } from '../check.ts';
import { isWebLink, linkKey } from '../post-links.ts';
import type { ReadPost } from '../read-post.ts';

/**
 * Returns pages that are known to support https, because clips come from them, or the post links to
 * them with https elsewhere.
 */
function knownHttps({ blocks }: ReadPost, items: readonly PlacedItem[]): Set<string> {
  const linked = blocks.flatMap(({ links }) => links.map(({ address }) => address));
  const clipped = items.flatMap(({ item }) =>
    'source' in item ? [item.source.url, sourcePage(item.source)] : [],
  );
  return new Set(
    [...linked, ...clipped].filter((address) => /^https:/i.test(address)).map(linkKey),
  );
}

/** Finds an http link to a page that is known to support https. */
export const addressHttp: Check = {
  id: 'address-http',
  *find(post, { items = [] }) {
    const known = knownHttps(post, items);
    for (const { links } of post.blocks) {
      for (const link of links) {
        const { address, at } = link;
        if (!isWebLink(link) || !/^http:/i.test(address) || !known.has(linkKey(address))) continue;
        const edit = { start: at.start, end: at.start + 'http'.length, text: 'https' };
        const isPlain = /^http:/i.test(post.text.slice(at.start, at.end));
        yield {
          ...at,
          message: { key: 'check_address_http', values: [] },
          ...(isPlain && { fix: [edit] }),
        };
      }
    }
  },
};
