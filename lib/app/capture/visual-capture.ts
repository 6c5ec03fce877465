import { createMenuPage, type MenuInfo } from '../../clips/menu-page.ts';
import type { TabBox, VisualIntent } from '../../core/clip-intent.ts';
import { type Failure, failure } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PageInfo } from '../../core/source.ts';
import { cleanUrl } from '../../core/url.ts';
import { isLinkable } from '../../render/address.ts';
import { momentUrl, parseMediaAddress } from '../../sites/media-address.ts';
import type { Camera, MediaReader, PageReader, Stores } from '../ports.ts';
import { withFrameIds } from '../read-frames.ts';
import { type ClipCandidate, pageAround } from './candidates/candidate.ts';
import { chooseMedium, type MeantMedium, momentFacts, whyNoMedium } from './candidates/moment.ts';

interface Deps {
  pages: PageReader;
  media: MediaReader;
  camera: Camera;
  stores: Stores;
}

interface Request {
  tabId: number;
  menu?: MenuInfo | undefined;
}

/** Finds what to clip where that is what plays or what is to be seen. The time is read first. */
export function captureVisual(
  deps: Deps,
  request: Request,
  intent: VisualIntent,
): Promise<Result<ClipCandidate, Failure>> {
  switch (intent.what) {
    case 'moment':
      return findMoment(deps, request);
    case 'moment-at':
      return momentAt(deps, request, intent);
    case 'screenshot':
      return takeScreenshot(deps, request);
    case 'region':
      return takeRegion(deps, request, intent);
  }
}

async function findMoment(deps: Deps, request: Request): Promise<Result<ClipCandidate, Failure>> {
  const read = await deps.media.read(request.tabId);
  if (!read.ok) return fail(whyNoRecording(read.error));
  const meant = chooseMedium(read.value);
  if (meant === undefined) return fail(whyNoMedium(read.value));
  const page = await pageOf(deps, request, meant.frameUrl);
  const secondsBack = await secondsBackOf(deps);
  return ok({
    kind: 'moment',
    page,
    moment: momentFacts(meant, page, { secondsBack }),
    frameId: meant.frameId,
  });
}

/** Viewers play nothing; their other failures speak of a selection. */
function whyNoRecording(unread: Failure): Failure {
  const isViewer = unread.code === 'pdf-needs-menu' || unread.code === 'reader-needs-menu';
  return isViewer ? failure('recording-not-found') : unread;
}

/** Of a recording by its address alone; only of sites that are known, so that the link leads there. */
async function momentAt(
  deps: Deps,
  request: Request,
  { mediaUrl, startSeconds }: Extract<VisualIntent, { what: 'moment-at' }>,
): Promise<Result<ClipCandidate, Failure>> {
  const known = parseMediaAddress(mediaUrl);
  if (known === undefined) return fail(failure('recording-not-found'));
  const page = await pageOf(deps, request, '');
  const facts = { mediaTitle: '', chapter: '', checkTime: false };
  const moment = { ...facts, mediaUrl: known.canonicalUrl, startSeconds };
  return ok({ kind: 'moment', page, moment });
}

/** The frame of the video, if one is meant and shown; else what the tab shows. */
async function takeScreenshot(
  deps: Deps,
  request: Request,
): Promise<Result<ClipCandidate, Failure>> {
  const { tabId } = request;
  const read = await deps.media.read(tabId);
  // What lets no script in may be seen all the same: a PDF's figure, the reader view.
  const meant = read.ok ? chooseMedium(read.value) : undefined;
  const isShown = meant?.medium.kind === 'video' && (meant.medium.box !== null || !meant.top);
  if (meant === undefined || !isShown) return screenshot(deps, request, null, undefined);
  const frame = await deps.camera.takeFrame(tabId, meant.frameId);
  if (!frame.ok) return screenshot(deps, request, boxOf(meant), meant);
  const page = await pageOf(deps, request, meant.frameUrl);
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

/** A frame knows where its video is in itself, not where that is in the tab. */
function boxOf({ top, medium }: MeantMedium): TabBox | null {
  return top && medium.box ? { box: medium.box, viewport: medium.viewport } : null;
}

async function takeRegion(
  deps: Deps,
  request: Request,
  where: TabBox,
): Promise<Result<ClipCandidate, Failure>> {
  return screenshot(deps, request, { box: where.box, viewport: where.viewport }, undefined);
}

async function screenshot(
  deps: Deps,
  request: Request,
  where: TabBox | null,
  meant: MeantMedium | undefined,
): Promise<Result<ClipCandidate, Failure>> {
  const taken = await deps.camera.takeTab(request.tabId, where);
  if (!taken.ok) return taken;
  const page = await pageOf(deps, request, '');
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

/** The page as it says itself, as the menu or the tab says, or by its address alone. */
async function pageOf(
  { pages }: Deps,
  { tabId, menu }: Request,
  frameUrl: string,
): Promise<PageInfo> {
  const read = await pages.read(tabId, { want: 'inspect' });
  const captures = read.ok ? withFrameIds(read.value) : [];
  const page = pageAround({ captures, menu });
  return page ?? createMenuPage(menu ?? { pageUrl: frameUrl });
}

async function secondsBackOf({ stores }: Deps): Promise<number> {
  return stores.settings.profile().then(
    ({ momentSecondsBack }) => momentSecondsBack,
    () => 0,
  );
}
