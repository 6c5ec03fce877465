import { formatDate, parseDate } from '../../core/time/date.ts';

/** A date of a post with the forms that would write it the same way. */
export interface DateSeen {
  /** With its offset, `2026-03-19T10:30:00+01:00`; one without an offset is in UTC. */
  date: string;
  forms: { form: string; zone: string }[];
}

const iso =
  /^(\d{4}-\d\d-\d\d)(?:([Tt ])(\d\d?:\d\d)(?::(\d\d))?(\.0+)?(?:( ?)(Z|[+-]\d\d:?\d\d))?)?$/;

const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const worded = [
  // In words the day has a leading zero only where posts show one.
  ...['%b %-d %Y', '%b %d %Y', '%b %-d, %Y', '%b %d, %Y', '%B %-d, %Y', '%B %d, %Y', '%B %-d %Y'],
  ...['%-d %B %Y', '%d %B %Y', '%-d %b %Y', '%d %b %Y', '%d.%m.%Y', '%-d.%-m.%Y', '%Y/%m/%d'],
];

/** Reads a date from a front matter or a sentence; undefined for anything else. */
export function seeDate(text: string): DateSeen | undefined {
  const [, day, sign, clock = '00:00', seconds, fraction = '', space = '', zone] =
    iso.exec(text) ?? [];
  if (day !== undefined) {
    const offset = zone === undefined || zone === 'Z' ? '+00:00' : zone.replace(/^(...):?/, '$1:');
    const date = `${day}T${clock.padStart(5, '0')}:${seconds ?? '00'}${offset}`;
    if (parseDate(date) === undefined) return undefined;
    if (sign === undefined) return { date, forms: [{ form: '%Y-%m-%d', zone: '' }] };
    const end = zone === undefined ? '' : zone === 'Z' ? 'Z' : zone.includes(':') ? '%:z' : '%z';
    // Ten o'clock looks the same in both.
    const hour = clock.length < 5 ? '%-H' : '%H';
    const form = `%Y-%m-%d${sign}${hour}:%M${seconds === undefined ? '' : ':%S'}${fraction}${space}${end}`;
    return { date, forms: [{ form, zone: zone === 'Z' ? 'UTC' : '' }] };
  }
  const parts = readWorded(text);
  const date = parts && `${parts}T00:00:00+00:00`;
  const known = date === undefined ? undefined : parseDate(date);
  if (date === undefined || known === undefined) return undefined;
  const forms = worded.filter((form) => formatDate(known, form) === text);
  return forms.length === 0
    ? undefined
    : { date, forms: forms.map((form) => ({ form, zone: '' })) };
}

function readWorded(text: string): string | undefined {
  const [, dayFirst, nameAfter, yearAfter] =
    /^(\d{1,2})\.? ([A-Za-z]{3,9}) (\d{4})$/.exec(text) ?? [];
  const [, nameFirst, dayAfter, year] = /^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})$/.exec(text) ?? [];
  const name = (nameAfter ?? nameFirst)?.toLowerCase();
  if (name !== undefined) {
    const month = months.findIndex((each) => each === name || each.slice(0, 3) === name) + 1;
    return month === 0 ? undefined : join(yearAfter ?? year, month, dayFirst ?? dayAfter);
  }
  const [, day, month, ofDots] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (ofDots !== undefined) return join(ofDots, month, day);
  const [, ofSlashes, slashMonth, slashDay] = /^(\d{4})\/(\d\d)\/(\d\d)$/.exec(text) ?? [];
  return ofSlashes === undefined ? undefined : join(ofSlashes, slashMonth, slashDay);
}

const join = (year: string | undefined, ...parts: (string | number | undefined)[]) =>
  [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');

/** A date somewhere in a sentence. */
export const dateInText =
  /\d{4}-\d\d-\d\d|\d{4}\/\d\d\/\d\d|\d{1,2}\.\d{1,2}\.\d{4}|(?:\d{1,2}\.? )?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:\d{1,2},? )?\d{4}/;
