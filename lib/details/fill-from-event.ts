import { clampText, limits } from '../core/base/limits.ts';
import type { CapturedEvent } from '../core/capture/capture.ts';
import { createWrapUp, hasDefaultTitle } from '../core/post/create-wrap-up.ts';
import { changeTalk, talksOf } from '../core/post/talks.ts';
import type { NamedLink, Speaker, WrapUp, WrapUpDetails } from '../core/post/wrap-up.ts';
import { createSlug } from '../core/text/slug.ts';
import { canonicalEventUrl } from '../sites/event-address.ts';
import { type FilledStart, fillStart } from './fill-start.ts';
import { isKnownAs, isSamePage, type KnownSpeaker, nameKey } from './known-speaker.ts';

/** One change that a page's event would make: the current value and the page's. */
export interface Proposal {
  /** Stable, and unique within one event. */
  key: string;
  field:
    | 'title'
    | 'event'
    | 'startsAt'
    | 'timeZone'
    | 'venue'
    | 'venueAddress'
    | 'organiser'
    | 'speaker'
    | 'recording'
    | 'slides'
    | 'talkTitle';
  /** '' if there is no value yet. */
  from: string;
  to: string;
  /**
   * `fills`: an empty or generated value; `replaces`: what the note-taker wrote; `suggests`: what
   * the page does not say but this browser's zone makes likely.
   */
  effect: 'fills' | 'replaces' | 'suggests';
  /** Title of the wrap-up that knows more about this person than the page does. */
  knownFrom?: string;
  change(current: WrapUpDetails): Partial<WrapUpDetails>;
}

export interface FillContext {
  /** The wrap-up made before this one; values carried over from it were not typed by anybody. */
  previous?: WrapUp | undefined;
  /** The people who spoke before. */
  people?: readonly KnownSpeaker[];
  /** The browser's zone, or ''. */
  browserZone?: string;
  newId(): string;
}

const suffix = ' wrap-up';
const text = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
const link = ({ name, url }: NamedLink) => text(name, url);

/**
 * Returns what filling a wrap-up from an event would change, field by field. Values that are there
 * already are not proposed, whatever their spelling. A title is replaced only while it is the
 * generated one.
 */
export function proposeFill(
  wrapUp: WrapUp,
  captured: CapturedEvent,
  { previous, people = [], browserZone = '', newId }: FillContext,
): Proposal[] {
  const made = createWrapUp({ id: wrapUp.id, now: wrapUp.createdAt, offsetMinutes: 0 }, previous);
  const { event } = captured;
  const eventMade = wrapUp.event.url === '' && wrapUp.event.name === made.event.name;
  return [
    ...proposeTitle(wrapUp, event.name),
    ...linkProposal('event', wrapUp.event, event, eventMade, (event) => ({ event })),
    ...fillStart(wrapUp.event, event, browserZone).map(startProposal),
    ...proposeVenue(wrapUp, captured, made),
    ...linkProposal(
      'organiser',
      wrapUp.organiser,
      captured.organiser,
      isSameLink(wrapUp.organiser, made.organiser),
      (organiser) => ({ organiser }),
    ),
    ...proposeSpeakers(wrapUp.speakers, captured.performers, people, newId),
  ];
}

function proposeTitle(wrapUp: WrapUp, eventName: string): Proposal[] {
  if (!hasDefaultTitle(wrapUp) || eventName === '') return [];
  const title = `${clampText(eventName, limits.title - suffix.length)}${suffix}`;
  const slug = createSlug(title) || wrapUp.slug;
  const change = () => ({ title, slug });
  return [{ key: 'title', field: 'title', from: wrapUp.title, to: title, effect: 'fills', change }];
}

const isEmpty = ({ name, url }: NamedLink) => name === '' && url === '';
const isSameLink = (one: NamedLink, other: NamedLink) =>
  one.name === other.name && one.url === other.url;
const isSameAddress = (one: string, other: string) =>
  isSamePage(one, other) || canonicalEventUrl(one) === canonicalEventUrl(other);

/** Returns the filled value; undefined if nothing changes. */
function filledLink(current: NamedLink, found: NamedLink, isMade: boolean) {
  if (isEmpty(found)) return undefined;
  const effect = isMade || isEmpty(current) ? ('fills' as const) : ('replaces' as const);
  const { name, url } = found;
  if (nameKey(current.name) === nameKey(name)) {
    if (url === '' || isSameAddress(current.url, url)) return undefined;
    // The note-taker's spelling of the name stays.
    if (current.url === '') return { name: current.name, url, effect: 'fills' as const };
    return { name: current.name, url, effect };
  }
  // An address without a name may not belong to what the note-taker named.
  if (name === '' && current.name !== '') return undefined;
  if (current.name === '' && isSameAddress(current.url, url)) {
    return { name, url: current.url, effect: 'fills' as const };
  }
  return { name, url, effect };
}

function linkProposal<T extends NamedLink>(
  field: 'event' | 'venue' | 'organiser',
  current: T,
  found: NamedLink,
  isMade: boolean,
  change: (link: T) => Partial<WrapUpDetails>,
): Proposal[] {
  const filled = filledLink(current, found, isMade);
  if (!filled) return [];
  const { name, url, effect } = filled;
  return [
    {
      key: field,
      field,
      from: link(current),
      to: link(filled),
      effect,
      change: (now) => change({ ...(now[field] as T), name, url }),
    },
  ];
}

function startProposal({ key, field, from, to, effect, start }: FilledStart): Proposal {
  const change = (now: WrapUpDetails) => ({ event: { ...now.event, ...start } });
  return { key, field, from, to, effect, change };
}

/** Another venue comes with its own address; the same venue may lack only that. */
function proposeVenue(wrapUp: WrapUp, captured: CapturedEvent, made: WrapUp): Proposal[] {
  const address = captured.venueAddress ?? '';
  const current = wrapUp.venueAddress;
  const isMade = isSameLink(wrapUp.venue, made.venue) && current === made.venueAddress;
  const [venue] = linkProposal('venue', wrapUp.venue, captured.venue, isMade, (venue) => ({
    venue,
  }));
  const isSameVenue = nameKey(wrapUp.venue.name) === nameKey(captured.venue.name);
  if (venue && !isSameVenue && !isEmpty(wrapUp.venue)) {
    return [
      {
        ...venue,
        from: text(venue.from, current),
        to: text(venue.to, address),
        change: (now) => ({ ...venue.change(now), venueAddress: address }),
      },
    ];
  }
  const rows = venue ? [venue] : [];
  const isOther = !isSameVenue && !isEmpty(wrapUp.venue) && captured.venue.name !== '';
  if (address === '' || isOther || nameKey(address) === nameKey(current)) return rows;
  return [
    ...rows,
    {
      key: 'venueAddress',
      field: 'venueAddress',
      from: current,
      to: address,
      effect: current === '' || isMade ? 'fills' : 'replaces',
      change: () => ({ venueAddress: address }),
    },
  ];
}

function proposeSpeakers(
  speakers: readonly Speaker[],
  performers: readonly NamedLink[],
  people: readonly KnownSpeaker[],
  newId: () => string,
): Proposal[] {
  const names = new Set(speakers.map((speaker) => nameKey(speaker.name)));
  const proposals: Proposal[] = [];
  for (const [at, { name, url }] of performers.entries()) {
    const key = nameKey(name);
    const isThere = names.has(key) || speakers.some((each) => isSamePage(each.url, url));
    names.add(key);
    if (key === '' || isThere || speakers.length + proposals.length >= limits.speakers) continue;
    const known = people.find((person) => isKnownAs(person, { name, url }));
    const { role, rolePosition, affiliation } = known?.speaker ?? bare;
    const added = { name, url: url || known?.speaker.url || '', role, rolePosition, affiliation };
    const knows = known && (role !== '' || affiliation.name !== '' || added.url !== url);
    proposals.push({
      key: `speaker ${at}`,
      field: 'speaker',
      from: '',
      to: text([name, role, affiliation.name].filter(Boolean).join(', '), added.url),
      effect: 'fills',
      ...(knows ? { knownFrom: known.wrapUpTitle } : {}),
      change: (now) => ({ speakers: [...now.speakers, { id: newId(), ...added }] }),
    });
  }
  return proposals;
}

const bare = {
  role: '',
  rolePosition: 'before' as const,
  affiliation: { name: '', url: '' },
};

/**
 * Returns changes to the title, recording and slides of the first talk. Existing values stay, because a
 * wrap-up has one of each.
 */
export function proposeMaterial(
  wrapUp: WrapUp,
  found: { recording: string; slides: string; talkTitle: string },
): Proposal[] {
  const [talk] = talksOf(wrapUp);
  if (!talk) return [];
  const proposal = (
    field: 'recording' | 'slides' | 'talkTitle',
    value: string,
    isFree: boolean,
    change: Proposal['change'],
  ): Proposal[] =>
    value !== '' && isFree
      ? [{ key: field, field, from: '', to: value, effect: 'fills', change }]
      : [];
  const { recording, slides, talkTitle } = found;
  return [
    ...proposal('talkTitle', talkTitle, talk.title === '', (now) =>
      changeTalk({ id: wrapUp.id, ...now }, undefined, { title: talkTitle }),
    ),
    ...proposal('recording', recording, talk.recording.url === '', (now) => {
      const evening = { id: wrapUp.id, ...now };
      const current = talksOf(evening)[0]?.recording ?? now.recording;
      return changeTalk(evening, undefined, { recording: { ...current, url: recording } });
    }),
    ...proposal('slides', slides, talk.slides === '', (now) =>
      changeTalk({ id: wrapUp.id, ...now }, undefined, { slides }),
    ),
  ];
}

/** Returns the combined changes of some proposals, in their order. */
export function applyProposals(
  wrapUp: WrapUpDetails,
  proposals: readonly Proposal[],
): Partial<WrapUpDetails> {
  let changes: Partial<WrapUpDetails> = {};
  for (const { change } of proposals) {
    changes = { ...changes, ...change({ ...wrapUp, ...changes }) };
  }
  return changes;
}
