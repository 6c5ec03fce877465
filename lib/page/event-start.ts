/** Local date and time at the venue, and the zone it is in; both '' where they are not known. */
export interface EventStart {
  /** `2025-10-28T19:00` or `2025-10-28`. */
  startsAt: string;
  /** `+01:00`, `UTC`, an IANA name the page gives, or ''. */
  timeZone: string;
}

const form =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function zoneOf(written: string | undefined): string {
  if (!written) return '';
  if (/^[zug]/i.test(written)) return 'UTC';
  return `${written.slice(0, 3)}:${written.slice(3).replace(':', '') || '00'}`;
}

function isTimeZone(name: string): boolean {
  try {
    return (
      name !== '' &&
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions() !== undefined
    );
  } catch {
    return false;
  }
}

/** The wall clock in `zone` at a UTC date and time. */
function inZone(startsAt: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(`${startsAt}:00Z`));
  return parts.replace(' ', 'T');
}

/**
 * `startDate` as schema.org has it. The wall clock is taken as written, its offset becomes the
 * time zone. A start in UTC (`…Z`) is the local time only for a zone the page names
 * (`scheduleTimezone`); without one it stays in UTC, and says so, rather than being guessed.
 */
export function eventStart(startDate: string, namedZone = ''): EventStart {
  const match = form.exec(startDate.trim());
  if (!match) return { startsAt: '', timeZone: '' };
  const [, year = '', month = '', day = '', hour, minute, written] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day)))
    return { startsAt: '', timeZone: '' };
  const zone = isTimeZone(namedZone) ? namedZone : '';
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) {
    return { startsAt: date, timeZone: zone };
  }
  const startsAt = `${date}T${hour}:${minute}`;
  const offset = zoneOf(written);
  if (offset === 'UTC' && zone !== '') return { startsAt: inZone(startsAt, zone), timeZone: zone };
  return { startsAt, timeZone: offset === '' ? zone : zone || offset };
}
