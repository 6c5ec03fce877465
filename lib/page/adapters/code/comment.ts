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

/** How a code host marks its comments: all of them link to themselves by the time they were written. */
export interface CommentForm {
  /** Fragments of comments and of what they comment on. */
  fragment: RegExp;
  /** Those of what is commented on, the issue itself. */
  first: RegExp;
  authors: readonly string[];
  /** What is commented on, where it has no link to itself. */
  opening?: string;
  /** Where, in the link, the time stands, if it is not one of the elements made for times. */
  times?: string;
}

export interface Comment {
  fragment: string;
  author: string;
  published: string;
  /** True if it is what the others comment on. */
  isFirst: boolean;
}

const usualTimes = 'relative-time[datetime], time-ago[datetime], time[datetime], [data-datetime]';

/** Boxes of comments on the hosts that we know. */
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

/** The comments' own links in an element; a comment's words may link to others, without a time. */
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
 * A comment whose box holds the answers to it: its own link comes first. Around comments side by side
 * there is none that the element belongs to.
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
  // Where there is only one, every box up to the page's own holds no other.
  const isWithin = own && (contains(own.link, element) || closest(element, boxes));
  if (own && !isWithin && isOnly(element, own.fragment, form)) return undefined;
  if (!nearest || !own) return undefined;
  if (others.some(({ fragment }) => fragment !== own.fragment)) {
    return withAnswers(element, nearest.box, form);
  }
  // The author may stand beside the box that the time is in.
  const withAuthor = nearestHolding(nearest.box, (box) => {
    const comment = describe(box, own.link, own.fragment, form);
    const isAlone = ownLinks(box, form).every(({ fragment }) => fragment === own.fragment);
    return comment.author !== '' || !isAlone ? { comment, isAlone } : undefined;
  })?.found;
  return withAuthor?.isAlone
    ? withAuthor.comment
    : describe(nearest.box, own.link, own.fragment, form);
}

/** The comment that `element` is in, else the one that the fragment names; undefined for neither. */
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

/** What the page's comments are about: the first of all. */
export function firstComment(doc: Document, form: CommentForm): Comment | undefined {
  const [own] = ownLinks(doc, form).filter(({ fragment }) => form.first.test(fragment));
  return own && around(own.link, form);
}
