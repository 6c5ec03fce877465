import { type Failure, failure } from '../../../core/base/errors.ts';
import { limits } from '../../../core/base/limits.ts';
import { fail, ok, type Result } from '../../../core/base/result.ts';
import type { CapturedPicture } from '../../../core/capture/capture.ts';
import { isLinkable } from '../../../markdown/address.ts';
import { choose } from '../../read-frames.ts';
import { type CaptureContext, type ClipCandidate, pageAround, pageOf } from './candidate.ts';

/** Returns what a picture's address alone tells. */
function unseen(srcUrl: string): CapturedPicture {
  return { alt: '', url: srcUrl, linkUrl: '', box: null, viewport: { width: 0, height: 0 } };
}

/**
 * Returns a picture of the page. Its address may be one that only the page understands (`blob:`).
 */
export function pictureCandidate(
  srcUrl: string,
  context: CaptureContext,
): Result<ClipCandidate, Failure> {
  const { captures, menu } = context;
  const frame = choose(captures, (capture) => capture.picture !== undefined, menu?.frameId);
  const page = frame === undefined ? pageAround(context) : pageOf(frame, context);
  if (page === undefined) return fail(context.unread ?? failure('capture-failed'));
  const seen = frame?.picture ?? unseen(srcUrl);
  // A frame knows where the picture is in the frame, but not where it is in the tab.
  const found = frame?.frame.top ? seen : { ...seen, box: null };
  return ok({
    kind: 'image',
    page,
    picture: { ...found, url: kept(found.url), linkUrl: kept(found.linkUrl) },
  });
}

/**
 * Returns an address for the post, or '' if nobody else could open it; the bytes are stored either
 * way.
 */
function kept(url: string): string {
  return isLinkable(url) && url.length <= limits.url ? url : '';
}
