import type { Place } from '../../core/source/source.ts';
import type { SiteAdapter, SitePage } from '../../page/adapters/adapter.ts';
import { attributeAt, textAt, withId } from '../../page/adapters/page-text.ts';
import { attribute, closest, query, queryAll } from '../../page/safe-dom.ts';
import { site } from './address.ts';

const posts = '.answer[data-answerid], .question[data-questionid]';

/** Checked against saved pages, of 2009 to 2021: `post-signature`, `user-details`, `comment-user`. */
/** `2025-10-28 18:00:00Z` in the title of the time. */
const times = '.relativetime, .relativetime-clean, time';

/**
 * Returns the author of a post: its last signature is the author's, the one before is the editor's.
 */
function signature(post: Element): { author: string; published: string } {
  const last = queryAll(post, '.post-signature').at(-1);
  if (!last) return { author: '', published: '' };
  return {
    author: textAt(last, '.user-details a', '.user-details [itemprop="name"]', '.user-details'),
    published: attributeAt(last, 'title', times) || attributeAt(last, 'datetime', 'time'),
  };
}

const questionPath = (url: URL) => /^\/questions\/\d+(?:\/[^/]+)?/.exec(url.pathname)?.[0];

function describePost(post: Element, { url, info }: SitePage): Place | undefined {
  const id = attribute(post, 'data-answerid');
  const path = questionPath(url);
  if (id === '') {
    if (path === undefined) return undefined;
    return {
      kind: 'question',
      url: `${url.origin}${path}`,
      ...signature(post),
      number: null,
      label: info.cleanTitle,
    };
  }
  if (!/^\d+$/.test(id)) return undefined;
  const label = info.cleanTitle;
  return { kind: 'answer', url: `${url.origin}/a/${id}`, ...signature(post), number: null, label };
}

/** `#comment12_34`: comment 12 of post 34. */
function describeComment(comment: Element, { url }: SitePage): Place | undefined {
  const id = attribute(comment, 'data-comment-id');
  const post = closest(comment, posts);
  const postId = post && (attribute(post, 'data-answerid') || attribute(post, 'data-questionid'));
  const path = questionPath(url);
  if (!/^\d+$/.test(id) || !postId || !/^\d+$/.test(postId) || path === undefined) return undefined;
  return {
    kind: 'comment',
    url: `${url.origin}${path}#comment${id}_${postId}`,
    author: textAt(comment, '.comment-user'),
    published: attributeAt(comment, 'title', times),
    number: null,
    label: '',
  };
}

function elementNamed({ doc, url }: SitePage): Element | undefined {
  const comment = /^#comment(\d+)_\d+$/.exec(url.hash)?.[1];
  if (comment) return query(doc, `.comment[data-comment-id="${comment}"]`);
  const answer =
    /^#(\d+)$/.exec(url.hash)?.[1] ?? /^\/questions\/\d+\/[^/]+\/(\d+)/.exec(url.pathname)?.[1];
  return answer
    ? (query(doc, `.answer[data-answerid="${answer}"]`) ?? withId(doc, answer))
    : undefined;
}

export const adapter: SiteAdapter = {
  site,
  version: 1,
  read({ doc, info }) {
    const question = query(doc, '.question[data-questionid]');
    const written = question ? signature(question) : { author: '', published: '' };
    return {
      cleanTitle: textAt(doc, '#question-header h1', 'h1[itemprop="name"]') || info.cleanTitle,
      ...(written.author === '' ? {} : written),
    };
  },
  place(page, selected) {
    const element =
      selected?.first ?? elementNamed(page) ?? query(page.doc, '.question[data-questionid]');
    const comment = element && closest(element, '.comment[data-comment-id]');
    if (comment) return describeComment(comment, page);
    const post = element && closest(element, posts);
    return post ? describePost(post, page) : undefined;
  },
};
