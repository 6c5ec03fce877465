import { linkTarget, unwrapUrl } from '../../core/address/link-target.ts';
import type { Check } from '../check.ts';
import { isWebLink } from '../post-links.ts';

/**
 * Returns an address without its directive for scrolling to words, which the writer wanted there.
 */
const withoutDirective = (address: string) => address.replace(/#?:~:[\s\S]*$/, '');

/**
 * Finds a link that tells a site where its readers come from, or that leads there through another
 * site.
 */
export const addressTracking: Check = {
  id: 'address-tracking',
  *find({ blocks, text }) {
    for (const { links } of blocks) {
      for (const link of links) {
        if (!isWebLink(link)) continue;
        const { address, at } = link;
        const bare = withoutDirective(address);
        const target = linkTarget(bare);
        if (target === bare) continue;
        const isWhole = text.slice(at.start, at.end) === address && !/[\s()<>\\&]/.test(target);
        yield {
          ...at,
          message:
            unwrapUrl(bare) === bare
              ? { key: 'check_address_tracking', values: [] }
              : { key: 'check_address_redirect', values: [] },
          ...(isWhole && {
            fix: [{ ...at, text: target + address.slice(bare.length) }],
          }),
        };
      }
    }
  },
};
