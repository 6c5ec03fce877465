import { escapeText } from '../../markdown/escape.ts';
import type { Check, Edit } from '../check.ts';
import type { EarlierPost } from '../earlier-links.ts';
import { isWebLink, linkKey, type PostLink } from '../post-links.ts';

const shortName = (title: string) => /#\d+/.exec(title)?.[0] ?? title;

/** Returns "(see #28)", with a link to that post, to go after the link. */
function reference({ title, url }: EarlierPost, { end, kind }: PostLink): Edit[] | undefined {
  if (kind !== 'link' || url === '' || /[\s()<>\\]/.test(url)) return undefined;
  return [{ start: end, end, text: ` (see [${escapeText(shortName(title))}](${url}))` }];
}

/** Finds a link that an earlier wrap-up has, because readers may want to continue there. */
export const linkedEarlier: Check = {
  id: 'linked-earlier',
  *find({ blocks }, { linkedBefore }) {
    if (linkedBefore === undefined) return;
    const told = new Set<string>();
    for (const { zone, links } of blocks) {
      if (zone !== 'body') continue;
      for (const link of links) {
        const key = linkKey(link.address);
        const post = isWebLink(link) && !told.has(key) ? linkedBefore(key) : undefined;
        if (post === undefined) continue;
        told.add(key);
        const fix = reference(post, link);
        const { start, end } = link;
        yield {
          start,
          end,
          message: { key: 'check_linked_earlier', values: [post.title] },
          ...(fix && { fix }),
        };
      }
    }
  },
};
