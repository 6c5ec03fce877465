import type { Check } from '../check.ts';
import { isReference, isWebLink, linkKey, type PostLink } from '../post-links.ts';
import type { PostBlock } from '../read-post.ts';

/** Words that name no page: if one of two links says so little, the other may say more. */
const saysLittle =
  /^(?:the |die |der )?(?:slides?|code|here|recording|video|repo(?:sitory)?|source(?: code)?|notes?|paper|talk|docs?|documentation|link|web ?site|home ?page|folien|hier|aufzeichnung|quelltext)$/i;

/** A page that is linked more often than this is linked on purpose. */
const mostTimes = 3;

/** After more blocks than this, a reader may welcome a link again. */
const mostBlocks = 20;

/**
 * True for a link within a row of a list or table, unless the row begins with it, or with one word before it: lists of people or
 * changes link the same name in each row.
 */
function isWithinRow(text: string, { block }: PostBlock, { start }: PostLink): boolean {
  if (block.kind === 'table') return true;
  const isItem = block.containers.some(({ type }) => type === 'item');
  return isItem && !/^[\s*_"“„(]*(?:\p{L}+\s+)?$/u.test(text.slice(block.words.start, start));
}

/**
 * Finds a link that the post's own part has a little above, in the same section. Intro, thanks,
 * quotes, references and footer may repeat links, and links from the intro may be repeated; so may
 * a picture's link beside the words.
 */
export const linkTwice: Check = {
  id: 'link-twice',
  *find({ text, blocks }) {
    const named = new Set(
      blocks
        .filter(({ zone }) => zone === 'intro')
        .flatMap(({ links }) => links.map(({ address }) => linkKey(address))),
    );
    let section = 0;
    const links = blocks
      .flatMap((block, at) => {
        if (block.block.kind === 'heading' && block.block.containers.length === 0) section++;
        if (block.zone !== 'body') return [];
        return block.links.map((link) => ({ link, at, section, block }));
      })
      .filter(({ link }) => isWebLink(link) && !link.aroundPicture && link.kind !== 'definition')
      .map(({ link, block, ...place }) => ({
        ...{ link, ...place, isExpected: isReference(link) || isWithinRow(text, block, link) },
        key: linkKey(link.address),
        label: link.label.trim().replace(/\s+/g, ' ') || link.address,
      }))
      .filter(({ key, label }) => !named.has(key) && !saysLittle.test(label));
    for (const same of Map.groupBy(links, ({ key }) => key).values()) {
      const [first, second] = same;
      if (!first || !second || same.length > mostTimes) continue;
      if (second.section !== first.section || second.at - first.at > mostBlocks) continue;
      if (second.isExpected) continue;
      const { start, end } = second.link;
      yield { start, end, message: { key: 'check_link_twice', values: [first.label] } };
    }
  },
};
