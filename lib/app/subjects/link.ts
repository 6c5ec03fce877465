import { type Failure, failure } from '../../core/errors.ts';
import { clampText, limits } from '../../core/limits.ts';
import { isPdf } from '../../core/paper-key.ts';
import { isRepositoryUrl } from '../../core/repository.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PageInfo } from '../../core/source.ts';
import { oneLine } from '../../core/title.ts';
import { cleanUrl } from '../../core/url.ts';
import { isLinkable } from '../../render/address.ts';
import { escapeText } from '../../render/escape.ts';
import { choose } from '../read-frames.ts';
import { type Evidence, pageAround, pageOf, type Subject } from './subject.ts';

/** The page as a link: clean title, address as visited without tracking parameters. */
export function pageSubject(evidence: Evidence): Result<Subject, Failure> {
  const page = pageAround(evidence);
  if (page === undefined) return fail(evidence.unread ?? failure('capture-failed'));
  // Lines of code move; where the page knows the commit, the link goes to them as they are.
  const { place } = page;
  const lines = place?.kind === 'code' && place.label.includes('#L') ? place : undefined;
  const url = lines?.url ?? (isLocalPdf(page) ? '' : cleanUrl(page.url));
  if (!isLinkable(url) && !isLocalPdf(page))
    return fail(evidence.unread ?? failure('page-not-clippable'));
  const title = lines?.label || page.cleanTitle || page.title;
  return ok({ kind: 'link', page, title, url, note: repositoryNote(url, page.description) });
}

/** A PDF of the note-taker's own: a post can name it, and link nowhere. */
const isLocalPdf = (page: PageInfo) => isPdf(page) && !/^https?:/i.test(page.url);

/**
 * A repository's description says what it is, as lists of projects want it: `[name](url), what
 * it is`. Other pages' descriptions advertise, and stay in the source alone.
 */
function repositoryNote(url: string, description: string): string {
  const says = oneLine(description);
  return isRepositoryUrl(url) && says !== '' ? `{link}, ${escapeText(says)}` : '';
}

/** A link on the page; its text is the title. */
export function linkSubject(linkUrl: string, evidence: Evidence): Result<Subject, Failure> {
  const { captures, menu, unread } = evidence;
  const frame = choose(captures, (capture) => (capture.linkText ?? '') !== '', menu?.frameId);
  const page = frame === undefined ? pageAround(evidence) : pageOf(frame, evidence);
  if (page === undefined) return fail(unread ?? failure('capture-failed'));
  const url = cleanUrl(linkUrl);
  if (!isLinkable(url) || url.length > limits.url) return fail(failure('link-not-clippable'));
  const title = oneLine(frame?.linkText || menu?.linkText || menu?.selectionText || '');
  return ok({ kind: 'link', page, title: clampText(title, limits.title), url, note: '' });
}
