import { parseDate } from './date.ts';

/** How to read a date that leaves something out. */
export interface DateReader {
  /** A day (`2026-03-19`); a date without a year is the one nearest to it. */
  near: string;
  /** True if `3/4/2026` means 3 April, as in the note-taker's language, and not 4 March. */
  dayFirst: boolean;
}

/** A date as it was typed; what the text does not say is absent. */
export interface TypedDate {
  /** `2026-03-19` */
  day: string;
  /** `10:30` or `10:30:15` */
  time?: string;
  /** Minutes east of UTC (`+01:00`, `CET`). */
  offsetMinutes?: number;
  /** An IANA zone as it was typed; nobody has checked that it exists. */
  zone?: string;
}

/** Why a text is no date: it contains none, or there is no such day or time. */
export type UnreadDate = { problem: 'unreadable' | 'impossible' };

const months = [
  ['january', 'januar', 'jänner', 'jaenner'],
  ['february', 'februar', 'feber'],
  ['march', 'märz', 'maerz', 'mrz'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'dezember'],
] as const;

const weekday =
  /^(?:mon(?:day|tag)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|mo|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?)(?![a-zäöü])[.,]?\s*/;

const namedOffsets: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
};

const clock = String.raw`(?<hour>\d{1,2})(?:(?:[:.]|h)(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:\s*(?<half>[ap])\.?m\b\.?)?(?:\s*uhr\b)?|\s*(?<soleHalf>[ap])\.?m\b\.?|\s*(?:uhr|h)\b(?:\s*(?<uhrMinute>\d{2}))?)`;
const zoned = String.raw`(?:\s*\(?(?:(?:utc|gmt)?\s*(?<sign>[+−-])(?<zoneHours>\d{1,2})(?::?(?<zoneMinutes>\d{2}))?|(?<zoneName>z|[a-z]{3,4}|[a-z_]+(?:/[a-z_+\-\d]+){1,2}))\)?)?`;
const clockLast = new RegExp(String.raw`(?:^|[\s,]|(?<=\d)t)(?:(?:at|um|ab)\s+)?${clock}${zoned}$`);
const clockFirst = new RegExp(
  String.raw`^(?:(?:at|um|ab)\s+)?${clock}${zoned}(?:\s+on\b|\s+am\b)?(?:[\s,]+)`,
);

type Groups = Record<string, string | undefined>;

/**
 * Reads a date, with a time and a zone after or before it, as people write them in English and
 * German: `19.3.2026 10:30`, `19 March`, `Mar 19, 7 pm`, `3/4/2026`, `Do, 19. März 2026, 19 Uhr`,
 * `2026-03-19 10:30 +01:00`.
 */
export function readTypedDate(text: string, reader: DateReader): TypedDate | UnreadDate {
  const plain = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  for (const pattern of [clockLast, clockFirst]) {
    const match = pattern.exec(plain);
    if (!match?.groups) continue;
    const rest = plain.slice(0, match.index) + plain.slice(match.index + match[0].length);
    const day = readDay(rest, reader);
    if (day === undefined) continue;
    const time = readTime(match.groups);
    const zone = readZone(match.groups, text);
    if (time === undefined || zone === undefined || day === '') return { problem: 'impossible' };
    return { day, time, ...zone };
  }
  const day = readDay(plain, reader);
  if (day === undefined) return { problem: 'unreadable' };
  return day === '' ? { problem: 'impossible' } : { day };
}

const two = (value: number | string) => String(value).padStart(2, '0');

function readTime(groups: Groups): string | undefined {
  const { hour = '', minute, uhrMinute, second } = groups;
  const half = groups.half ?? groups.soleHalf;
  const hours = Number(hour);
  if (half !== undefined && (hours < 1 || hours > 12)) return undefined;
  const of24 = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  const minutes = minute ?? uhrMinute ?? '00';
  if (of24 > 23 || Number(minutes) > 59 || Number(second ?? 0) > 59) return undefined;
  return [two(of24), minutes, ...(second === undefined ? [] : [second])].join(':');
}

function readZone(
  groups: Groups,
  text: string,
): Pick<TypedDate, 'offsetMinutes' | 'zone'> | undefined {
  const { sign, zoneHours = '0', zoneMinutes = '0', zoneName } = groups;
  if (sign !== undefined) {
    const minutes = Number(zoneHours) * 60 + Number(zoneMinutes);
    // The widest offsets in use are -12:00 and +14:00.
    if (minutes > 14 * 60 || Number(zoneMinutes) > 59) return undefined;
    return { offsetMinutes: sign === '+' || minutes === 0 ? minutes : -minutes };
  }
  if (zoneName === undefined) return {};
  if (zoneName.includes('/')) {
    const at = text.toLowerCase().lastIndexOf(zoneName);
    return { zone: text.slice(at, at + zoneName.length) };
  }
  const offsetMinutes = namedOffsets[zoneName];
  return offsetMinutes === undefined ? undefined : { offsetMinutes };
}

/** Returns `2026-03-19`; '' if there is no such day; undefined if the text is no date. */
function readDay(text: string, reader: DateReader): string | undefined {
  const bare = text
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(weekday, '')
    .replace(/(?:\s+|,\s*)(?:at|um|ab|on|am)$/, '');
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(bare);
  if (iso) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?$/.exec(bare);
  if (dotted) return dayNear(dotted[3], Number(dotted[2]), Number(dotted[1]), reader);
  const slashed = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(bare);
  if (slashed) {
    const [one, other] = [Number(slashed[1]), Number(slashed[3])];
    const isDayFirst = one > 12 || (other <= 12 && reader.dayFirst);
    const [day, month] = isDayFirst ? [one, other] : [other, one];
    return dayNear(slashed[4], month, day, reader);
  }
  const dayMonth =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?[ -]?([a-zäöü]{3,})\.?,?(?:[ -](\d{4}))?$/.exec(bare);
  if (dayMonth) return dayOfMonth(dayMonth[2], dayMonth[1], dayMonth[3], reader);
  const monthDay = /^([a-zäöü]{3,})\.?[ -]?(\d{1,2})(?:st|nd|rd|th|\.)?(?:,? (\d{4}))?$/.exec(bare);
  if (monthDay) return dayOfMonth(monthDay[1], monthDay[2], monthDay[3], reader);
  return undefined;
}

function dayOfMonth(
  name = '',
  day: string | undefined,
  year: string | undefined,
  reader: DateReader,
): string | undefined {
  const at = months.findIndex((names) => names.some((each) => each.startsWith(name)));
  return at < 0 ? undefined : dayNear(year, at + 1, Number(day), reader);
}

function dayOf(year: number, month: number, day: number): string {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return parseDate(text) ? text : '';
}

/** Returns a day in the typed year (`26` is 2026), or in the year that makes it nearest. */
function dayNear(
  year: string | undefined,
  month: number,
  day: number,
  { near }: DateReader,
): string {
  if (year !== undefined)
    return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const nearMs = Date.parse(near);
  const around = Number(near.slice(0, 4));
  // A leap day may be up to eight years away.
  const days = Array.from({ length: 17 }, (_, at) => dayOf(around - 8 + at, month, day)).filter(
    Boolean,
  );
  const distance = (each: string) => Math.abs(Date.parse(each) - nearMs);
  return days.reduce(
    (best, each) => (best === '' || distance(each) < distance(best) ? each : best),
    '',
  );
}
