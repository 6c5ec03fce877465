import { clampText, limits } from '../core/base/limits.ts';
import type { CapturedEvent } from '../core/capture/capture.ts';
import type { NamedLink } from '../core/post/wrap-up.ts';
import { oneLine } from '../core/text/title.ts';
import { venueStart } from '../core/time/venue-start.ts';
import { isPlausibleCanonical } from './canonical.ts';
import { eventNodes } from './event-nodes.ts';
import { namedLink, nobody, placeOf, webAddress } from './event-place.ts';
import { type LinkedData, type LinkedNode, readLinkedData, textIn, valuesOf } from './json-ld.ts';
import { baseUrl, documentUrl } from './safe-dom.ts';

function namedLinks(
  node: LinkedNode,
  names: string[],
  data: LinkedData,
  base: string,
): NamedLink[] {
  return names
    .flatMap((name) => valuesOf(node, name))
    .map((value) => namedLink(value, data, base))
    .filter((link) => link !== undefined);
}

/** Returns the first start of a https://schema.org/Schedule: its day and its time of day. */
function firstIn(schedule: LinkedNode): string {
  const [day = '', time = ''] = [textIn(schedule, 'startDate'), textIn(schedule, 'startTime')];
  return /^\d{2}:\d{2}/.test(time) && !day.includes('T') ? `${day}T${time}` : day;
}

/** Returns start and end, both in the zone that the event's schedule names, if it has one. */
function timesOf(node: LinkedNode, data: LinkedData) {
  const schedule = data.resolve(valuesOf(node, 'eventSchedule')[0]);
  const zone = schedule ? textIn(schedule, 'scheduleTimezone') : '';
  const said = textIn(node, 'startDate');
  const planned = said === '' && schedule ? firstIn(schedule) : '';
  const { doubtful, ...start } = venueStart(said || planned || textIn(node, 'doorTime'), zone);
  const { startsAt: endsAt } = venueStart(textIn(node, 'endDate'), zone);
  return {
    start,
    ...(doubtful ? { startDoubtful: true } : {}),
    ...(planned === '' ? {} : { firstOfSeries: true }),
    ...(endsAt === '' ? {} : { endsAt }),
  };
}

/** https://schema.org/EventStatusType */
function statusOf(node: LinkedNode): CapturedEvent['status'] {
  const status = textIn(node, 'eventStatus');
  if (/Cancell?ed$/.test(status)) return 'cancelled';
  return /Postponed$/.test(status) ? 'postponed' : undefined;
}

/**
 * Sorts events by the day they end: future ones from the next on, then past ones from the latest
 * on.
 */
function byDay(today: string) {
  const day = (node: LinkedNode) =>
    (textIn(node, 'endDate') || textIn(node, 'startDate')).slice(0, 10);
  return (one: LinkedNode, other: LinkedNode): number => {
    const [a, b] = [day(one), day(other)];
    const isOver = Number(a < today);
    return isOver - Number(b < today) || (isOver ? 1 : -1) * (a < b ? 1 : a > b ? -1 : 0);
  };
}

export interface PageEvents {
  /**
   * The event that the page is about: the only one it describes, or the one that names its address.
   */
  own: CapturedEvent | undefined;
  /** The others, the next ones first. */
  others: CapturedEvent[];
}

/**
 * Returns the schema.org `Event`s of a page, from JSON-LD or else microdata.
 * @param today ISO date
 */
export function readEvents(
  doc: Document,
  canonicalUrl: string,
  today: string,
  data: LinkedData = readLinkedData(doc),
): PageEvents {
  const url = documentUrl(doc);
  const base = baseUrl(doc);
  const nodes = eventNodes(doc, data);
  const isHere = (node: LinkedNode) => {
    const named = textIn(node, 'url') || textIn(node, '@id');
    const own = named === '' ? null : URL.parse(named, base);
    return own !== null && isPlausibleCanonical(own.href, url);
  };
  const own = nodes.length === 1 ? nodes[0] : nodes.find(isHere);
  const others = nodes
    .filter((node) => node !== own)
    .sort(byDay(today))
    .slice(0, limits.events);
  const read = (node: LinkedNode) => readEvent(node, data, { url, base, canonicalUrl });
  return { own: own && read(own), others: others.map(read) };
}

function readEvent(
  node: LinkedNode,
  data: LinkedData,
  { url, base, canonicalUrl }: { url: string; base: string; canonicalUrl: string },
): CapturedEvent {
  const own = webAddress(textIn(node, 'url'), base);
  const isThisPage = own === '' || isPlausibleCanonical(own, url);
  const { start, ...times } = timesOf(node, data);
  const status = statusOf(node);
  return {
    event: {
      name: clampText(oneLine(textIn(node, 'name')), limits.label),
      url: isThisPage ? canonicalUrl : own,
      ...start,
    },
    ...placeOf(node, data, base, [own, canonicalUrl, url]),
    organiser: namedLinks(node, ['organizer', 'organiser'], data, base)[0] ?? nobody,
    performers: namedLinks(node, ['performer', 'performers', 'actor', 'speaker'], data, base).slice(
      0,
      limits.speakers,
    ),
    ...times,
    ...(status && { status }),
  };
}
