import { isTimeZone } from '../time/time-zone.ts';
import { windowsZone } from '../time/windows-zones.ts';
import type { IcsComponent } from './ics-lines.ts';
import { parseRecurrence, recurringDays } from './recurrence.ts';

/**
 * Returns the zone at the end of a name with a prefix:
 * `/softwarestudio.org/Olson_2011/Europe/Berlin`.
 */
function withoutPrefix(name: string): string | undefined {
  const parts = name.split('/').filter(Boolean);
  for (let count = Math.min(parts.length, 3); count >= 2; count--) {
    const zone = parts.slice(-count).join('/');
    if (isTimeZone(zone)) return zone;
  }
  return undefined;
}

const textOf = ({ properties }: IcsComponent, name: string): string =>
  properties.find((property) => property.name === name)?.value.trim() ?? '';

/** `+0100` → `+01:00`. */
function offsetName(value: string): string | undefined {
  const [, hours, minutes] = /^([+-]\d{2})(\d{2})(?:\d{2})?$/.exec(value) ?? [];
  return hours && isTimeZone(`${hours}:${minutes}`) ? `${hours}:${minutes}` : undefined;
}

/**
 * Returns when a half of the year (standard or daylight time) last began before a local time, as
 * local time; '' if never.
 */
function lastOnset(half: IcsComponent, before: string): string {
  const [, date = '', clock = ''] = /^(\d{8})T(\d{4})/.exec(textOf(half, 'DTSTART')) ?? [];
  const isoDay = (digits: string) =>
    `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const time = `T${clock.slice(0, 2)}:${clock.slice(2)}`;
  const first = isoDay(date);
  if (Number.isNaN(Date.parse(first))) return '';
  const rule = parseRecurrence(textOf(half, 'RRULE'));
  const until = rule?.until ? isoDay(rule.until) : '9999-12-31';
  const lastDay = [before.slice(0, 10), until].sort()[0] ?? '';
  const days = [
    first,
    ...(rule ? recurringDays(rule, first, lastDay) : []),
    ...half.properties
      .filter(({ name }) => name === 'RDATE')
      .flatMap(({ value }) => value.split(',').map((each) => isoDay(each.trim()))),
  ];
  return days
    .map((day) => day + time)
    .reduce((latest, onset) => (onset <= before && onset > latest ? onset : latest), '');
}

/**
 * Returns the offset that a VTIMEZONE (RFC 5545, 3.6.5) gives for a local time: that of the half of
 * the year that began last.
 */
function offsetIn(zone: IcsComponent | undefined, local: string): string | undefined {
  const halves = zone?.components.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT');
  if (!halves?.length) return undefined;
  const begun = halves
    .map((half) => ({ half, onset: lastOnset(half, local) }))
    .filter(({ onset }) => onset !== '')
    .sort((one, other) => (one.onset < other.onset ? 1 : -1));
  const [last] = begun;
  if (last) return offsetName(textOf(last.half, 'TZOFFSETTO'));
  const [first] = halves;
  return first && offsetName(textOf(first, 'TZOFFSETFROM') || textOf(first, 'TZOFFSETTO'));
}

/**
 * Returns the IANA zone that a TZID means, else the offset that the calendar's own definition gives
 * for this local time; '' if unknown.
 * @param local `2025-10-28T19:00`
 */
export function icsTimeZone(
  tzid: string,
  calendar: readonly IcsComponent[],
  local: string,
): string {
  const name = tzid.trim().replace(/^"|"$/g, '');
  if (name === '') return '';
  if (isTimeZone(name)) return name;
  const definition = calendar.find(
    (component) => component.name === 'VTIMEZONE' && textOf(component, 'TZID') === name,
  );
  const location = definition ? textOf(definition, 'X-LIC-LOCATION') : '';
  return (
    [windowsZone(name) ?? '', location, withoutPrefix(name) ?? ''].find(
      (zone) => zone !== '' && isTimeZone(zone),
    ) ??
    offsetIn(definition, local) ??
    ''
  );
}
