import type { Place } from '../../core/source/source.ts';
import type { SiteAdapter } from '../../page/adapters/adapter.ts';
import { attributeAt, textAt, withId } from '../../page/adapters/page-text.ts';
import { closest, elementId, query } from '../../page/safe-dom.ts';
import { site } from './address.ts';

const itemUrl = (id: string) => `https://news.ycombinator.com/item?id=${id}`;

/** `2025-10-28T18:00:00 1761674400`: the time in two forms, in UTC. */
const dateOf = (row: Element) => attributeAt(row, 'title', '.age').split(' ')[0] ?? '';

function commentOf(row: Element): Place | undefined {
  const id = elementId(row);
  if (!/^\d+$/.test(id)) return undefined;
  const author = textAt(row, '.hnuser');
  return {
    kind: 'comment',
    url: itemUrl(id),
    author,
    published: dateOf(row),
    number: null,
    label: '',
  };
}

/**
 * Checked against public code that reads it (kepano/defuddle and others): `athing comtr`,
 * `titleline`, `age` with the time in its title. A page shows a story or a comment at `item?id=`;
 * its table `fatitem` comes before those of the answers.
 */
export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ doc, url, info }) {
    const id = url.searchParams.get('id') ?? '';
    const top = query(doc, '.fatitem');
    if (url.pathname !== '/item' || !/^\d+$/.test(id) || !top) return { siteName: 'Hacker News' };
    return {
      siteName: 'Hacker News',
      canonicalUrl: itemUrl(id),
      cleanTitle: textAt(top, '.titleline > a', '.storylink') || info.cleanTitle,
      author: textAt(top, '.hnuser'),
      published: dateOf(top),
    };
  },
  place({ doc, url, info }, selected) {
    const row =
      (selected && closest(selected.first, 'tr.comtr, tr.athing')) ??
      withId(doc, url.hash.slice(1)) ??
      undefined;
    if (row && closest(row, '.comtr')) return commentOf(row);
    const own = query(doc, '.fatitem');
    const isComment = own && query(own, '.titleline, .storylink') === undefined;
    const { author, published } = info;
    const kind = isComment ? 'comment' : 'post';
    return (
      own && {
        kind,
        url: info.canonicalUrl,
        author,
        published,
        number: null,
        label: info.cleanTitle,
      }
    );
  },
};
