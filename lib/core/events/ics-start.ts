import { localTimeAt, offsetOfLocal } from '../time/time-zone.ts';
import type { IcsComponent, IcsProperty } from './ics-lines.ts';
import { icsTimeZone } from './ics-time-zone.ts';

/** A local date (and time) and its zone; '' if unknown. */
export interface IcsTime {
  /** `2025-10-28T19:00` or `2025-10-28`. */
  local: string;
  timeZone: string;
}

/** What is needed to read the times of a calendar. */
export interface IcsContext {
  calendar: readonly IcsComponent[];
  /** The calendar's own zone, for times in UTC and floating ones; ''. */
  zone: string;
}

const form = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?$/;

/** DATE, DATE-TIME with a zone, in UTC, or floating (RFC 5545, 3.3.4 and 3.3.5). */
export function readIcsTime(
  value: string,
  tzid: string | undefined,
  { calendar, zone }: IcsContext,
): IcsTime {
  const [, year, month, day, hour, minute, utc] = form.exec(value.trim().toUpperCase()) ?? [];
  const date = `${year}-${month}-${day}`;
  const local = hour === undefined ? date : `${date}T${hour}:${minute}`;
  if (!offsetOfLocal(local, 'UTC')) return { local: '', timeZone: '' };
  if (hour === undefined) return { local: date, timeZone: zone };
  if (utc) {
    const here = zone === '' ? undefined : localTimeAt(`${local}Z`, zone);
    return here ? { local: here, timeZone: zone } : { local, timeZone: 'UTC' };
  }
  return { local, timeZone: tzid === undefined ? zone : icsTimeZone(tzid, calendar, local) };
}

/** Returns the time in a property. */
export function timeOf(property: IcsProperty | undefined, context: IcsContext): IcsTime {
  return readIcsTime(property?.value ?? '', property?.parameters.get('TZID'), context);
}

/** Returns the days (ISO dates) in a list of times, such as `EXDATE`. */
export function daysOf(properties: readonly IcsProperty[], context: IcsContext): string[] {
  return properties.flatMap(({ value, parameters }) =>
    value
      .split(',')
      .map((each) => readIcsTime(each, parameters.get('TZID'), context).local.slice(0, 10))
      .filter((day) => day !== ''),
  );
}
