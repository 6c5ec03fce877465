import type { Place } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import { addressOf, attributeAt, closestAround, textAt } from '../../page/adapters/page-text.ts';
import { queryAll } from '../../page/safe-dom.ts';
import { site } from './address.ts';

/* Checked against mastodon/mastodon: `components/status.jsx`, `detailed_status.tsx`,
   `display_name/*`, `views/statuses/show.html.haml`. Since version 4, a post from another server
   links to its local copy (`/@name@elsewhere.example/1`), which redirects visitors; before, it
   linked to the original. */
/** The web application's posts, and those of server-rendered pages (Mastodon 3, GoToSocial). */
const boxes =
  '.detailed-status__wrapper, .detailed-status, .status, .entry, article.status, .h-entry';
/** A post's own link, at its time. */
const ownLinks =
  'a.detailed-status__datetime, a.status__relative-time, a.u-url.u-uid, a.status-link, .e-content ~ * a.u-url';
const names = ['.display-name__html', '.p-author .p-name', '.display-name strong', '.display-name'];

/**
 * `/@name/1` or `/@name@elsewhere.example/1`; a copy of another server's post links to the latter.
 */
const postPath = /^\/(?:web\/|deck\/)?@([\w.-]+(?:@[\w.-]+)?)\/\d+\/?$/;

/**
 * Returns `/@name`, or for `/@name@elsewhere.example` the page there that it mirrors; '' for a
 * post.
 */
function profileUrl({ host, pathname }: URL): string {
  const [, name, elsewhere] =
    /^\/(?:web\/|deck\/)?@([\w.-]+)(?:@([\w.-]+))?\/?$/.exec(pathname) ?? [];
  return name === undefined ? '' : `https://${elsewhere ?? host}/@${name}`;
}

function describe(box: Element): Place | undefined {
  const link = queryAll(box, ownLinks).find((each) => addressOf(each) !== '');
  const url = addressOf(link);
  if (url === '') return undefined;
  return {
    kind: 'post',
    url,
    author: textAt(box, ...names),
    published:
      attributeAt(box, 'datetime', 'time[datetime]') ||
      attributeAt(box, 'value', 'data.dt-published'),
    number: null,
    label: '',
  };
}

/** Returns the post at the page's address: in a thread the one that is shown in full. */
function main({ doc, url }: SitePage): Place | undefined {
  if (!postPath.test(url.pathname)) return undefined;
  const all = queryAll(doc, '.detailed-status, .h-entry, .entry').map(describe);
  const here = url.pathname.replace(/\/$/, '');
  return (
    all.find((place) => place && URL.parse(place.url)?.pathname.replace(/\/$/, '') === here) ??
    all.find((place) => place !== undefined)
  );
}

export const adapter: SiteAdapter = {
  site,
  version: 1,
  read(page) {
    const { url } = page;
    const post = main(page);
    if (!post) return { canonicalUrl: profileUrl(url) };
    return { canonicalUrl: post.url, author: post.author, published: post.published };
  },
  place(page, selected) {
    const box = selected && closestAround(selected.first, boxes);
    // A selection outside all posts is in none of them.
    return selected ? box && describe(box) : main(page);
  },
  person({ doc, url }, found) {
    const profile = profileUrl(url);
    const name = textAt(
      doc,
      '.account__header__tabs__name .display-name__html',
      '.account__header__tabs__name h1 > span',
      // The newer application.
      '.account__header__tabs__name h1 > bdi',
      '.public-account-header .display-name__html',
      '.h-card .p-name',
    );
    if (profile === '' || name === '') return found;
    const { role = '', affiliation = { name: '', url: '' } } = found ?? {};
    return { name, url: profile, role, affiliation };
  },
};
