import { formatOffset } from './date.ts';
import { isTimeZone, offsetOfLocal } from './time-zone.ts';
import { type DateReader, readTypedDate, type UnreadDate } from './typed-date.ts';

/**
 * Formats a stored date as people type it, `2026-03-19 10:30 +01:00`, with seconds only if there
 * are some.
 */
export function dateToText(date: string): string {
  const [, day, time, seconds, offset] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):(\d{2})(.+)$/.exec(date) ?? [];
  if (!day) return date;
  return `${day} ${time}${seconds === '00' ? '' : `:${seconds}`} ${offset}`;
}

/**
 * Reads a post's date. What the text leaves out comes from its context: the time from the stored
 * date, the offset from the zone.
 * @param stored `2026-03-19T10:30:00+01:00`
 * @param zone of the event, or of the browser
 * @returns the date as it is stored
 */
export function textToDate(
  text: string,
  stored: string,
  zone: string,
  reader: DateReader,
): { date: string } | UnreadDate {
  const typed = readTypedDate(text, reader);
  if ('problem' in typed) return typed;
  const time = typed.time ?? stored.slice(11, 19);
  const local = `${typed.day}T${time.length === 5 ? `${time}:00` : time}`;
  if (typed.zone !== undefined && !isTimeZone(typed.zone)) return { problem: 'impossible' };
  const offset = typed.offsetMinutes ?? offsetOfLocal(local, typed.zone ?? zone)?.offsetMinutes;
  return { date: local + (offset === undefined ? stored.slice(19) : formatOffset(offset)) };
}

/** Formats a stored local date and time (`2026-03-17T19:00`) as `2026-03-17 19:00`. */
export function startToText(startsAt: string): string {
  return startsAt.replace('T', ' ');
}

/** An event's start as it is stored; the zone only if the text gives another one. */
export interface TypedStart {
  startsAt: string;
  timeZone?: string;
}

/**
 * Reads an event's start: a local date, or date and time; '' stays ''.
 * @param zones the stored one, then others that an offset may mean (`CET`)
 */
export function textToStart(
  text: string,
  zones: readonly string[],
  reader: DateReader,
): TypedStart | UnreadDate {
  if (text.trim() === '') return { startsAt: '' };
  const typed = readTypedDate(text, reader);
  if ('problem' in typed) return typed;
  const { day, time, offsetMinutes, zone } = typed;
  const startsAt = time === undefined ? day : `${day}T${time.slice(0, 5)}`;
  if (zone !== undefined) {
    return isTimeZone(zone) ? { startsAt, timeZone: zone } : { problem: 'impossible' };
  }
  if (offsetMinutes === undefined) return { startsAt };
  const meant = zones.find(
    (each) => offsetOfLocal(startsAt, each)?.offsetMinutes === offsetMinutes,
  );
  return { startsAt, timeZone: meant ?? formatOffset(offsetMinutes) };
}
