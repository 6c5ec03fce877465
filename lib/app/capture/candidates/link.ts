import { isPdf } from '../../../clips/paper-key.ts';
import { linkTarget } from '../../../core/address/link-target.ts';
import { type Failure, failure } from '../../../core/base/errors.ts';
import { clampText, limits } from '../../../core/base/limits.ts';
import { fail, ok, type Result } from '../../../core/base/result.ts';
import type { PageInfo } from '../../../core/source/source.ts';
import { oneLine } from '../../../core/text/title.ts';
import { isLinkable } from '../../../markdown/address.ts';
import { choose, topFrame } from '../../read-frames.ts';
import { type CaptureContext, type ClipCandidate, pageAround, pageOf } from './candidate.ts';
import { pageLink, sectionTitle } from './page-link.ts';

/** The page as a link (`page-link.ts`). */
export function pageCandidate(context: CaptureContext): Result<ClipCandidate, Failure> {
  const page = pageAround(context);
  if (page === undefined) return fail(context.unread ?? failure('capture-failed'));
  // The tab has the address that was requested, but nobody has seen what is there.
  if (context.unread?.code === 'page-not-loaded') return fail(context.unread);
  const isLocal = isLocalPdf(page);
  const link = isLocal
    ? { title: page.cleanTitle || page.title, url: '', note: '' }
    : pageLink({
        page,
        section: topFrame(context.captures)?.section?.heading ?? '',
        permanentLinks: context.permanentLinks,
      });
  if (!isLocal && !isLinkable(link.url)) {
    return fail(context.unread ?? failure('page-not-clippable'));
  }
  return ok({ kind: 'link', page, ...link });
}

/** True for one of the note-taker's own PDFs: a post can name it, but not link to it. */
function isLocalPdf(page: PageInfo): boolean {
  return isPdf(page) && !/^https?:/i.test(page.url);
}

/** Returns a link on the page; its text becomes the title. */
export function linkCandidate(
  linkUrl: string,
  context: CaptureContext,
): Result<ClipCandidate, Failure> {
  const { captures, menu, unread } = context;
  const frame = choose(captures, (capture) => (capture.linkText ?? '') !== '', menu?.frameId);
  const page = frame === undefined ? pageAround(context) : pageOf(frame, context);
  if (page === undefined) return fail(unread ?? failure('capture-failed'));
  const url = linkTarget(linkUrl);
  if (!isLinkable(url) || url.length > limits.url) return fail(failure('link-not-clippable'));
  const words = oneLine(frame?.linkText || menu?.linkText || menu?.selectionText || '');
  // A heading's link to itself is a sign (`¶`) without words; a link in a table of contents does
  // not name the page.
  const section = captures.find((capture) => capture.section !== undefined)?.section?.heading;
  const title = section ? sectionTitle(page.cleanTitle || page.title, section) : words;
  return ok({ kind: 'link', page, title: clampText(title, limits.title), url, note: '' });
}
