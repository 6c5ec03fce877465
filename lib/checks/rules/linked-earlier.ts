import { escapeText } from '../../markdown/escape.ts';
import { parseProfileAddress } from '../../sites/profile-address.ts';
import type { Check, Edit } from '../check.ts';
import type { EarlierPost } from '../earlier-links.ts';
import { isReference, isWebLink, linkKey, type PostLink } from '../post-links.ts';

const shortName = (title: string) => /#\d+/.exec(title)?.[0] ?? title;

/** Returns "(see #28)", with a link to that post, to go after the link. */
function reference({ title, url }: EarlierPost, { end, kind }: PostLink): Edit[] | undefined {
  if (kind !== 'link' || url === '' || /[\s()<>\\]/.test(url)) return undefined;
  return [{ start: end, end, text: ` (see [${escapeText(shortName(title))}](${url}))` }];
}

/** With so many common links, and at least half of all, an earlier post is this one in another language. */
const fewestOfTranslation = 3;

/** Pages that continue no subject: of people, and of what is linked each time. */
const isUsual = (link: PostLink): boolean =>
  isReference(link) || parseProfileAddress(link.address) !== undefined;

/** Finds a link that an earlier wrap-up has, because readers may want to continue there. */
export const linkedEarlier: Check = {
  id: 'linked-earlier',
  *find({ blocks }, { linkedBefore }) {
    if (linkedBefore === undefined) return;
    const links = blocks.flatMap((block) => (block.zone === 'body' ? block.links : []));
    const firsts = new Map<string, PostLink>();
    for (const link of links.filter(isWebLink)) {
      const key = linkKey(link.address);
      if (!firsts.has(key)) firsts.set(key, link);
    }
    const seen = [...firsts].flatMap(([key, link]) => {
      const post = linkedBefore(key);
      return post ? [{ link, post }] : [];
    });
    const counts = new Map<string, number>();
    for (const { post } of seen) counts.set(post.title, (counts.get(post.title) ?? 0) + 1);
    for (const { link, post } of seen) {
      const common = counts.get(post.title) ?? 0;
      if (common >= fewestOfTranslation && common * 2 >= firsts.size) continue;
      if (isUsual(link)) continue;
      const fix = reference(post, link);
      const { start, end } = link;
      yield {
        start,
        end,
        message: { key: 'check_linked_earlier', values: [post.title] },
        ...(fix && { fix }),
      };
    }
  },
};
