import type { MenuInfo } from '../../clips/menu-page.ts';
import type { Failure } from '../../core/base/errors.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { ClipIntent } from '../../core/capture/clip-intent.ts';
import { defaultProfile, type Profile } from '../../core/post/profile.ts';
import { findActive } from '../active-wrap-up.ts';
import { attempt } from '../attempt.ts';
import type {
  Badge,
  Camera,
  Clock,
  Confirmer,
  LoadingPictures,
  MediaReader,
  PageReader,
  PictureReader,
  Stores,
  UnsavedClips,
} from '../ports.ts';
import { completePaper } from '../same-paper.ts';
import { whileReading } from '../while-reading.ts';
import type { ClipCandidate } from './candidates/candidate.ts';
import { clipMarkdown } from './clip-markdown.ts';
import { composeClip } from './compose-clip.ts';
import { confirmClip, outcomeOf } from './confirm-clip.ts';
import { findCandidate } from './intents.ts';
import { loadPicture, type PictureLoad, preparePicture } from './load-picture.ts';
import { reportFailure } from './report-failure.ts';
import { type SavedClip, saveClip } from './save-clip.ts';
import { storeCaption } from './store-caption.ts';

export interface CaptureDeps {
  pages: PageReader;
  pictures: PictureReader;
  loadingPictures: LoadingPictures;
  media: MediaReader;
  camera: Camera;
  stores: Stores;
  unsavedClips: UnsavedClips;
  confirmer: Confirmer;
  badge: Badge;
  clock: Clock;
}

export interface ClipRequest {
  /** Becomes the clip's id, so repeating the request is harmless. */
  requestId: string;
  tabId: number;
  intent: ClipIntent;
  /** What the menu or the tab says. */
  menu?: Promise<MenuInfo | undefined> | MenuInfo | undefined;
  /** The house style, if it was requested already. */
  profile?: Promise<Profile> | undefined;
  /** Id of the item to insert the clip after, wherever other clips land. */
  afterId?: string | undefined;
  /** True if the caller shows the failure itself (the popup). */
  callerReports?: boolean;
}

/** The same, without what was needed only to find the candidate. */
export type KeepRequest = Omit<ClipRequest, 'intent' | 'menu' | 'profile'> & {
  intent?: ClipIntent;
};

export interface Clipped {
  itemId: string;
  /** `tied`: a quote of an opened post has these words, and their page is now its source. */
  outcome: 'clipped' | 'clipped-before' | 'tied';
}

/**
 * The one use case behind shortcut, menu and popup: finds what is meant, writes the clip and, once
 * that is durable, confirms it in the page. An earlier clip of the same source makes the new one be
 * written as deleted, so "Clip again" only has to restore it. A picture's bytes follow after the
 * clip.
 *
 * On a failure nothing is lost: the page, and then the popup, offers what would have been clipped.
 */
export async function captureClip(
  deps: CaptureDeps,
  request: ClipRequest,
): Promise<Result<Clipped, Failure>> {
  const { tabId, intent, profile = readProfile(deps.stores) } = request;
  const menu = Promise.resolve(request.menu);
  const find = (beforeLongRead?: () => Promise<void>) =>
    findCandidate(deps, { tabId, menu, profile, beforeLongRead }, intent);
  const found = isShown(request) ? await whileReading(deps, tabId, find) : await find();
  if (!found.ok) {
    const { markdown = '', ...error } = found.error;
    return reportFailure(deps, request, error, { markdown });
  }
  return keepCandidate(deps, request, found.value, await profile);
}

/**
 * If the caller shows the confirmation itself, the page must show nothing, and neither must a
 * screenshot of it.
 */
function isShown({ intent, callerReports }: ClipRequest): boolean {
  return callerReports !== true && intent.what !== 'screenshot' && intent.what !== 'region';
}

/** Does the second half of a capture, also for a clip that could not be saved at first. */
export async function keepCandidate(
  deps: CaptureDeps,
  request: KeepRequest,
  candidate: ClipCandidate,
  profile: Profile,
): Promise<Result<Clipped, Failure>> {
  const { requestId: id, tabId } = request;
  // This runs alongside the write; nothing shows before the write is over.
  deps.confirmer.prepare?.(tabId);
  const { picture, load } = await preparePicture(deps, request, candidate);
  const saved = await attempt(async () => {
    const { intent } = request;
    const seenUrl = intent?.what === 'link' ? intent.linkUrl : undefined;
    const facts = { id, clock: deps.clock, profile, picture, seenUrl };
    const composed = await composeClip(candidate, facts);
    const written = await saveClip(deps, composed, request.afterId);
    if (!written.ok) throw written.error;
    return written.value;
  });
  if (!saved.ok) {
    if (load) await deps.loadingPictures.remove(id);
    const markdown = clipMarkdown(candidate);
    return reportFailure(deps, request, saved.error, { markdown, candidate });
  }
  const taken = candidate.kind === 'screenshot' ? candidate.picture : undefined;
  const { frameLate, selectionUnseen } = candidate;
  const partsMissing = candidate.kind === 'quote' && candidate.selection.missing ? true : undefined;
  const pictureLoading = load !== undefined;
  await confirmClip(deps, tabId, {
    ...saved.value,
    taken,
    frameLate,
    selectionUnseen,
    partsMissing,
    pictureLoading,
  });
  const rest = finish(deps, request, candidate, saved.value, load);
  // A caller that waits only for the answer need not wait for this.
  if (!request.callerReports) await rest;
  const { item, tieId } = saved.value;
  return ok({ itemId: item.id, outcome: tieId === undefined ? outcomeOf(saved.value) : 'tied' });
}

/**
 * Adds what a clip gets after it was confirmed. Never rejects, because the clip exists without it.
 */
async function finish(
  deps: CaptureDeps,
  { requestId: itemId, tabId }: KeepRequest,
  candidate: ClipCandidate,
  { item, before }: SavedClip,
  load: PictureLoad | undefined,
): Promise<void> {
  if (before === undefined) await completePaper(deps.stores, item);
  if (candidate.kind === 'moment' && candidate.frameId !== undefined) {
    await storeCaption(deps, { tabId, frameId: candidate.frameId, itemId });
  }
  if (load) await loadPicture(deps, load);
}

/**
 * Returns the house style of the wrap-up where new clips go. A clip is made even if it can't be
 * read.
 */
export async function readProfile(stores: Stores): Promise<Profile> {
  const profile = await attempt(async () =>
    stores.settings.profile((await findActive(stores))?.wrapUp?.styleId),
  );
  return profile.ok ? profile.value : defaultProfile;
}
