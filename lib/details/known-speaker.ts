import { cleanUrl, pageAddress } from '../core/address/url.ts';
import type { Speaker, WrapUp } from '../core/post/wrap-up.ts';
import { parseProfileAddress, sameProfile } from '../sites/profile-address.ts';

/** A person who spoke at an earlier meetup, as the note-taker entered them then. */
export interface KnownSpeaker {
  speaker: Speaker;
  wrapUpTitle: string;
}

/** Returns the same for different spellings of a name. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

const bare = (url: string) => pageAddress(cleanUrl(url)).replace(/\/$/, '');

/** Returns the same for two addresses of the same person's page; '' for none. */
function pageKey(url: string): string {
  const profile = parseProfileAddress(url);
  return profile ? `${profile.site} ${profile.id}` : bare(url);
}

/** True if two addresses are the same person's page; two empty ones are not. */
export function isSamePage(one: string, other: string): boolean {
  return one !== '' && other !== '' && (sameProfile(one, other) || bare(one) === bare(other));
}

/** Returns all wrap-ups except one and the deleted ones, the latest first. */
function latestFirst(wrapUps: readonly WrapUp[], exceptId: string): WrapUp[] {
  return wrapUps
    .filter(({ id, deletedAt }) => id !== exceptId && deletedAt === null)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}

/**
 * Returns the latest record of the person with this page in other wrap-ups. A name alone is no
 * proof, because namesakes would get each other's employer.
 */
export function findKnownSpeaker(
  url: string,
  wrapUps: readonly WrapUp[],
  exceptId: string,
): KnownSpeaker | undefined {
  for (const { title, speakers } of latestFirst(wrapUps, exceptId)) {
    const speaker = speakers.find((each) => isSamePage(each.url, url));
    if (speaker !== undefined) return { speaker, wrapUpTitle: title };
  }
  return undefined;
}

/**
 * Returns everybody who spoke in other wrap-ups, once, with their latest data, the latest first.
 * Two are the same person by their page, or by their name if one of them has no page; a page
 * missing in the latest record comes from an earlier one.
 */
export function listKnownSpeakers(wrapUps: readonly WrapUp[], exceptId: string): KnownSpeaker[] {
  const people: KnownSpeaker[] = [];
  const byPage = new Map<string, KnownSpeaker>();
  const byName = new Map<string, KnownSpeaker[]>();
  for (const { title, speakers } of latestFirst(wrapUps, exceptId)) {
    for (const speaker of speakers) {
      const [name, page] = [nameKey(speaker.name), pageKey(speaker.url)];
      if (name === '') continue;
      const namesakes = byName.get(name) ?? [];
      const known =
        byPage.get(page) ?? namesakes.find((each) => page === '' || each.speaker.url === '');
      if (known === undefined) {
        const person = { speaker: { ...speaker }, wrapUpTitle: title };
        people.push(person);
        byName.set(name, [...namesakes, person]);
        if (page !== '') byPage.set(page, person);
      } else if (known.speaker.url === '' && page !== '') {
        known.speaker.url = speaker.url;
        byPage.set(page, known);
      }
    }
  }
  return people;
}

/** True if a speaker on an event's page is this person: by their page, or by name without one. */
export function isKnownAs(
  { speaker }: KnownSpeaker,
  person: { name: string; url: string },
): boolean {
  if (person.url !== '' && speaker.url !== '') return isSamePage(person.url, speaker.url);
  return nameKey(person.name) !== '' && nameKey(person.name) === nameKey(speaker.name);
}

/** Removes diacritics from letters, so `jurgen` finds Jürgen. */
const plain = (text: string) =>
  nameKey(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

/**
 * Returns the people whose name has a word that begins with each word of the query, in their order,
 * but those first whose name begins with it; all for an empty query.
 */
export function matchSpeakers(people: readonly KnownSpeaker[], query: string): KnownSpeaker[] {
  const words = plain(query).split(' ').filter(Boolean);
  const matching = people.filter(({ speaker }) => {
    const parts = plain(speaker.name).split(/[\s-]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
  const begins = ({ speaker }: KnownSpeaker) =>
    Number(plain(speaker.name).startsWith(plain(query)));
  return matching.sort((one, other) => begins(other) - begins(one));
}

/**
 * Returns a speaker with what is known about this person: the earlier spelling of the name, and
 * everything for empty fields; other fields that the note-taker typed stay.
 */
export function asKnown(speaker: Speaker, { speaker: known }: KnownSpeaker): Speaker {
  const isBare = speaker.role === '' && speaker.affiliation.name === '';
  return {
    ...speaker,
    name: known.name,
    url: speaker.url || known.url,
    role: speaker.role || known.role,
    rolePosition: isBare ? known.rolePosition : speaker.rolePosition,
    affiliation:
      speaker.affiliation.name === '' && speaker.affiliation.url === ''
        ? { ...known.affiliation }
        : speaker.affiliation,
  };
}

/**
 * Returns the address of the organisation that one of these speakers is from; '' if none of them
 * has an address for it.
 */
export function organisationAddress(
  name: string,
  speakers: readonly Pick<Speaker, 'affiliation'>[],
): string {
  const key = nameKey(name);
  const known = speakers.find(
    ({ affiliation }) => affiliation.url !== '' && nameKey(affiliation.name) === key,
  );
  return key === '' ? '' : (known?.affiliation.url ?? '');
}
