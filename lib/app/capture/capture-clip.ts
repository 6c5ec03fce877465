import type { Wish } from '../../core/clip-intent.ts';
import {
  createImage,
  createLink,
  createMoment,
  createQuote,
  type Placement,
} from '../../core/create-item.ts';
import type { Failure } from '../../core/errors.ts';
import type { Item, Original, SourcedClip } from '../../core/item.ts';
import type { MenuInfo } from '../../core/menu-page.ts';
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
import { parseCaptures } from '../read-frames.ts';
import { completePaper } from '../same-paper.ts';
import type { Subject } from './candidates/candidate.ts';
import { clipMarkdown } from './clip-markdown.ts';
import { confirmClip, type Kept, outcomeOf, tellFailure } from './confirm-clip.ts';
import { findTwin } from './find-duplicate.ts';
import { captureRequest, findSubject, isSight } from './page-capture.ts';
import { keepCaption } from './store-caption.ts';
import { keepBytes, keepPicture, namePicture, nameScreenshot } from './store-picture.ts';
import { findSight } from './visual-capture.ts';

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
  wish: Wish;
  /** What the menu said, where it was the way in. */
  menu?: MenuInfo | undefined;
  /** True where whoever asks shows the failure himself (the popup). */
  callerTells?: boolean;
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
  const subject = await readSubject(deps, request);
  if (!subject.ok) return tellFailure(deps, request, subject.error, '');

  const kept = await keepClip(deps, request, subject.value);
  if (!kept.ok) return tellFailure(deps, request, kept.error, clipMarkdown(subject.value));
  await confirmClip(deps, request.tabId, kept.value);
  if (kept.value.before === undefined) await completePaper(deps.stores, kept.value.item);
  const itemId = kept.value.item.id;
  if (subject.value.kind === 'moment' && subject.value.frameId !== undefined) {
    await keepCaption(deps, { tabId: request.tabId, frameId: subject.value.frameId, itemId });
  }
  return ok({ itemId, outcome: outcomeOf(kept.value) });
}

async function readSubject(
  deps: CaptureDeps,
  { tabId, wish, menu }: ClipRequest,
): Promise<Result<Subject, Failure>> {
  if (isSight(wish)) return findSight(deps, { tabId, menu }, wish);
  const { formulas, permanentLinks } = await houseStyle(deps);
  const read = await deps.pages.read(tabId, captureRequest(wish, formulas));
  return findSubject(wish, {
    permanentLinks,
    captures: read.ok ? parseCaptures(read.value) : [],
    menu,
    unread: read.ok ? undefined : read.error,
  });
}

/** A profile that cannot be read keeps no clip from being made. */
async function houseStyle({ stores }: CaptureDeps): Promise<Profile> {
  const profile = await attempt(() => stores.settings.profile());
  return profile.ok ? profile.value : defaultProfile;
}

async function keepClip(
  deps: CaptureDeps,
  request: ClipRequest,
  subject: Subject,
): Promise<Result<Kept, Failure>> {
  // Before the turn: a slow picture must not hold up the next clip.
  const stored = await attempt(() => keepAsset(deps, request, subject));
  if (!stored.ok) return stored;
  const picture = stored.value;
  return deps.inTurn(() =>
    attempt(async () => {
      const { stores, clock } = deps;
      const ensured = await ensureActiveWrapUp({ ...stores, clock });
      if (!ensured.ok) throw ensured.error;
      const active = ensured.value;
      const known = await stores.items.get(request.requestId);
      if (known !== undefined) return { item: known, active, before: await liveTwin(deps, known) };

      const { item, original } = await createClip(deps, subject, picture, {
        id: request.requestId,
        wrapUpId: active.id,
        order: keyAfter(await stores.items.lastOrder(active.id)),
        now: clock.now(),
      });
      const before = await findTwin(stores, item);
      const written = before === undefined ? item : { ...item, deletedAt: item.createdAt };
      await stores.items.put(written, original);
      const taken = subject.kind === 'screenshot' ? subject.picture : undefined;
      return { item: written, active, before, taken };
    }),
  );
}

/** For a retry: what was written as deleted had been clipped before, and still has been. */
async function liveTwin({ stores }: CaptureDeps, item: Item): Promise<Item | undefined> {
  if (item.deletedAt === null || !('fingerprint' in item)) return undefined;
  return findTwin(stores, item);
}

/** A picture's bytes: of a screenshot there is nothing else, so it fails where they cannot be kept. */
async function keepAsset(
  deps: CaptureDeps,
  request: ClipRequest,
  subject: Subject,
): Promise<{ assetId: string; mediaType: string }> {
  if (subject.kind === 'screenshot') return keepBytes(deps, subject.picture);
  if (subject.kind !== 'image') return { assetId: '', mediaType: '' };
  return keepPicture(deps, request.tabId, subject.picture, pictureAddress(request, subject));
}

/** Where the bytes are: the address the menu gave, if any, since the clip's may have been dropped. */
function pictureAddress({ wish }: ClipRequest, subject: Extract<Subject, { kind: 'image' }>) {
  return wish.what === 'picture' ? wish.srcUrl : subject.picture.url;
}

async function createClip(
  { stores, clock }: CaptureDeps,
  subject: Subject,
  { assetId, mediaType }: { assetId: string; mediaType: string },
  placement: Placement,
): Promise<{ item: SourcedClip; original?: Original }> {
  const { page } = subject;
  switch (subject.kind) {
    case 'quote': {
      const { attribution } = await stores.settings.profile();
      return createQuote(placement, page, subject.selection, attribution);
    }
    case 'link':
      return createLink(placement, page, subject);
    case 'moment':
      return createMoment(placement, page, subject.moment);
    case 'screenshot': {
      const picture = { alt: '', url: '', linkUrl: subject.linkUrl };
      const fileName = await nameScreenshot({ stores, clock }, placement, subject.about);
      return createImage(placement, page, picture, { fileName, assetId });
    }
    case 'image': {
      const { picture } = subject;
      const fileName = await namePicture(stores, placement.wrapUpId, picture.url, page, mediaType);
      return createImage(placement, page, picture, { fileName, assetId });
    }
  }
}
