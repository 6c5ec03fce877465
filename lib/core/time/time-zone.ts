const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A time zone's local time, as an offset from UTC. */
export interface LocalOffset {
  /** Minutes east of UTC. */
  offsetMinutes: number;
  /**
   * `gap`: the clock skips this time (start of daylight saving), and this is the offset before it.
   * `overlap`: the clock shows it twice (end of daylight saving), and this is the first offset.
   */
  certainty: 'unique' | 'gap' | 'overlap';
}

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();
const maxFormatters = 200;

/**
 * Formatters are expensive to create, so they are cached; a zone that the platform doesn't know has
 * none.
 */
function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(zone)) return formatters.get(zone);
  if (formatters.size >= maxFormatters) formatters.clear();
  const formatter = createFormatter(zone);
  formatters.set(zone, formatter);
  return formatter;
}

function createFormatter(zone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z][\w+/-]{0,99}$/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // There is no time zone with that name.
    return undefined;
  }
}

/** Returns the minutes east of UTC for `+01:00`, `-0530`, `Z`; undefined for anything else. */
function fixedOffset(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return undefined;
  const [, sign, hours, minutes] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' && offset > 0 ? -offset : offset;
}

/** True if this is an IANA zone that the platform knows, or a fixed offset (`+01:00`). */
export function isTimeZone(zone: string): boolean {
  return fixedOffset(zone) !== undefined || formatterOf(zone) !== undefined;
}

/**
 * Returns the minutes east of UTC in a zone at an instant; undefined for an unknown zone or
 * instant.
 * @param epochMs milliseconds since 1970 UTC
 */
export function offsetAt(epochMs: number, zone: string): number | undefined {
  if (Number.isNaN(new Date(epochMs).getTime())) return undefined;
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const formatter = formatterOf(zone);
  if (!formatter) return undefined;
  const field: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(epochMs)) field[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  const wholeSeconds = Math.floor(epochMs / 1000) * 1000;
  return Math.round((local.getTime() - wholeSeconds) / minuteMs);
}

/** Parses `2025-10-28T19:00`, or a date as its midnight, as if it were UTC. */
function localEpoch(local: string): number | undefined {
  const match = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/.exec(local);
  if (!match) return undefined;
  const epoch = Date.parse(local.includes('T') ? `${local}Z` : local);
  if (Number.isNaN(epoch)) return undefined;
  // Date.parse may accept 31 February as 3 March.
  return new Date(epoch).toISOString().startsWith(local.slice(0, 10)) ? epoch : undefined;
}

/** Returns the offset that a local date and time (`2025-10-28T19:00`) has in a zone. */
export function offsetOfLocal(local: string, zone: string): LocalOffset | undefined {
  const epoch = localEpoch(local);
  if (epoch === undefined) return undefined;
  const before = offsetAt(epoch - dayMs, zone);
  const after = offsetAt(epoch + dayMs, zone);
  if (before === undefined || after === undefined) return undefined;
  const holds = (offset: number) => offsetAt(epoch - offset * minuteMs, zone) === offset;
  const isBefore = holds(before);
  if (before === after) return { offsetMinutes: before, certainty: 'unique' };
  const isAfter = holds(after);
  if (isBefore && isAfter) return { offsetMinutes: before, certainty: 'overlap' };
  if (isAfter) return { offsetMinutes: after, certainty: 'unique' };
  return { offsetMinutes: before, certainty: isBefore ? 'unique' : 'gap' };
}

/** Returns the local date and time in a zone (`2025-10-28T19:00`) at an ISO instant. */
export function localTimeAt(instant: string, zone: string): string | undefined {
  const epochMs = Date.parse(instant);
  const offsetMinutes = offsetAt(epochMs, zone);
  if (offsetMinutes === undefined) return undefined;
  const local = new Date(epochMs + offsetMinutes * minuteMs);
  const text = Number.isNaN(local.getTime()) ? '' : local.toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 16) : undefined;
}
