import { holdsSecret, withoutSecrets } from '../../core/address/secret-address.ts';
import { cleanUrl } from '../../core/address/url.ts';
import type { Check } from '../check.ts';
import { isWebLink } from '../post-links.ts';

/** Finds a link that contains what looks like a password, a key or a session. */
export const addressSecret: Check = {
  id: 'address-secret',
  *find({ blocks, text }) {
    for (const { links } of blocks) {
      for (const link of links) {
        const { address, at } = link;
        if (!(isWebLink(link) || link.kind === 'image')) continue;
        // A tracking parameter may look like a key, but another check reports it.
        if (!holdsSecret(cleanUrl(address))) continue;
        const cut = withoutSecrets(address);
        const isWhole = text.slice(at.start, at.end) === address && !holdsSecret(cut);
        yield {
          ...at,
          message: { key: 'check_address_secret', values: [] },
          ...(isWhole && { fix: [{ ...at, text: cut }] }),
        };
      }
    }
  },
};
