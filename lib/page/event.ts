import type { CapturedEvent } from '../core/capture.ts';
import { clampText, limits } from '../core/limits.ts';
import { oneLine } from '../core/title.ts';
import { cleanUrl } from '../core/url.ts';
import type { NamedLink } from '../core/wrap-up.ts';
import { isPlausibleCanonical } from './canonical.ts';
import { eventStart } from './event-start.ts';
import {
  type LinkedData,
  type LinkedNode,
  readLinkedData,
  textIn,
  typesOf,
  valuesOf,
} from './json-ld.ts';
import { microdataItems } from './microdata.ts';
import { fittingUrl } from './page-info.ts';
import { baseUrl, documentUrl } from './safe-dom.ts';

/** `Event` and its subtypes: https://schema.org/Event#subtypes */
const eventType = /(?:Event|Festival|Hackathon|EventSeries|CourseInstance)$/;
const eventTypes = new RegExp(`schema\\.org/\\w*${eventType.source.replace('$', '')}(?:\\s|$)`);

const isEvent = (node: LinkedNode): boolean => typesOf(node).some((type) => eventType.test(type));

function eventsIn(doc: Document, data: LinkedData): LinkedNode[] {
  const linked = data.nodes.filter(isEvent).filter((node) => textIn(node, 'name') !== '');
  if (linked.length > 0) return linked;
  return microdataItems(doc, eventTypes).filter((node) => textIn(node, 'name') !== '');
}

/** Whether the page describes an event; cheaper than reading it. */
export function hasEvent(doc: Document, data: LinkedData): boolean {
  return eventsIn(doc, data).length > 0;
}

function webAddress(text: string, base: string): string {
  const url = text === '' ? null : URL.parse(text, base);
  return url && /^https?:$/.test(url.protocol) ? fittingUrl(cleanUrl(url.href)) : '';
}

/** Somebody or something given as a name, an address or a node. */
function namedLink(value: unknown, data: LinkedData, base: string): NamedLink | undefined {
  if (typeof value === 'string') {
    return /^https?:\/\//.test(value) ? undefined : label(value, '');
  }
  const node = data.resolve(value);
  if (!node) return undefined;
  return label(
    textIn(node, 'name'),
    webAddress(textIn(node, 'url') || textIn(node, 'sameAs'), base),
  );
}

function label(name: string, url: string): NamedLink | undefined {
  const line = clampText(oneLine(name), limits.label);
  return line === '' ? undefined : { name: line, url };
}

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

const nobody: NamedLink = { name: '', url: '' };

/** The first place one can go to; an online event's address only where there is no other. */
function venueOf(node: LinkedNode, data: LinkedData, base: string): NamedLink {
  const places = valuesOf(node, 'location');
  const isOnline = (value: unknown) => {
    const place = data.resolve(value);
    return !!place && typesOf(place).includes('VirtualLocation');
  };
  const sorted = [...places.filter((place) => !isOnline(place)), ...places.filter(isOnline)];
  return sorted.map((place) => namedLink(place, data, base)).find((place) => place) ?? nobody;
}

/** A postal address in one line, as it stands or by its parts. */
function addressOf(node: LinkedNode, data: LinkedData): string {
  for (const value of valuesOf(node, 'location')) {
    const place = data.resolve(value);
    const written = place && textIn(place, 'address');
    if (written) return written;
    const postal = place && data.resolve(valuesOf(place, 'address')[0]);
    if (!postal) continue;
    const street = textIn(postal, 'streetAddress');
    const locality = textIn(postal, 'addressLocality');
    const town = [textIn(postal, 'postalCode'), locality].filter(Boolean).join(' ');
    // Many sites give the whole address as the street.
    const isWhole = locality !== '' && street.includes(locality);
    const line = (isWhole ? [street] : [street, town]).filter(Boolean).join(', ');
    if (line !== '') return line;
  }
  return '';
}

function startOf(node: LinkedNode, data: LinkedData) {
  const schedule = data.resolve(valuesOf(node, 'eventSchedule')[0]);
  const zone = schedule ? textIn(schedule, 'scheduleTimezone') : '';
  return eventStart(textIn(node, 'startDate') || textIn(node, 'doorTime'), zone);
}

/**
 * The event a page is about: the one that names the page's address, else the first that is not
 * over on `today` (ISO date), else the first.
 */
function pick(
  events: LinkedNode[],
  url: string,
  base: string,
  today: string,
): LinkedNode | undefined {
  if (events.length < 2) return events[0];
  const isHere = (node: LinkedNode) => {
    const own = URL.parse(textIn(node, 'url') || textIn(node, '@id'), base);
    return own !== null && isPlausibleCanonical(own.href, url);
  };
  const day = (node: LinkedNode) =>
    (textIn(node, 'endDate') || textIn(node, 'startDate')).slice(0, 10);
  return events.find(isHere) ?? events.find((node) => day(node) >= today) ?? events[0];
}

/** schema.org `Event` of the page, from JSON-LD or else microdata; undefined where there is none. */
export function readEvent(
  doc: Document,
  canonicalUrl: string,
  today: string,
  data: LinkedData = readLinkedData(doc),
): CapturedEvent | undefined {
  const url = documentUrl(doc);
  const base = baseUrl(doc);
  const node = pick(eventsIn(doc, data), url, base, today);
  if (!node) return undefined;
  const own = webAddress(textIn(node, 'url'), base);
  const venueAddress = clampText(oneLine(addressOf(node, data)), limits.label);
  const isThisPage = own === '' || isPlausibleCanonical(own, url);
  return {
    event: {
      name: clampText(oneLine(textIn(node, 'name')), limits.label),
      url: isThisPage ? canonicalUrl : own,
      ...startOf(node, data),
    },
    venue: venueOf(node, data, base),
    organiser: namedLinks(node, ['organizer', 'organiser'], data, base)[0] ?? nobody,
    performers: namedLinks(node, ['performer', 'performers', 'actor', 'speaker'], data, base).slice(
      0,
      limits.speakers,
    ),
    ...(venueAddress === '' ? {} : { venueAddress }),
  };
}
