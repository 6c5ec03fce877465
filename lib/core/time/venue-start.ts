import { isTimeZone, localTimeAt, offsetAt, offsetOfLocal } from './time-zone.ts';

/** When an event begins by the clock at its venue; '' if unknown. */
export interface VenueStart {
  /** `2025-10-28T19:00` or `2025-10-28`. */
  startsAt: string;
  /** An IANA zone, `UTC`, `+01:00`, or ''. */
  timeZone: string;
  /**
   * The page contradicts itself, or the clock at the venue skips this time, so the user should
   * check it.
   */
  doubtful: boolean;
}

const form =
  /^(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const unknown: VenueStart = { startsAt: '', timeZone: '', doubtful: false };

/**
 * `+01`, `+0100` → `+01:00`; `Z`, `UTC`, `GMT`, and `-00:00` (RFC 3339, 4.3) → `UTC`; '' if it is
 * no offset.
 */
function offsetName(written: string | undefined): string {
  if (!written) return '';
  if (/^[zug]/i.test(written)) return 'UTC';
  const offset = `${written.slice(0, 3)}:${written.slice(3).replace(':', '') || '00'}`;
  if (offset === '-00:00') return 'UTC';
  return isTimeZone(offset) ? offset : '';
}

const isZero = (offset: string) => offset === 'UTC' || offset === '+00:00';

/** True if a zone's clock has this offset in that year's winter or summer. */
function hasOffset(zone: string, offset: string, year: string): boolean {
  const minutes = offsetAt(0, offset);
  return ['01', '07'].some(
    (month) => offsetAt(Date.parse(`${year}-${month}-01`), zone) === minutes,
  );
}

/**
 * Reads a start as schema.org (`startDate`) and the sites' own data write it: ISO 8601, with a time
 * or as a day alone.
 *
 * With a zone that the page names, a start in UTC is converted to that zone. The zone's offset in
 * the other half of the year means that the page forgot daylight saving, so the local time counts.
 * Any other offset means a server elsewhere, so the instant counts. Without a named zone the offset
 * is used as the zone; without either, the time is the venue's, and its zone is unknown.
 * @param written as the page gives it
 * @param namedZone an IANA zone or fixed offset, or ''
 */
export function venueStart(written: string, namedZone = ''): VenueStart {
  const [, day = '', hour, minute, suffix] = form.exec(written.trim()) ?? [];
  if (!offsetOfLocal(day, 'UTC')) return unknown;
  const zone = isTimeZone(namedZone) ? namedZone : '';
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) {
    return { startsAt: day, timeZone: zone, doubtful: false };
  }
  const startsAt = `${day}T${hour}:${minute}`;
  const offset = offsetName(suffix);
  if (zone === '') return { startsAt, timeZone: offset, doubtful: false };
  const there = offset === '' ? startsAt : localTimeAt(moment(startsAt, offset), zone);
  if (there === undefined || there === startsAt) {
    const skipped = offsetOfLocal(startsAt, zone)?.certainty === 'gap';
    return { startsAt, timeZone: zone, doubtful: skipped };
  }
  if (!isZero(offset) && hasOffset(zone, offset, day.slice(0, 4))) {
    return { startsAt, timeZone: zone, doubtful: true };
  }
  return { startsAt: there, timeZone: zone, doubtful: false };
}

/** Returns the ISO instant of a local time with its offset. */
function moment(local: string, offset: string): string {
  return `${local}:00${offset === 'UTC' ? 'Z' : offset}`;
}
