import { sameProfile } from './profile-address.ts';
import { cleanUrl, pageAddress } from './url.ts';
import type { Speaker, WrapUp } from './wrap-up.ts';

/** Somebody who spoke at an earlier meetup, as the note-taker entered them then. */
export interface KnownSpeaker {
  speaker: Speaker;
  wrapUpTitle: string;
}

/** What two spellings of a name must share to be the same. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

const bare = (url: string) => pageAddress(cleanUrl(url)).replace(/\/$/, '');

/** Whether two addresses are the same person's page; two empty ones are not. */
export function isSamePage(one: string, other: string): boolean {
  return one !== '' && other !== '' && (sameProfile(one, other) || bare(one) === bare(other));
}

/**
 * The latest record of the person with this page in other wrap-ups. A name alone is no proof:
 * namesakes would get each other's employer.
 */
export function findKnownSpeaker(
  url: string,
  wrapUps: readonly WrapUp[],
  exceptId: string,
): KnownSpeaker | undefined {
  const others = wrapUps
    .filter(({ id, deletedAt }) => id !== exceptId && deletedAt === null)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  for (const { title, speakers } of others) {
    const speaker = speakers.find((each) => isSamePage(each.url, url));
    if (speaker !== undefined) return { speaker, wrapUpTitle: title };
  }
  return undefined;
}
