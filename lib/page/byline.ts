import { limits } from '../core/base/limits.ts';
import { oneLine } from '../core/text/title.ts';
import { attribute, closest, query, queryAll, textContent } from './safe-dom.ts';

/** What others say below an article, or what is beside it. */
const besides =
  'aside, nav, footer, [class*="comment" i], [id*="comment" i], [class*="related" i], blockquote';

/** A longer text is no name. */
const longestName = 100;

/** Returns the page's only article, or else its main part; undefined if it lists several. */
export function articleOf(doc: Document): Element | undefined {
  const articles = queryAll(doc, 'article').filter(
    (article) => !closest(article, besides) && !query(article, 'article'),
  );
  if (articles.length > 1) return undefined;
  return articles[0] ?? query(doc, 'main, [role="main"]') ?? undefined;
}

const isOwn = (element: Element) => !closest(element, besides);

/**
 * Returns the author from the article's text: microformats' `p-author`, or a link to the author.
 * @see https://microformats.org/wiki/h-entry and https://html.spec.whatwg.org/#link-type-author
 */
export function authorInText(article: Element | undefined): string {
  const named = article ? queryAll(article, '.p-author, [rel~="author"]').filter(isOwn) : [];
  const names = named.map((element) => {
    const name = query(element, '.p-name') ?? element;
    return oneLine((textContent(name) ?? '').slice(0, limits.label)).replace(/^by\s+/i, '');
  });
  const known = [...new Set(names)].filter((name) => name !== '' && name.length <= longestName);
  return known.slice(0, 10).join(', ');
}

/**
 * Returns the publication date from the article's text: a marked one, or else the first time in the
 * article.
 */
export function dateInText(article: Element | undefined): string {
  if (!article) return '';
  const times = queryAll(article, 'time[datetime], .dt-published[datetime]').filter(isOwn);
  const marked = times.find(
    (time) =>
      attribute(time, 'pubdate') !== '' || / dt-published /.test(` ${attribute(time, 'class')} `),
  );
  const found = marked ?? times[0];
  return found ? attribute(found, 'datetime') : '';
}
