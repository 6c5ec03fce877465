import type { Place } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import { addressOf, closestAround, lineOf, textAt } from '../../page/adapters/page-text.ts';
import { attribute, queryAll } from '../../page/safe-dom.ts';
import { site } from './address.ts';

const boxes = '[data-testid^="postThreadItem-by-"], [data-testid^="feedItem-by-"]';
const postPath = /^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/;

/** The path of a profile's own page, not of its tabs and lists. */
const profilePath = /^\/profile\/[\w.:-]+\/?$/;

function profileUrl({ pathname }: URL): string {
  return profilePath.test(pathname) ? `https://bsky.app${pathname.replace(/\/$/, '')}` : '';
}

interface Post {
  handle: string;
  url: string;
}

function postAt(address: string): Post | undefined {
  const url = URL.parse(address);
  const [, handle, key] = (url?.hostname === 'bsky.app' && postPath.exec(url.pathname)) || [];
  return handle && key
    ? { handle, url: `https://bsky.app/profile/${handle}/post/${key}` }
    : undefined;
}

/** Invisible direction marks, which Bluesky puts around names. */
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Returns the name in links to a profile: the link's words, or its label if it contains more. */
function nameIn(box: Element, handle: string): string {
  for (const link of queryAll(box, 'a[href*="/profile/"]').slice(0, 20)) {
    if (URL.parse(addressOf(link))?.pathname !== `/profile/${handle}`) continue;
    const words = lineOf(link).replace(directions, '').trim();
    if (words === '' || words.startsWith('@')) continue;
    const label = attribute(link, 'aria-label').replace(directions, '').trim();
    return label !== '' && words.startsWith(label) ? label : words;
  }
  return handle;
}

/**
 * The date is in the time's label, in the browser's language; it is left out unless that is
 * English.
 */
function describe(box: Element, { url }: SitePage): Place | undefined {
  const handle = attribute(box, 'data-testid').replace(/^(?:postThreadItem|feedItem)-by-/, '');
  const own = queryAll(box, 'a[href*="/post/"]').find(
    (link) => postAt(addressOf(link))?.handle === handle,
  );
  // The post at the page's address has no link to itself.
  const here = postAt(url.href);
  const post = own ? postAt(addressOf(own)) : here?.handle === handle ? here : undefined;
  if (!post) return undefined;
  const published = own ? attribute(own, 'aria-label') : '';
  const author = nameIn(box, handle);
  return { kind: 'post', url: post.url, author, published, number: null, label: '' };
}

function boxAtAddress({ doc, url }: SitePage): Element | undefined {
  const post = postAt(url.href);
  const all = queryAll(doc, boxes);
  return post && all.find((box) => attribute(box, 'data-testid').endsWith(`-by-${post.handle}`));
}

/** Checked against bluesky-social/social-app (`ThreadItemAnchor.tsx`, `PostMeta.tsx`). */
export const adapter: SiteAdapter = {
  site,
  version: 2,
  read(page) {
    const post = postAt(page.url.href);
    const box = boxAtAddress(page);
    return {
      siteName: 'Bluesky',
      canonicalUrl: post?.url ?? profileUrl(page.url),
      cleanTitle: page.info.cleanTitle.replace(/\s+[|·—–-]\s+Bluesky$/, ''),
      ...(post ? { author: (box && describe(box, page)?.author) || post.handle } : {}),
    };
  },
  place(page, selected) {
    const box = selected ? closestAround(selected.first, boxes) : boxAtAddress(page);
    if (box) return describe(box, page);
    const post = selected ? undefined : postAt(page.url.href);
    return (
      post && {
        kind: 'post',
        url: post.url,
        author: post.handle,
        published: '',
        number: null,
        label: '',
      }
    );
  },
  person({ doc, url, info }, found) {
    const profile = profileUrl(url);
    const inTitle = /^(.+?) \(@[\w.-]+\)/.exec(info.title)?.[1] ?? '';
    const name = textAt(doc, '[data-testid="profileHeaderDisplayName"]') || inTitle;
    if (profile === '' || name === '') return found;
    return { name, url: profile, role: '', affiliation: { name: '', url: '' } };
  },
};
