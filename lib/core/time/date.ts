const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A date as a text gives it; what the text does not say is absent. */
export interface DateParts {
  year: number;
  /** 1–12 */
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Minutes east of UTC. */
  offsetMinutes?: number;
}

const isoPattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Parses an ISO 8601 date or date and time, in full or in part; undefined for anything else. */
export function parseDate(text: string): DateParts | undefined {
  const match = isoPattern.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, offset] = match;
  const parts: DateParts = { year: Number(year) };
  if (month !== undefined) parts.month = Number(month);
  if (day !== undefined) parts.day = Number(day);
  if (hour !== undefined) parts.hour = Number(hour);
  if (minute !== undefined) parts.minute = Number(minute);
  if (second !== undefined) parts.second = Number(second);
  if (offset !== undefined) parts.offsetMinutes = parseOffset(offset);
  return isPossible(parts) ? parts : undefined;
}

function parseOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith('-') ? -minutes : minutes;
}

function isPossible({ year, month = 1, day = 1, hour = 0, minute = 0, second = 0 }: DateParts) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const sameDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return sameDay && hour < 24 && minute < 60 && second < 61;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `+02:00`; minutes east of UTC. */
export function formatOffset(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * Returns the local date and time with its offset, to the second (`2025-10-30T10:30:00+02:00`).
 * @param instant ISO 8601 instant
 * @param offsetMinutes minutes east of UTC
 */
export function toOffsetDateTime(instant: string, offsetMinutes: number): string {
  const local = new Date(Date.parse(instant) + offsetMinutes * 60_000);
  return local.toISOString().slice(0, 19) + formatOffset(offsetMinutes);
}

/** Returns the day of the week, 0 = Sunday, in the proleptic Gregorian calendar. */
function weekday({ year, month = 1, day = 1 }: DateParts): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay();
}

/**
 * Formats a date with the strftime(3) conversions that need no locale and no time zone: Y m d H M S
 * y e b B a A I p z F T R %, in English, and GNU's `:z` (`+01:00`); `-` after `%` drops the leading
 * zero. The fields are used as written: nothing is converted to another time zone. An unknown
 * conversion stays as it is.
 */
export function formatDate(parts: DateParts, pattern: string): string {
  return pattern.replace(/%(-?)(:z|[a-zA-Z%])/g, (whole, minus: string, letter: string) => {
    const text = conversion(parts, letter);
    if (text === undefined) return whole;
    return minus === '-' ? text.replace(/^0+(?=\d)/, '') : text;
  });
}

function conversion(parts: DateParts, letter: string): string | undefined {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const monthName = monthNames[month - 1] ?? '';
  const dayName = dayNames[weekday(parts)] ?? '';
  switch (letter) {
    case 'Y':
      return String(year).padStart(4, '0');
    case 'y':
      return two(year % 100);
    case 'm':
      return two(month);
    case 'd':
      return two(day);
    case 'e':
      return String(day);
    case 'B':
      return monthName;
    case 'b':
      return monthName.slice(0, 3);
    case 'A':
      return dayName;
    case 'a':
      return dayName.slice(0, 3);
    case 'H':
      return two(hour);
    case 'I':
      return two(hour % 12 || 12);
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'M':
      return two(minute);
    case 'S':
      return two(second);
    case 'z':
      return formatOffset(parts.offsetMinutes ?? 0).replace(':', '');
    case ':z':
      return formatOffset(parts.offsetMinutes ?? 0);
    case 'F':
      return formatDate(parts, '%Y-%m-%d');
    case 'T':
      return formatDate(parts, '%H:%M:%S');
    case 'R':
      return formatDate(parts, '%H:%M');
    case '%':
      return '%';
    default:
      return undefined;
  }
}
