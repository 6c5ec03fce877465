import { type Failure, failure } from '../../core/base/errors.ts';
import { fail, ok, type Result } from '../../core/base/result.ts';
import type { Capture, CaptureRequest } from '../../core/capture/capture.ts';
import type { IntentName, IntentOf } from '../../core/capture/clip-intent.ts';
import type { Profile } from '../../core/post/profile.ts';
import { isFocusUnread, topFrame, withFrameIds } from '../read-frames.ts';
import { type CaptureContext, type ClipCandidate, isFromPdf } from './candidates/candidate.ts';
import { linkCandidate, pageCandidate } from './candidates/link.ts';
import { pictureCandidate } from './candidates/picture.ts';
import { plainCandidate, quoteCandidate } from './candidates/quote.ts';
import type { CaptureEdges, GestureContext } from './gesture-context.ts';
import { captureMoment, captureRegion, captureScreenshot, momentAt } from './visual-capture.ts';

type Find<Intent> = (
  deps: CaptureEdges,
  gesture: GestureContext,
  intent: Intent,
) => Promise<Result<ClipCandidate, Failure>>;

/**
 * An intent that the page itself answers: what to ask the page for, what to clip of its answer, and
 * whether the page's answer alone is enough, whatever its frames would say.
 */
function fromPage<Name extends IntentName>(
  request: (profile: Profile, intent: IntentOf<Name>) => CaptureRequest,
  choose: (context: CaptureContext, intent: IntentOf<Name>) => Result<ClipCandidate, Failure>,
  isSettled: (page: Capture, menuFrameId: number | undefined) => boolean,
): Find<IntentOf<Name>> {
  return async ({ pages }, { tabId, menu, profile, beforeLongRead }, intent) => {
    const read = await pages.read(tabId, request(await profile, intent), {
      beforeLongRead,
      isEnough: async (page) => isSettled(page, (await menu)?.frameId),
    });
    const context = {
      permanentLinks: (await profile).permanentLinks,
      captures: read.ok ? withFrameIds(read.value) : [],
      isFrameLate: read.ok && read.value.some(({ late }) => late),
      menu: await menu,
      unread: read.ok ? undefined : read.error,
    };
    const picture = intent.what === 'link' ? undefined : pictureDocument(context);
    return picture === undefined ? choose(context, intent) : pictureCandidate(picture, context);
  };
}

/**
 * Returns the address of a tab that shows nothing but a picture: the picture is both its page and
 * its selection.
 */
function pictureDocument({ captures }: CaptureContext): string | undefined {
  const page = topFrame(captures)?.page;
  return page && /^image\//.test(page.mediaType) && /^https?:/i.test(page.url)
    ? page.url
    : undefined;
}

const selection = ({ formulas }: Profile) => ({ want: 'clip' as const, formulas });
/** True if something is selected where the keyboard is, and the menu was not opened elsewhere. */
const isSelected = ({ frame, selection: found }: Capture, menuFrameId = 0) =>
  found !== undefined && frame.focused && menuFrameId === 0;

/** Every intent there is, and how it finds its candidate. */
const intents: { [Name in IntentName]: Find<IntentOf<Name>> } = {
  here: fromPage(selection, whatIsHere, isSelected),
  selection: fromPage(
    selection,
    (context) => quoteCandidate(context) ?? fail(whyNoSelection(context)),
    isSelected,
  ),
  'plain-text': fromPage(
    (profile) => ({ ...selection(profile), isPlain: true }),
    (context) =>
      plainCandidate(context) ?? quoteCandidate(context) ?? fail(whyNoSelection(context)),
    isSelected,
  ),
  page: fromPage(
    () => ({ want: 'page' }),
    pageCandidate,
    () => true,
  ),
  link: fromPage<'link'>(
    (_, { linkUrl }) => ({ want: 'link', linkUrl }),
    (context, { linkUrl }) => linkCandidate(linkUrl, context),
    ({ linkText = '' }, menuFrameId) => linkText !== '' && menuFrameId === 0,
  ),
  picture: fromPage<'picture'>(
    (_, { srcUrl }) => ({ want: 'picture', srcUrl }),
    (context, { srcUrl }) => pictureCandidate(srcUrl, context),
    ({ picture }, menuFrameId) => picture !== undefined && menuFrameId === 0,
  ),
  moment: captureMoment,
  'moment-at': momentAt,
  screenshot: captureScreenshot,
  region: captureRegion,
};

/** Finds what to clip from the page, from what plays in it, or from what the tab shows. */
export function findCandidate<Name extends IntentName>(
  deps: CaptureEdges,
  gesture: GestureContext,
  intent: IntentOf<Name>,
): Promise<Result<ClipCandidate, Failure>> {
  const name: Name = intent.what;
  return intents[name](deps, gesture, intent);
}

/** Returns the selection, or the page if nothing is selected. */
function whatIsHere(context: CaptureContext): Result<ClipCandidate, Failure> {
  const found = () => quoteCandidate(context) ?? pageUnlessSilent(context);
  if (!isFocusUnread(context.captures)) return found();
  // If the keyboard is in an unread frame, a selection elsewhere isn't what is meant.
  if (!context.isFrameLate) return fail(failure('selection-in-frame'));
  // A stuck frame may have been readable a moment ago and may be again soon. That is no reason to
  // refuse the clip, but the confirmation should mention it.
  const around = found();
  return around.ok ? ok({ ...around.value, frameLate: true }) : around;
}

/** If the page doesn't answer, something may be selected, so its link is not what is meant. */
function pageUnlessSilent(context: CaptureContext): Result<ClipCandidate, Failure> {
  if (context.unread?.code === 'page-silent') return fail(context.unread);
  const page = pageCandidate(context);
  // Viewers don't tell us their selection, so nobody knows whether it or the page is meant (ADR
  // 24).
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
