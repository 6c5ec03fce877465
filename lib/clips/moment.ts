import { cleanUrl, pageAddress } from '../core/address/url.ts';
import type { CapturedMedium } from '../core/capture/captured-media.ts';
import { wholeSeconds } from '../core/media/time-label.ts';
import { parseMediaAddress, sameMedia } from '../sites/media-address.ts';
import { fingerprint } from './fingerprint.ts';

/** Moments that are this close count as one. */
const sameWithinSeconds = 1;

/** Parts of an address that make it short-lived: signed, for one visitor, for an hour. */
const passing =
  /[?&](?:[\w.-]*(?:signature|token|expires?|policy|key-pair-id|credential)|sig|exp|hdnts|e|st)=/i;

/** Possible addresses of a recording, '' if unknown. */
export interface MediaAddresses {
  /** Of the frame it plays in, as visited. */
  frameUrl: string;
  /** From the player. */
  playerUrl: string;
  /** The page's canonical address. */
  canonicalUrl: string;
  /** Of the media file. */
  sourceUrl: string;
}

/**
 * Returns the address to link to, and whether the addresses agree: after a soft navigation a page
 * may play one recording (in a small player) while its address names another.
 */
export function findMediaUrl(addresses: MediaAddresses): { url: string; agree: boolean } {
  const { frameUrl, playerUrl, canonicalUrl, sourceUrl } = addresses;
  const [player, frame] = [parseMediaAddress(playerUrl), parseMediaAddress(frameUrl)];
  const named = player ?? frame ?? parseMediaAddress(canonicalUrl);
  const agree = !(player && frame && !sameMedia(playerUrl, frameUrl));
  if (named) return { url: named.canonicalUrl, agree };
  const file = passing.test(sourceUrl) ? undefined : parseMediaAddress(sourceUrl);
  return { url: file?.canonicalUrl ?? pageAddress(canonicalUrl || cleanUrl(frameUrl)), agree };
}

/** Tolerance for a recording that was trimmed: seconds, or this part of its length. */
const slackSeconds = 3;
const slackPart = 0.02;

/** True if the time may belong to something other than the recording. */
export function isDoubtful(
  medium: Pick<
    CapturedMedium,
    'adShowing' | 'live' | 'durationSeconds' | 'expectedSeconds' | 'expectedUrl' | 'currentSeconds'
  >,
  mediaUrl: string,
): boolean {
  const { adShowing, live, durationSeconds, expectedSeconds, currentSeconds } = medium;
  if (adShowing || live || durationSeconds === null) return true;
  if (currentSeconds > durationSeconds + slackSeconds) return true;
  if (expectedSeconds === null || isOfAnother(medium.expectedUrl, mediaUrl)) return false;
  const slack = Math.max(slackSeconds, expectedSeconds * slackPart);
  return Math.abs(durationSeconds - expectedSeconds) > slack;
}

/**
 * A page that moved on to another recording may still have the previous one's details in its head.
 */
function isOfAnother(expectedUrl: string, mediaUrl: string): boolean {
  return parseMediaAddress(expectedUrl) !== undefined && !sameMedia(expectedUrl, mediaUrl);
}

/** Returns where a moment starts: `secondsBack` before now, never before the start. */
export function momentStart(currentSeconds: number, secondsBack: number): number {
  return wholeSeconds(currentSeconds - secondsBack);
}

/** Returns the same for the same second of the same recording, whatever page it was captured on. */
export function momentFingerprint(mediaUrl: string, startSeconds: number): Promise<string> {
  const address = parseMediaAddress(mediaUrl)?.canonicalUrl ?? mediaUrl;
  // The query may identify the recording, so the address must not be shortened like a page's.
  const source = { canonicalUrl: '', url: '', title: address };
  return fingerprint('moment', source, String(startSeconds));
}

/** Returns the fingerprints of the moments that count as this one, its own first. */
export function nearFingerprints(mediaUrl: string, startSeconds: number): Promise<string[]> {
  const near = [startSeconds];
  for (let by = 1; by <= sameWithinSeconds; by++) near.push(startSeconds - by, startSeconds + by);
  return Promise.all(
    near.filter((each) => each >= 0).map((each) => momentFingerprint(mediaUrl, each)),
  );
}
