import {
  createImage,
  createLink,
  createMoment,
  createQuote,
  type Placement,
} from '../../clips/create-item.ts';
import type { MenuInfo } from '../../clips/menu-page.ts';
import type { ClipIntent } from '../../core/clip-intent.ts';
import type { Failure } from '../../core/errors.ts';
import type { Item, Original, SourcedClip } from '../../core/item.ts';
import { keyAfter } from '../../core/order.ts';
import { defaultProfile, type Profile } from '../../core/profile.ts';
import { ok, type Result } from '../../core/result.ts';
import { ensureActiveWrapUp } from '../active-wrap-up.ts';
import { attempt } from '../attempt.ts';
import type {
  Badge,
  Camera,
  Clock,
  Confirmer,
  MediaReader,
  PageReader,
  PictureReader,
  Stores,
} from '../ports.ts';
import { withFrameIds } from '../read-frames.ts';
import { completePaper } from '../same-paper.ts';
import type { ClipCandidate } from './candidates/candidate.ts';
import { clipMarkdown } from './clip-markdown.ts';
import { confirmClip, outcomeOf, reportFailure, type SavedClip } from './confirm-clip.ts';
import { findDuplicate } from './find-duplicate.ts';
import { captureRequest, findCandidate, isVisual } from './page-capture.ts';
import { storeCaption } from './store-caption.ts';
import { namePicture, nameScreenshot, storeBytes, storePicture } from './store-picture.ts';
import { captureVisual } from './visual-capture.ts';
import { whileReading } from './while-reading.ts';

export interface CaptureDeps {
  pages: PageReader;
  pictures: PictureReader;
  media: MediaReader;
  camera: Camera;
  stores: Stores;
  confirmer: Confirmer;
  badge: Badge;
  clock: Clock;
  /** Runs tasks one after the other, so that two quick clips see each other. */
  inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

export interface ClipRequest {
  /** Becomes the clip's id, so that asking again is harmless. */
  requestId: string;
  tabId: number;
  intent: ClipIntent;
  /** What the menu said, where it was the way in. */
  menu?: MenuInfo | undefined;
  /** True where whoever asks shows the failure itself (the popup). */
  callerReports?: boolean;
}

export interface Clipped {
  itemId: string;
  outcome: 'clipped' | 'clipped-before';
}

/**
 * The one use case behind shortcut, menu and popup: reads the page, writes the clip and, once that
 * is durable, confirms it in the page and counts the badge up. What was clipped from the same
 * source before is written as deleted, so that "Clip again" only has to restore it.
 *
 * On a failure nothing is lost: the page, or the popup later, offers what would have been clipped
 * as Markdown.
 */
export async function captureClip(
  deps: CaptureDeps,
  request: ClipRequest,
): Promise<Result<Clipped, Failure>> {
  const read = (beforeLongRead?: () => Promise<void>) =>
    readCandidate(deps, request, beforeLongRead);
  const candidate = isShown(request) ? await whileReading(deps, request.tabId, read) : await read();
  if (!candidate.ok) {
    const { markdown = '', ...error } = candidate.error;
    return reportFailure(deps, request, error, markdown);
  }

  const saved = await saveClip(deps, request, candidate.value);
  if (!saved.ok) return reportFailure(deps, request, saved.error, clipMarkdown(candidate.value));
  await confirmClip(deps, request.tabId, saved.value);
  if (saved.value.before === undefined) await completePaper(deps.stores, saved.value.item);
  const itemId = saved.value.item.id;
  if (candidate.value.kind === 'moment' && candidate.value.frameId !== undefined) {
    await storeCaption(deps, { tabId: request.tabId, frameId: candidate.value.frameId, itemId });
  }
  return ok({ itemId, outcome: outcomeOf(saved.value) });
}

/** Whoever asks shows it itself, or our card would be in the picture. */
function isShown({ intent, callerReports }: ClipRequest): boolean {
  return callerReports !== true && intent.what !== 'screenshot' && intent.what !== 'region';
}

async function readCandidate(
  deps: CaptureDeps,
  { tabId, intent, menu }: ClipRequest,
  beforeLongRead: (() => Promise<void>) | undefined,
): Promise<Result<ClipCandidate, Failure>> {
  if (isVisual(intent)) return captureVisual(deps, { tabId, menu }, intent);
  const { formulas, permanentLinks } = await houseStyle(deps);
  const read = await deps.pages.read(tabId, captureRequest(intent, formulas), beforeLongRead);
  return findCandidate(intent, {
    permanentLinks,
    captures: read.ok ? withFrameIds(read.value) : [],
    isFrameLate: read.ok && read.value.some(({ late }) => late),
    menu,
    unread: read.ok ? undefined : read.error,
  });
}

/** A profile that cannot be read keeps no clip from being made. */
async function houseStyle({ stores }: CaptureDeps): Promise<Profile> {
  const profile = await attempt(() => stores.settings.profile());
  return profile.ok ? profile.value : defaultProfile;
}

async function saveClip(
  deps: CaptureDeps,
  request: ClipRequest,
  candidate: ClipCandidate,
): Promise<Result<SavedClip, Failure>> {
  // Before the turn: a slow picture must not hold up the next clip.
  const stored = await attempt(() => storeAsset(deps, request, candidate));
  if (!stored.ok) return stored;
  const picture = stored.value;
  return deps.inTurn(() =>
    attempt(async () => {
      const { stores, clock } = deps;
      const ensured = await ensureActiveWrapUp({ ...stores, clock });
      if (!ensured.ok) throw ensured.error;
      const active = ensured.value;
      const known = await stores.items.get(request.requestId);
      if (known !== undefined)
        return { item: known, active, before: await findLiveDuplicate(deps, known) };

      const { item, original } = await createClip(deps, candidate, picture, {
        id: request.requestId,
        wrapUpId: active.id,
        order: keyAfter(await stores.items.lastOrder(active.id)),
        now: clock.now(),
      });
      const before = await findDuplicate(stores, item);
      const written = before === undefined ? item : { ...item, deletedAt: item.createdAt };
      await stores.items.put(written, original);
      const taken = candidate.kind === 'screenshot' ? candidate.picture : undefined;
      const { frameLate, selectionUnseen } = candidate;
      const missing = candidate.kind === 'quote' ? candidate.selection.missing : undefined;
      const partsMissing: true | undefined = missing ? true : undefined;
      const told = { taken, frameLate, selectionUnseen, partsMissing };
      return { item: written, active, before, ...told };
    }),
  );
}

/** For a retry: what was written as deleted had been clipped before, and still has been. */
async function findLiveDuplicate({ stores }: CaptureDeps, item: Item): Promise<Item | undefined> {
  if (item.deletedAt === null || !('fingerprint' in item)) return undefined;
  return findDuplicate(stores, item);
}

/** A picture's bytes: of a screenshot there is nothing else, so it fails where they cannot be kept. */
async function storeAsset(
  deps: CaptureDeps,
  request: ClipRequest,
  candidate: ClipCandidate,
): Promise<{ assetId: string; mediaType: string }> {
  if (candidate.kind === 'screenshot') return storeBytes(deps, candidate.picture);
  if (candidate.kind !== 'image') return { assetId: '', mediaType: '' };
  return storePicture(deps, request.tabId, candidate.picture, pictureAddress(request, candidate));
}

/** Where the bytes are: the address the menu gave, if any, since the clip's may have been dropped. */
function pictureAddress(
  { intent }: ClipRequest,
  candidate: Extract<ClipCandidate, { kind: 'image' }>,
) {
  return intent.what === 'picture' ? intent.srcUrl : candidate.picture.url;
}

async function createClip(
  { stores, clock }: CaptureDeps,
  candidate: ClipCandidate,
  { assetId, mediaType }: { assetId: string; mediaType: string },
  placement: Placement,
): Promise<{ item: SourcedClip; original?: Original }> {
  const { page } = candidate;
  switch (candidate.kind) {
    case 'quote': {
      const { attribution } = await stores.settings.profile();
      return createQuote(placement, page, candidate.selection, attribution);
    }
    case 'link':
      return createLink(placement, page, candidate);
    case 'moment':
      return createMoment(placement, page, candidate.moment);
    case 'screenshot': {
      const picture = { alt: '', url: '', linkUrl: candidate.linkUrl };
      const fileName = await nameScreenshot({ stores, clock }, placement, candidate.about);
      return createImage(placement, page, picture, { fileName, assetId });
    }
    case 'image': {
      const { picture } = candidate;
      const fileName = await namePicture(stores, placement.wrapUpId, picture.url, page, mediaType);
      return createImage(placement, page, picture, { fileName, assetId });
    }
  }
}
