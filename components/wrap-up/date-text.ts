import { formatOffset, parseDate } from '../../lib/core/time/date.ts';

/** `2026-03-19 10:30 +01:00`: a stored date as one types it; seconds only where there are some. */
export function dateToText(date: string): string {
  const [, day, time, seconds, offset] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):(\d{2})(.+)$/.exec(date) ?? [];
  if (!day) return date;
  return `${day} ${time}${seconds === '00' ? '' : `:${seconds}`} ${offset}`;
}

const typedDate =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-−])(\d{1,2}):?(\d{2})?)$/i;

const two = (text: string) => text.padStart(2, '0');

/** Reads a date, a time and a UTC offset; undefined where one of them is missing or impossible. */
export function textToDate(text: string): string | undefined {
  const match = typedDate.exec(text.trim());
  if (!match) return undefined;
  const [
    ,
    year,
    month = '',
    day = '',
    hour = '',
    minute,
    second = '00',
    utc,
    sign,
    hours,
    minutes,
  ] = match;
  const offset = offsetOf(utc, sign, hours, minutes);
  const date = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`;
  return offset && parseDate(date) ? date : undefined;
}

function offsetOf(utc?: string, sign?: string, hours = '', minutes = '0'): string | undefined {
  if (utc) return formatOffset(0);
  const total = Number(hours) * 60 + Number(minutes);
  // The widest offsets in use are -12:00 and +14:00.
  if (total > 14 * 60 || Number(minutes) > 59) return undefined;
  return formatOffset(sign === '+' ? total : -total);
}

/** `2026-03-17 19:00` of a stored local date and time (`2026-03-17T19:00`). */
export function startToText(startsAt: string): string {
  return startsAt.replace('T', ' ');
}

const typedStart = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2}))?$/;

/** Reads a local date, or date and time; '' stays ''; undefined for anything else. */
export function textToStart(text: string): string | undefined {
  if (text.trim() === '') return '';
  const match = typedStart.exec(text.trim());
  if (!match) return undefined;
  const [, year, month = '', day = '', hour, minute] = match;
  const date = `${year}-${two(month)}-${two(day)}${hour ? `T${two(hour)}:${minute}` : ''}`;
  return parseDate(date) ? date : undefined;
}
