import { cleanUrl } from '../address/url.ts';
import { parseWebUrl } from '../address/web-url.ts';
import { clampText, limits } from '../base/limits.ts';
import type { CapturedEvent } from '../capture/capture.ts';
import { oneLine } from '../text/title.ts';
import { isTimeZone } from '../time/time-zone.ts';
import {
  type IcsComponent,
  type IcsProperty,
  parseIcsComponents,
  unescapeText,
} from './ics-lines.ts';
import { daysOf, type IcsContext, readIcsTime, timeOf } from './ics-start.ts';
import { parseRecurrence, recurringDays } from './recurrence.ts';

/** Longer calendars are cut; a meetup's calendar has a few kilobytes. */
const maxLength = 5_000_000;
const maxEvents = 500;
const dayMs = 24 * 60 * 60_000;

export interface IcsOptions {
  /** ISO instant: of a series, the last past and the next future event are returned. */
  now?: string;
}

/** True if a text is a calendar, and not a page that a server may answer with. */
export function isCalendar(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCALENDAR/i.test(text.slice(0, 1_000));
}

/**
 * Returns the events of an iCalendar text (RFC 5545), in their order; empty if there are none. Of a
 * series it returns the one before `now` and the one after it or, if the rule is not understood,
 * the first. A start in an unknown zone keeps its local time, with `timeZone` ''.
 */
export function parseIcs(text: string, { now = '' }: IcsOptions = {}): CapturedEvent[] {
  return parseIcsComponents(text.slice(0, maxLength))
    .filter(({ name }) => name === 'VCALENDAR')
    .flatMap((calendar) => {
      const own = valueIn(calendar.properties, 'X-WR-TIMEZONE').trim();
      const context = { calendar: calendar.components, zone: isTimeZone(own) ? own : '' };
      const events = calendar.components.filter(({ name }) => name === 'VEVENT');
      const moved = movedDays(events, context);
      return events
        .slice(0, maxEvents)
        .flatMap((component) => readEvents(component, context, moved, now.slice(0, 10)));
    })
    .slice(0, maxEvents);
}

/** Returns the days of series that have a separate event (`RECURRENCE-ID`), by the series' id. */
function movedDays(events: readonly IcsComponent[], context: IcsContext): Map<string, string[]> {
  const moved = new Map<string, string[]>();
  for (const { properties } of events) {
    const ids = properties.filter(({ name }) => name === 'RECURRENCE-ID');
    const uid = valueIn(properties, 'UID');
    if (ids.length > 0) moved.set(uid, [...(moved.get(uid) ?? []), ...daysOf(ids, context)]);
  }
  return moved;
}

/** Returns an event or, of a series, those around today. */
function readEvents(
  { properties }: IcsComponent,
  context: IcsContext,
  moved: ReadonlyMap<string, string[]>,
  today: string,
): CapturedEvent[] {
  const rule = valueIn(properties, 'RRULE');
  const read = (startDay?: string) => readEvent(properties, context, startDay);
  if (rule === '') return [read()];
  const start = timeOf(propertyOf(properties, 'DTSTART'), context);
  const recurrence = parseRecurrence(rule);
  if (!recurrence || start.local === '' || today === '') {
    return [{ ...read(), firstOfSeries: true }];
  }
  const skipped = new Set([
    ...daysOf(
      properties.filter(({ name }) => name === 'EXDATE'),
      context,
    ),
    ...(moved.get(valueIn(properties, 'UID')) ?? []),
  ]);
  const until = readIcsTime(recurrence.until, undefined, { ...context, zone: start.timeZone });
  const lastDay = [until.local.slice(0, 10), yearAfter(today)].filter(Boolean).sort()[0] ?? '';
  const around: string[] = [];
  for (const day of recurringDays(recurrence, start.local.slice(0, 10), lastDay)) {
    if (skipped.has(day)) continue;
    if (day < today) around[0] = day;
    else {
      around.push(day);
      break;
    }
  }
  const isEndless = recurrence.count === 0 && recurrence.until === '';
  const [last = ''] = around.slice(-1);
  // The series is endless and yet has no future event, because it begins too long ago to be
  // followed up to today.
  if (last === '' || (isEndless && last < today)) return [{ ...read(), firstOfSeries: true }];
  return around.map(read);
}

const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

function propertyOf(properties: readonly IcsProperty[], name: string): IcsProperty | undefined {
  return properties.find((property) => property.name === name);
}

function valueIn(properties: readonly IcsProperty[], name: string): string {
  return propertyOf(properties, name)?.value ?? '';
}

function label(text: string): string {
  return clampText(oneLine(text), limits.label);
}

function webAddress(text: string): string {
  const url = parseWebUrl(text.trim());
  return url ? cleanUrl(text.trim()) : '';
}

/** @param startDay the day that it takes place on, if that is not its first (ISO date) */
function readEvent(
  properties: readonly IcsProperty[],
  context: IcsContext,
  startDay?: string,
): CapturedEvent {
  const begin = propertyOf(properties, 'DTSTART');
  const first = timeOf(begin, context);
  const { local, timeZone } =
    startDay === undefined
      ? first
      : timeOf(begin && { ...begin, value: onDay(begin.value, startDay) }, context);
  const status = valueIn(properties, 'STATUS').trim().toUpperCase();
  const endsAt = startDay === undefined ? endOf(properties, context, local) : '';
  return {
    event: {
      name: label(unescapeText(valueIn(properties, 'SUMMARY'))),
      url: webAddress(valueIn(properties, 'URL')),
      startsAt: local,
      timeZone,
    },
    ...readVenue(unescapeText(valueIn(properties, 'LOCATION'))),
    organiser: readOrganiser(propertyOf(properties, 'ORGANIZER')),
    performers: [],
    ...(endsAt === '' ? {} : { endsAt }),
    ...(status === 'CANCELLED' ? { status: 'cancelled' } : {}),
  };
}

/** Returns a value on another day, at its own time. */
const onDay = (value: string, day: string) =>
  value.trim().replace(/^\d{8}/, day.replaceAll('-', ''));

/** Returns when it ends; an end without a time is the day after the last (RFC 5545, 3.6.1). */
function endOf(properties: readonly IcsProperty[], context: IcsContext, start: string): string {
  const { local } = timeOf(propertyOf(properties, 'DTEND'), context);
  if (local === '' || local.includes('T') || local <= start) return local > start ? local : '';
  return new Date(Date.parse(local) - dayMs).toISOString().slice(0, 10);
}

/** The name of a place comes before its address; the place of an online event is a link. */
function readVenue(location: string): Pick<CapturedEvent, 'venue' | 'venueAddress' | 'online'> {
  const url = webAddress(location);
  if (url !== '') return { venue: { name: '', url }, online: 'only' };
  const [first = ''] = location.split(/\n|,/, 1);
  if (/^\s*\d|^\s*$/.test(first)) return { venue: { name: label(location), url: '' } };
  const rest = label(
    location
      .slice(first.length)
      .replace(/\n/g, ', ')
      .replace(/^[\s,]+/, '')
      .replace(/,[\s,]+/g, ', '),
  );
  return { venue: { name: label(first), url: '' }, ...(rest === '' ? {} : { venueAddress: rest }) };
}

/** The organiser's mail address has no business in a post. */
function readOrganiser(property: IcsProperty | undefined): { name: string; url: string } {
  return {
    name: label(property?.parameters.get('CN') ?? ''),
    url: webAddress(property?.value ?? ''),
  };
}
