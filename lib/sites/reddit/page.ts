import type { Place } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import { attributeAt, closestAround, textAt } from '../../page/adapters/page-text.ts';
import { attribute, query } from '../../page/safe-dom.ts';
import { site } from './address.ts';

/** Returns one address for the old layout, the new one and those in other languages. */
const redditUrl = (path: string) => (path.startsWith('/') ? `https://www.reddit.com${path}` : '');

/*
 * Checked against kepano/defuddle (`extractors/reddit.ts`) and other public readers of both layouts.
 */
/** The new layout consists of custom elements, the old one of `.thing`s. */
const comments = 'shreddit-comment[permalink], .thing.comment[data-permalink]';
const posts = 'shreddit-post[permalink], .thing.link[data-permalink]';

function describe(box: Element, kind: 'comment' | 'post'): Place {
  const path = attribute(box, 'permalink') || attribute(box, 'data-permalink');
  const time = attribute(box, 'created') || attribute(box, 'created-timestamp');
  return {
    kind,
    url: redditUrl(path),
    author: attribute(box, 'author') || attribute(box, 'data-author'),
    published: time || attributeAt(box, 'datetime', 'time[datetime]'),
    number: null,
    label: kind === 'post' ? attribute(box, 'post-title') || textAt(box, 'a.title') : '',
  };
}

/** It also matches posts of a profile (`/user/NAME/comments/…`), and paths without either. */
const commentPath = /^(?:\/(?:r|u|user)\/[^/]+)?\/comments\/\w+\/(?:[^/]*|comment)\/(\w+)\/?$/;

/** Returns the comment at `/comments/POST/TITLE/COMMENT/`, if it is on the page. */
function commentAtAddress({ doc, url }: SitePage): Element | undefined {
  const id = commentPath.exec(url.pathname)?.[1];
  return id === undefined
    ? undefined
    : query(doc, `shreddit-comment[thingid="t1_${id}"], .thing.comment[data-fullname="t1_${id}"]`);
}

export const adapter: SiteAdapter = {
  site,
  version: 2,
  read({ doc, url, info }) {
    const post = query(doc, posts);
    const community = /^\/(r\/[^/]+)/.exec(url.pathname)?.[1];
    const found = { siteName: community ? `Reddit ${community}` : 'Reddit' };
    if (!post || !/\/comments\//.test(url.pathname)) return found;
    const { url: canonicalUrl, author, published, label } = describe(post, 'post');
    return { ...found, canonicalUrl, author, published, cleanTitle: label || info.cleanTitle };
  },
  place(page, selected) {
    const comment = selected ? closestAround(selected.first, comments) : commentAtAddress(page);
    if (comment) return describe(comment, 'comment');
    const post = selected ? closestAround(selected.first, posts) : query(page.doc, posts);
    return post && /\/comments\//.test(page.url.pathname) ? describe(post, 'post') : undefined;
  },
};
