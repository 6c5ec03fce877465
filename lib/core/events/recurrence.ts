const dayMs = 24 * 60 * 60_000;
const weekDays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** How many days, weeks, months or years are searched; a meetup of fifty years has fewer. */
const maxPeriods = 20_000;
/** The fewest days that a period has. */
const shortestDays = { DAILY: 1, WEEKLY: 7, MONTHLY: 28, YEARLY: 365 };

interface RuleDay {
  /** 0 = Sunday. */
  weekDay: number;
  /** 2 for the second of the month, -1 for the last; 0 for every one. */
  nth: number;
}

/** A recurrence rule (RFC 5545, 3.3.10) in the parts that calendars of meetups use. */
export interface Recurrence {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** How many there are; 0 if not given. */
  count: number;
  /** Unchanged (`20261231T225959Z`); '' if not given. */
  until: string;
  days: RuleDay[];
  monthDays: number[];
  months: number[];
  /** Which of a period's days count; empty: all. */
  positions: number[];
  /** First day of a week, 0 = Sunday. */
  weekStart: number;
}

const known = new Set(
  'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST'.split(' '),
);

/** Parses a rule; undefined for one with parts that are not understood. */
export function parseRecurrence(text: string): Recurrence | undefined {
  const parts = new Map(
    text
      .trim()
      .toUpperCase()
      .split(';')
      .filter((part) => part !== '')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  if ([...parts.keys()].some((name) => !known.has(name))) return undefined;
  const numbers = (name: string) => (parts.get(name)?.split(',') ?? []).map(Number);
  const days = (parts.get('BYDAY')?.split(',') ?? []).map((day) => {
    const [, nth = '', name = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(day) ?? [];
    return { weekDay: weekDays.indexOf(name), nth: Number(nth) };
  });
  const rule = {
    frequency: parts.get('FREQ') as Recurrence['frequency'],
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: Number(parts.get('COUNT') ?? 0),
    until: parts.get('UNTIL') ?? '',
    days,
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    positions: numbers('BYSETPOS'),
    weekStart: weekDays.indexOf(parts.get('WKST') ?? 'MO'),
  };
  return isUnderstood(rule) ? rule : undefined;
}

function isUnderstood(rule: Recurrence): boolean {
  const { frequency, interval, count, days, months } = rule;
  const monthly = frequency === 'MONTHLY' || (frequency === 'YEARLY' && months.length > 0);
  const numbers = [count, ...rule.monthDays, ...months, ...rule.positions];
  return (
    ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency) &&
    Number.isInteger(interval) &&
    interval > 0 &&
    rule.weekStart >= 0 &&
    numbers.every(Number.isInteger) &&
    days.every(({ weekDay, nth }) => weekDay >= 0 && Number.isInteger(nth)) &&
    // No meetup's calendar has a year's tenth Monday, or a week's second one.
    (monthly || days.every(({ nth }) => nth === 0)) &&
    (frequency !== 'YEARLY' || months.length > 0 || days.length === 0)
  );
}

const toDay = (epochDay: number) => new Date(epochDay * dayMs).toISOString().slice(0, 10);
const weekDayOf = (epochDay: number) => (((epochDay + 4) % 7) + 7) % 7;
const monthStart = (year: number, month: number) => Date.UTC(year, month - 1, 1) / dayMs;

/** Returns the days of a month that the rule names, or the start's own day, if the month has it. */
function daysOfMonth(rule: Recurrence, year: number, month: number, ownDay: number): number[] {
  const first = monthStart(year, month);
  const length = monthStart(year, month + 1) - first;
  const found: number[] = [];
  for (let day = 1; day <= length; day++) {
    const weekDay = weekDayOf(first + day - 1);
    const fromEnd = day - length - 1;
    const byMonthDay =
      rule.monthDays.length === 0 ||
      rule.monthDays.some((each) => each === day || each === fromEnd);
    const nth = [Math.ceil(day / 7), -Math.ceil(-fromEnd / 7), 0];
    const byDay =
      rule.days.length === 0 ||
      rule.days.some((each) => each.weekDay === weekDay && nth.includes(each.nth));
    const none = rule.monthDays.length === 0 && rule.days.length === 0;
    if (none ? day === ownDay : byMonthDay && byDay) found.push(first + day - 1);
  }
  return found;
}

/** Returns the days of the period with this number, counted from the start's own. */
function daysOfPeriod(rule: Recurrence, start: number, period: number): number[] {
  const at = period * rule.interval;
  const date = new Date(start * dayMs);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const isMonth = (number: number) => rule.months.length === 0 || rule.months.includes(number);
  switch (rule.frequency) {
    case 'DAILY':
    case 'WEEKLY': {
      const week = start - ((weekDayOf(start) - rule.weekStart + 7) % 7) + at * 7;
      const days =
        rule.frequency === 'DAILY' ? [start + at] : [0, 1, 2, 3, 4, 5, 6].map((n) => week + n);
      const named = rule.days.map(({ weekDay }) => weekDay);
      const own = rule.frequency === 'WEEKLY' && named.length === 0 ? [weekDayOf(start)] : named;
      return days.filter((each) => {
        const when = new Date(each * dayMs);
        const byMonthDay =
          rule.monthDays.length === 0 || rule.monthDays.includes(when.getUTCDate());
        return (
          (own.length === 0 || own.includes(weekDayOf(each))) &&
          isMonth(when.getUTCMonth() + 1) &&
          byMonthDay
        );
      });
    }
    case 'MONTHLY': {
      const number = (month - 1 + at) % 12;
      const inYear = year + Math.floor((month - 1 + at) / 12);
      return isMonth(number + 1) ? daysOfMonth(rule, inYear, number + 1, day) : [];
    }
    case 'YEARLY': {
      const months = rule.months.length === 0 ? [month] : [...rule.months].sort((a, b) => a - b);
      return months.flatMap((each) => daysOfMonth(rule, year + at, each, day));
    }
  }
}

function atPositions(days: number[], positions: readonly number[]): number[] {
  if (positions.length === 0) return days;
  return days.filter((_, at) => positions.includes(at + 1) || positions.includes(at - days.length));
}

/**
 * Yields the days (`2026-03-17`) on which something that begins on `startDay` recurs, in order, the
 * first one included, up to `lastDay`.
 * @param startDay ISO date
 * @param lastDay ISO date of the last that can count (`UNTIL`, or what is requested)
 */
export function* recurringDays(rule: Recurrence, startDay: string, lastDay: string) {
  const start = Date.parse(startDay) / dayMs;
  const last = Date.parse(lastDay) / dayMs;
  let left = rule.count === 0 ? Number.POSITIVE_INFINITY : rule.count;
  for (let period = 0; period < maxPeriods; period++) {
    const days = atPositions(daysOfPeriod(rule, start, period), rule.positions);
    for (const day of days) {
      if (day < start) continue;
      if (day > last || left-- <= 0) return;
      yield toDay(day);
    }
    if (start + (period + 1) * rule.interval * shortestDays[rule.frequency] > last + 366) return;
  }
}
