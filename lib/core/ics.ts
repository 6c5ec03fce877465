import type { CapturedEvent } from './capture.ts';
import {
  type IcsComponent,
  type IcsProperty,
  parseIcsComponents,
  unescapeText,
} from './ics-lines.ts';
import { icsTimeZone } from './ics-time-zone.ts';
import { clampText, limits } from './limits.ts';
import { isTimeZone, localTimeAt, offsetOfLocal } from './time-zone.ts';
import { oneLine } from './title.ts';
import { cleanUrl } from './url.ts';
import { parseWebUrl } from './web-url.ts';

/** Longer calendars are cut; a meetup's own has a few kilobytes. */
const maxLength = 5_000_000;
const maxEvents = 500;

export interface IcsOptions {
  /** Zone for starts that are given in UTC by a calendar that names no zone; '' leaves them in UTC. */
  localTimeZone?: string;
}

/**
 * The events of an iCalendar text (RFC 5545), in their order; empty where there are none. Of a
 * series the first; cancelled ones are left out. A start in a zone that is not known keeps its
 * local time, with `timeZone` ''.
 */
export function parseIcs(text: string, { localTimeZone = '' }: IcsOptions = {}): CapturedEvent[] {
  return parseIcsComponents(text.slice(0, maxLength))
    .filter(({ name }) => name === 'VCALENDAR')
    .flatMap((calendar) => {
      const own = valueIn(calendar.properties, 'X-WR-TIMEZONE').trim();
      const zone = [own, localTimeZone].find((each) => each !== '' && isTimeZone(each)) ?? '';
      return calendar.components
        .filter((component) => component.name === 'VEVENT' && !isCancelled(component))
        .map((component) => readEvent(component, calendar.components, zone));
    })
    .slice(0, maxEvents);
}

function propertyOf(properties: readonly IcsProperty[], name: string): IcsProperty | undefined {
  return properties.find((property) => property.name === name);
}

function valueIn(properties: readonly IcsProperty[], name: string): string {
  return propertyOf(properties, name)?.value ?? '';
}

function isCancelled({ properties }: IcsComponent): boolean {
  return valueIn(properties, 'STATUS').trim().toUpperCase() === 'CANCELLED';
}

function label(text: string): string {
  return clampText(oneLine(text), limits.label);
}

function webAddress(text: string): string {
  const url = parseWebUrl(text.trim());
  return url ? cleanUrl(text.trim()) : '';
}

function readEvent(
  { properties }: IcsComponent,
  calendar: readonly IcsComponent[],
  zone: string,
): CapturedEvent {
  return {
    event: {
      name: label(unescapeText(valueIn(properties, 'SUMMARY'))),
      url: webAddress(valueIn(properties, 'URL')),
      ...readStart(propertyOf(properties, 'DTSTART'), calendar, zone),
    },
    venue: readVenue(unescapeText(valueIn(properties, 'LOCATION'))),
    organiser: readOrganiser(propertyOf(properties, 'ORGANIZER')),
    performers: [],
  };
}

/** The name of a place is what stands before its address; an online event's place is a link. */
function readVenue(location: string): { name: string; url: string } {
  const url = webAddress(location);
  if (url !== '') return { name: '', url };
  const [first = ''] = location.split(/\n|,/, 1);
  return { name: label(/^\s*\d|^\s*$/.test(first) ? location : first), url: '' };
}

/** Its mail address is nobody's business in a post. */
function readOrganiser(property: IcsProperty | undefined): { name: string; url: string } {
  return {
    name: label(property?.parameters.get('CN') ?? ''),
    url: webAddress(property?.value ?? ''),
  };
}

/** DATE, DATE-TIME with a zone, in UTC, or floating (RFC 5545, 3.3.4 and 3.3.5). */
function readStart(
  property: IcsProperty | undefined,
  calendar: readonly IcsComponent[],
  zone: string,
): { startsAt: string; timeZone: string } {
  const pattern = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?$/;
  const match = pattern.exec(property?.value.trim().toUpperCase() ?? '');
  if (!match) return { startsAt: '', timeZone: '' };
  const [, year, month, day, hour, minute, utc] = match;
  const date = `${year}-${month}-${day}`;
  const local = hour === undefined ? date : `${date}T${hour}:${minute}`;
  if (!offsetOfLocal(local, 'UTC')) return { startsAt: '', timeZone: '' };
  if (hour === undefined) return { startsAt: date, timeZone: zone };
  if (utc) {
    const here = zone === '' ? undefined : localTimeAt(`${local}Z`, zone);
    return here ? { startsAt: here, timeZone: zone } : { startsAt: local, timeZone: 'UTC' };
  }
  const tzid = property?.parameters.get('TZID');
  return { startsAt: local, timeZone: tzid === undefined ? zone : icsTimeZone(tzid, calendar) };
}
