import type { CaptureRequest } from '../../core/capture.ts';
import type { SightWish, Wish } from '../../core/clip-intent.ts';
import { type Failure, failure } from '../../core/errors.ts';
import type { Formulas } from '../../core/profile.ts';
import { fail, type Result } from '../../core/result.ts';
import { isFocusUnread } from '../read-frames.ts';
import { type Evidence, isFromPdf, type Subject } from './candidates/candidate.ts';
import { linkSubject, pageSubject } from './candidates/link.ts';
import { pictureSubject } from './candidates/picture.ts';
import { quoteSubject } from './candidates/quote.ts';

/** Wishes that what a page says of itself answers. */
export type PageWish = Exclude<Wish, SightWish>;

export function isSight(wish: Wish): wish is SightWish {
  return ['moment', 'moment-at', 'screenshot', 'region'].includes(wish.what);
}

/** @param formulas how the profile wants a quote's formulas */
export function captureRequest(wish: PageWish, formulas: Formulas): CaptureRequest {
  if (wish.what === 'link') return { want: 'link', linkUrl: wish.linkUrl };
  if (wish.what === 'picture') return { want: 'picture', srcUrl: wish.srcUrl };
  if (wish.what === 'page') return { want: 'page' };
  return { want: 'clip', formulas };
}

/** Finds what to clip in what the frames said and, where they could not, in what the menu says. */
export function findSubject(wish: PageWish, evidence: Evidence): Result<Subject, Failure> {
  switch (wish.what) {
    case 'link':
      return linkSubject(wish.linkUrl, evidence);
    case 'picture':
      return pictureSubject(wish.srcUrl, evidence);
    case 'page':
      return pageSubject(evidence);
    case 'here':
      // Neither a selection elsewhere nor the page as a whole is what is meant then.
      if (isFocusUnread(evidence.captures)) return fail(failure('selection-in-frame'));
      return quoteSubject(evidence) ?? pageSubject(evidence);
    case 'selection':
      return quoteSubject(evidence) ?? fail(whyNoSelection(evidence));
  }
}

function whyNoSelection(evidence: Evidence): Failure {
  if (evidence.unread !== undefined) return evidence.unread;
  if (evidence.captures.length === 0) return failure('capture-failed');
  if (isFromPdf(evidence)) return failure('pdf-needs-menu');
  const inFrame = isFocusUnread(evidence.captures);
  return failure(inFrame ? 'selection-in-frame' : 'selection-empty');
}
