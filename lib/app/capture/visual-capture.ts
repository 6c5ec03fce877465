import { createMenuPage } from '../../clips/menu-page.ts';
import { cleanUrl } from '../../core/address/url.ts';
import { type Failure, failure } from '../../core/base/errors.ts';
import { fail, ok, type Result } from '../../core/base/result.ts';
import type { IntentOf, TabBox } from '../../core/capture/clip-intent.ts';
import type { PageInfo } from '../../core/source/source.ts';
import { isLinkable } from '../../markdown/address.ts';
import { momentUrl, parseMediaAddress } from '../../sites/media-address.ts';
import { withFrameIds } from '../read-frames.ts';
import { type ClipCandidate, pageAround } from './candidates/candidate.ts';
import { chooseMedium, type MeantMedium, momentFacts, whyNoMedium } from './candidates/moment.ts';
import type { CaptureEdges, GestureContext } from './gesture-context.ts';

/** Captures the current moment of the recording. It reads the time first. */
export async function captureMoment(
  deps: CaptureEdges,
  gesture: GestureContext,
): Promise<Result<ClipCandidate, Failure>> {
  const read = await deps.media.read(gesture.tabId);
  if (!read.ok) return fail(whyNoRecording(read.error));
  const meant = chooseMedium(read.value);
  if (meant === undefined) return fail(whyNoMedium(read.value));
  const page = await pageOf(deps, gesture, meant.frameUrl);
  const { momentSecondsBack: secondsBack } = await gesture.profile;
  return ok({
    kind: 'moment',
    page,
    moment: momentFacts(meant, page, { secondsBack }),
    frameId: meant.frameId,
  });
}

/** Viewers play nothing, and their other failures are about a selection. */
function whyNoRecording(unread: Failure): Failure {
  const isViewer = unread.code === 'pdf-needs-menu' || unread.code === 'reader-needs-menu';
  return isViewer ? failure('recording-not-found') : unread;
}

/**
 * Returns the moment of a recording known by its address alone, only for known sites, so the link
 * leads there.
 */
export async function momentAt(
  deps: CaptureEdges,
  gesture: GestureContext,
  { mediaUrl, startSeconds }: IntentOf<'moment-at'>,
): Promise<Result<ClipCandidate, Failure>> {
  const known = parseMediaAddress(mediaUrl);
  if (known === undefined) return fail(failure('recording-not-found'));
  const page = await pageOf(deps, gesture, '');
  const facts = { mediaTitle: '', chapter: '', checkTime: false };
  const moment = { ...facts, mediaUrl: known.canonicalUrl, startSeconds };
  return ok({ kind: 'moment', page, moment });
}

/** Captures the frame of the video, if one is meant and visible; otherwise what the tab shows. */
export async function captureScreenshot(
  deps: CaptureEdges,
  gesture: GestureContext,
): Promise<Result<ClipCandidate, Failure>> {
  const { tabId } = gesture;
  const read = await deps.media.read(tabId);
  // A page that no script may enter can still be photographed: a figure in a PDF, the reader view.
  const meant = read.ok ? chooseMedium(read.value) : undefined;
  const isShown = meant?.medium.kind === 'video' && (meant.medium.box !== null || !meant.top);
  if (meant === undefined || !isShown) return screenshot(deps, gesture, null, undefined);
  const frame = await deps.camera.takeFrame(tabId, meant.frameId);
  if (!frame.ok) return screenshot(deps, gesture, boxOf(meant), meant);
  const page = await pageOf(deps, gesture, meant.frameUrl);
  const { mediaUrl, mediaTitle, startSeconds } = momentFacts(meant, page, {
    secondsBack: 0,
    seconds: frame.value.seconds ?? meant.medium.currentSeconds,
  });
  return ok({
    kind: 'screenshot',
    page,
    picture: frame.value,
    linkUrl: linkTo(momentUrl(mediaUrl, startSeconds)),
    about: mediaTitle || page.cleanTitle,
  });
}

/** A frame knows where its video is in the frame, but not where it is in the tab. */
function boxOf({ top, medium }: MeantMedium): TabBox | null {
  return top && medium.box ? { box: medium.box, viewport: medium.viewport } : null;
}

export async function captureRegion(
  deps: CaptureEdges,
  gesture: GestureContext,
  where: TabBox,
): Promise<Result<ClipCandidate, Failure>> {
  return screenshot(deps, gesture, { box: where.box, viewport: where.viewport }, undefined);
}

async function screenshot(
  deps: CaptureEdges,
  gesture: GestureContext,
  where: TabBox | null,
  meant: MeantMedium | undefined,
): Promise<Result<ClipCandidate, Failure>> {
  const taken = await deps.camera.takeTab(gesture.tabId, where);
  if (!taken.ok) return taken;
  const page = await pageOf(deps, gesture, '');
  const facts = meant && momentFacts(meant, page, { secondsBack: 0 });
  return ok({
    kind: 'screenshot',
    page,
    picture: taken.value,
    linkUrl: linkTo(facts ? momentUrl(facts.mediaUrl, facts.startSeconds) : cleanUrl(page.url)),
    about: facts?.mediaTitle || page.cleanTitle || page.title,
  });
}

const linkTo = (url: string) => (isLinkable(url) ? url : '');

/**
 * Returns the page as it describes itself, as the menu or the tab does, or by its address alone.
 */
async function pageOf(
  { pages }: CaptureEdges,
  gesture: GestureContext,
  frameUrl: string,
): Promise<PageInfo> {
  const read = await pages.read(gesture.tabId, { want: 'inspect' });
  const captures = read.ok ? withFrameIds(read.value) : [];
  const menu = await gesture.menu;
  const page = pageAround({ captures, menu });
  return page ?? createMenuPage(menu ?? { pageUrl: frameUrl });
}
