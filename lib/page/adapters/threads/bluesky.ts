import { bluesky as site } from '../../../core/sites/threads.ts';
import type { Place } from '../../../core/source.ts';
import { attribute, queryAll } from '../../safe-dom.ts';
import type { SiteAdapter, SitePage } from '../adapter.ts';
import { addressOf, closestAround, textAt } from '../page-text.ts';

const boxes = '[data-testid^="postThreadItem-by-"], [data-testid^="feedItem-by-"]';
const postPath = /^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/;

/** Of a profile's own page, not of its tabs and lists. */
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

/** The date in the time's label, as the browser's language has it; one that is not ISO is left out. */
function describe(box: Element, { url }: SitePage): Place | undefined {
  const handle = attribute(box, 'data-testid').replace(/^(?:postThreadItem|feedItem)-by-/, '');
  const links = queryAll(box, 'a[href*="/post/"]').map((link) => postAt(addressOf(link)));
  const own = links.find((post) => post?.handle === handle);
  // The post at the page's address has no link to itself.
  const here = postAt(url.href);
  const post = own ?? (here?.handle === handle ? here : undefined);
  if (!post) return undefined;
  const shown = textAt(
    box,
    `a[href="/profile/${CSS.escape(handle)}"][aria-label] span`,
    '[data-testid="postAuthor"]',
  );
  const author = shown.startsWith('@') ? handle : shown || handle;
  return { kind: 'post', url: post.url, author, published: '', number: null, label: '' };
}

function boxAtAddress({ doc, url }: SitePage): Element | undefined {
  const post = postAt(url.href);
  const all = queryAll(doc, boxes);
  return post && all.find((box) => attribute(box, 'data-testid').endsWith(`-by-${post.handle}`));
}

export const bluesky: SiteAdapter = {
  site,
  version: 1,
  read(page) {
    const post = postAt(page.url.href);
    const box = boxAtAddress(page);
    return {
      siteName: 'Bluesky',
      canonicalUrl: post?.url ?? profileUrl(page.url),
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
