import type { CaptureRequest } from '../../core/capture.ts';
import type { ClipIntent, VisualIntent } from '../../core/clip-intent.ts';
import { type Failure, failure } from '../../core/errors.ts';
import type { Formulas } from '../../core/profile.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { isFocusUnread, topFrame } from '../read-frames.ts';
import { type CaptureContext, type ClipCandidate, isFromPdf } from './candidates/candidate.ts';
import { linkCandidate, pageCandidate } from './candidates/link.ts';
import { pictureCandidate } from './candidates/picture.ts';
import { plainCandidate, quoteCandidate } from './candidates/quote.ts';

/** Wishes that what a page says of itself answers. */
export type PageIntent = Exclude<ClipIntent, VisualIntent>;

export function isVisual(intent: ClipIntent): intent is VisualIntent {
  return ['moment', 'moment-at', 'screenshot', 'region'].includes(intent.what);
}

/** @param formulas how the profile wants a quote's formulas */
export function captureRequest(intent: PageIntent, formulas: Formulas): CaptureRequest {
  if (intent.what === 'link') return { want: 'link', linkUrl: intent.linkUrl };
  if (intent.what === 'picture') return { want: 'picture', srcUrl: intent.srcUrl };
  if (intent.what === 'page') return { want: 'page' };
  if (intent.what === 'plain-text') return { want: 'clip', formulas, isPlain: true };
  return { want: 'clip', formulas };
}

/** Finds what to clip in what the frames said and, where they could not, in what the menu says. */
export function findCandidate(
  intent: PageIntent,
  context: CaptureContext,
): Result<ClipCandidate, Failure> {
  const picture = intent.what === 'link' ? undefined : pictureDocument(context);
  if (picture !== undefined) return pictureCandidate(picture, context);
  switch (intent.what) {
    case 'link':
      return linkCandidate(intent.linkUrl, context);
    case 'picture':
      return pictureCandidate(intent.srcUrl, context);
    case 'page':
      return pageCandidate(context);
    case 'here':
      return whatIsHere(context);
    case 'selection':
      return quoteCandidate(context) ?? fail(whyNoSelection(context));
    case 'plain-text':
      return plainCandidate(context) ?? quoteCandidate(context) ?? fail(whyNoSelection(context));
  }
}

/** The address of a tab that shows nothing but a picture: its page and its selection are that picture. */
function pictureDocument({ captures }: CaptureContext): string | undefined {
  const page = topFrame(captures)?.page;
  return page && /^image\//.test(page.mediaType) && /^https?:/i.test(page.url)
    ? page.url
    : undefined;
}

/** The selection, or the page where nothing is selected. */
function whatIsHere(context: CaptureContext): Result<ClipCandidate, Failure> {
  const found = () => quoteCandidate(context) ?? pageUnlessSilent(context);
  if (!isFocusUnread(context.captures)) return found();
  // Neither a selection elsewhere nor the page as a whole is what is meant then.
  if (!context.isFrameLate) return fail(failure('selection-in-frame'));
  // A frame that is stuck may have been read a moment before, and may be a moment later: no reason
  // to refuse, but one to say so.
  const around = found();
  return around.ok ? ok({ ...around.value, frameLate: true }) : around;
}

/** Where the page does not answer, something may be selected: its link is not what is meant then. */
function pageUnlessSilent(context: CaptureContext): Result<ClipCandidate, Failure> {
  if (context.unread?.code === 'page-silent') return fail(context.unread);
  const page = pageCandidate(context);
  // Viewers keep their selection to themselves, and nobody knows which of the two is meant (ADR 24).
  const isUnseen = context.unread !== undefined || isFromPdf(context);
  return page.ok && isUnseen ? ok({ ...page.value, selectionUnseen: true }) : page;
}

function whyNoSelection(context: CaptureContext): Failure {
  if (context.unread !== undefined) return context.unread;
  if (context.captures.length === 0) return failure('capture-failed');
  if (isFromPdf(context)) return failure('pdf-needs-menu');
  const inFrame = isFocusUnread(context.captures);
  return failure(inFrame ? 'selection-in-frame' : 'selection-empty');
}
