import {
  attribute,
  closest,
  contains,
  ownerDocument,
  type QueryRoot,
  query,
  queryAll,
} from '../../safe-dom.ts';
import { nearestHolding, textAt, withId } from '../page-text.ts';

/** How a code host marks its comments: each has a link to itself at its time. */
export interface CommentForm {
  /** Fragments of comments and of what they comment on. */
  fragment: RegExp;
  /** Fragments of the topic itself, such as the issue. */
  first: RegExp;
  authors: readonly string[];
  /** Selector of the topic, if it has no link to itself. */
  opening?: string;
  /** Selector of the time within the link, if it is not one of the usual elements for times. */
  times?: string;
}

export interface Comment {
  fragment: string;
  author: string;
  published: string;
  /** True for the topic that the others comment on. */
  isFirst: boolean;
}

const usualTimes = 'relative-time[datetime], time-ago[datetime], time[datetime], [data-datetime]';

/** Boxes of comments on known hosts. */
const boxes = [
  '.comment, .timeline-comment, .timeline-comment-group, .TimelineItem, .review-comment, .note',
  '.react-issue-comment, .react-issue-body, .timeline-item, .event, .js-comment-container',
  '[data-testid^="comment-viewer"], [data-testid="comment"], [data-testid="issue-body"]',
  '[id^="issuecomment-"], [id^="comment-"]',
].join(', ');

const timeIn = (link: Element, { times = usualTimes }: CommentForm) => query(link, times);

function fragmentOf(link: Element, form: CommentForm): string | undefined {
  const href = attribute(link, 'href');
  const fragment = href.slice(href.indexOf('#') + 1);
  if (!href.includes('#') || !form.fragment.test(fragment)) return undefined;
  return timeIn(link, form) ? fragment : undefined;
}

/**
 * Returns the comments' own links in an element; the words of a comment may link to other comments,
 * without a time.
 */
function ownLinks(root: QueryRoot, form: CommentForm): { link: Element; fragment: string }[] {
  return queryAll(root, 'a[href*="#"]').flatMap((link) => {
    const fragment = fragmentOf(link, form);
    return fragment === undefined ? [] : [{ link, fragment }];
  });
}

function dateOf(time: Element): string {
  const written = ['datetime', 'data-datetime', 'title'].map((name) => attribute(time, name));
  return written.find((date) => date !== '') ?? '';
}

function describe(box: Element, link: Element, fragment: string, form: CommentForm): Comment {
  const time = timeIn(link, form);
  return {
    fragment,
    author: textAt(box, ...form.authors).replace(/^@/, ''),
    published: time ? dateOf(time) : '',
    isFirst: form.first.test(fragment),
  };
}

function isOnly(element: Element, fragment: string, form: CommentForm): boolean {
  const doc = ownerDocument(element);
  return !doc || ownLinks(doc, form).every((each) => each.fragment === fragment);
}

/**
 * Returns a comment whose box contains the answers to it, with its own link first. Around several
 * adjacent comments there is none that the element belongs to.
 */
function withAnswers(element: Element, several: Element, form: CommentForm): Comment | undefined {
  const box = closest(element, boxes);
  const [own] = box && contains(box, several) ? ownLinks(box, form) : [];
  return box && own ? describe(box, own.link, own.fragment, form) : undefined;
}

function around(element: Element, form: CommentForm): Comment | undefined {
  const nearest = nearestHolding(element, (box) => {
    const links = ownLinks(box, form);
    return links.length > 0 ? links : undefined;
  });
  const [own, ...others] = nearest?.found ?? [];
  // If there is only one, every box up to the page's own contains no other.
  const isWithin = own && (contains(own.link, element) || closest(element, boxes));
  if (own && !isWithin && isOnly(element, own.fragment, form)) return undefined;
  if (!nearest || !own) return undefined;
  if (others.some(({ fragment }) => fragment !== own.fragment)) {
    return withAnswers(element, nearest.box, form);
  }
  // The author may be beside the box with the time.
  const withAuthor = nearestHolding(nearest.box, (box) => {
    const comment = describe(box, own.link, own.fragment, form);
    const isAlone = ownLinks(box, form).every(({ fragment }) => fragment === own.fragment);
    return comment.author !== '' || !isAlone ? { comment, isAlone } : undefined;
  })?.found;
  return withAuthor?.isAlone
    ? withAuthor.comment
    : describe(nearest.box, own.link, own.fragment, form);
}

/**
 * Returns the comment that `element` is in, or else the one that the fragment names; undefined for
 * neither.
 */
export function commentAt(
  doc: Document,
  element: Element | undefined,
  fragment: string,
  form: CommentForm,
): Comment | undefined {
  if (element) return around(element, form);
  if (fragment === '') return undefined;
  const own = ownLinks(doc, form).find((each) => each.fragment === fragment);
  const named = own?.link ?? withId(doc, fragment);
  const found = named && around(named, form);
  return found?.fragment === fragment
    ? found
    : { fragment, author: '', published: '', isFirst: false };
}

/** Returns the topic of the page's comments: the first of them. */
export function firstComment(doc: Document, form: CommentForm): Comment | undefined {
  const [own] = ownLinks(doc, form).filter(({ fragment }) => form.first.test(fragment));
  return own && around(own.link, form);
}
