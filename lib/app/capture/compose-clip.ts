import {
  createImage,
  createLink,
  createMoment,
  createQuote,
  type Placement,
} from '../../clips/create-item.ts';
import { earlierFingerprints } from '../../clips/fingerprint.ts';
import { nearFingerprints } from '../../clips/moment.ts';
import { sha256Hex } from '../../core/base/hash.ts';
import type { Asset } from '../../core/media/asset.ts';
import { screenshotName } from '../../core/media/screenshot-name.ts';
import { inboxId, type Original, type SourcedClip } from '../../core/post/item.ts';
import { keyAfter } from '../../core/post/order.ts';
import type { Profile } from '../../core/post/profile.ts';
import { pictureFileName } from '../../core/text/file-name.ts';
import type { Clock } from '../ports.ts';
import type { ClipCandidate, Picture } from './candidates/candidate.ts';

/**
 * A clip that is ready to be written. Its place and its file's final name are settled when it is
 * written.
 */
export interface ComposedClip {
  item: SourcedClip;
  original?: Original | undefined;
  /** The bytes of its picture, if they are here already. */
  asset?: Asset | undefined;
  /** Clips that share one of these are of the same thing. */
  fingerprints: readonly string[];
}

interface Facts {
  id: string;
  clock: Clock;
  profile: Profile;
  /** The bytes of an image's picture, if they are here already. */
  picture?: Picture | undefined;
  /** The link's address as the page shows it; absent: the page's own address. */
  seenUrl?: string | undefined;
}

/**
 * Does everything that takes time but no database, because a transaction ends while a hash is
 * computed.
 */
export async function composeClip(candidate: ClipCandidate, facts: Facts): Promise<ComposedClip> {
  const { id, clock } = facts;
  const now = clock.now();
  const asset = await assetOf(candidate, facts, now);
  const placement = { id, wrapUpId: inboxId, order: keyAfter(), now };
  const created = await create(candidate, facts, placement, asset);
  return { ...created, asset, fingerprints: await fingerprintsOf(created.item, facts.seenUrl) };
}

async function assetOf(
  candidate: ClipCandidate,
  { picture }: Facts,
  createdAt: string,
): Promise<Asset | undefined> {
  const taken = candidate.kind === 'screenshot' ? candidate.picture : picture;
  if (taken === undefined) return undefined;
  const { bytes, mediaType } = taken;
  return { id: await sha256Hex(bytes), mediaType, bytes, createdAt };
}

function create(
  candidate: ClipCandidate,
  { clock, profile }: Facts,
  placement: Placement,
  asset: Asset | undefined,
): Promise<{ item: SourcedClip; original?: Original }> {
  const { page } = candidate;
  switch (candidate.kind) {
    case 'quote':
      return createQuote(placement, page, candidate.selection, profile.attribution);
    case 'link':
      return createLink(placement, page, candidate);
    case 'moment':
      return createMoment(placement, page, candidate.moment);
    case 'screenshot': {
      const picture = { alt: '', url: '', linkUrl: candidate.linkUrl };
      const offset = clock.offsetMinutes(placement.now);
      const fileName = screenshotName(placement.now, offset, candidate.about);
      return createImage(placement, page, picture, { fileName, assetId: asset?.id ?? '' });
    }
    case 'image': {
      const { picture } = candidate;
      const about = page.cleanTitle || page.title;
      const named = pictureFileName(picture.url, asset?.mediaType ?? '', about, new Set());
      const fileName = named.replace(/\.jpeg$/, '.jpg');
      return createImage(placement, page, picture, { fileName, assetId: asset?.id ?? '' });
    }
  }
}

/** A moment that differs by a second counts as the same. */
async function fingerprintsOf(item: SourcedClip, seenUrl = item.source.url): Promise<string[]> {
  if (item.kind === 'moment') return nearFingerprints(item.mediaUrl, item.startSeconds);
  return [item.fingerprint, ...(await earlierFingerprints(item, seenUrl))];
}
