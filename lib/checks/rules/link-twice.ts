import type { Check } from '../check.ts';
import { isWebLink, linkKey } from '../post-links.ts';

/** Words that name no page: where one of two links says so little, the other one says more. */
const saysLittle =
  /^(?:the |die |der )?(?:slides?|code|here|recording|video|repo(?:sitory)?|source(?: code)?|notes?|paper|talk|docs?|documentation|link|web ?site|home ?page|folien|hier|aufzeichnung|quelltext)$/i;

/**
 * A link that the post's own part has already. Intro, thanks, quotes, references and footer name things again by
 * right, and so may whatever the intro names; a picture is linked beside the words.
 */
export const linkTwice: Check = {
  id: 'link-twice',
  *find({ blocks }) {
    const named = new Set(
      blocks
        .filter(({ zone }) => zone === 'intro')
        .flatMap(({ links }) => links.map(({ address }) => linkKey(address))),
    );
    const seen = new Map<string, string>();
    for (const { zone, links } of blocks) {
      if (zone !== 'body') continue;
      for (const link of links) {
        if (!isWebLink(link) || link.aroundPicture || link.kind === 'definition') continue;
        const key = linkKey(link.address);
        if (named.has(key)) continue;
        const before = seen.get(key);
        const label = link.label.trim() || link.address;
        if (before === undefined || saysLittle.test(before)) seen.set(key, label);
        else if (!saysLittle.test(label)) {
          const { start, end } = link;
          yield { start, end, message: { key: 'check_link_twice', values: [before] } };
        }
      }
    }
  },
};
