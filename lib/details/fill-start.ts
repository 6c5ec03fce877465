import type { EventDetails } from '../core/post/wrap-up.ts';
import { localTimeAt, offsetOfLocal } from '../core/time/time-zone.ts';

type Start = Pick<EventDetails, 'startsAt' | 'timeZone'>;

/** A change to when a wrap-up's event starts. */
export interface FilledStart {
  key: 'startsAt' | 'timeZone' | 'here';
  field: 'startsAt' | 'timeZone';
  from: string;
  to: string;
  effect: 'fills' | 'replaces' | 'suggests';
  start: Partial<Start>;
}

const isIana = (zone: string) => zone.includes('/');
const isSameOffset = (local: string, one: string, other: string) =>
  offsetOfLocal(local, one)?.offsetMinutes === offsetOfLocal(local, other)?.offsetMinutes;

/** Returns the same moment by another zone's clock. */
function seenIn({ startsAt, timeZone }: Start, zone: string): Start | undefined {
  if (timeZone !== 'UTC' || !startsAt.includes('T')) return undefined;
  const there = localTimeAt(`${startsAt}:00Z`, zone);
  return there === undefined ? undefined : { startsAt: there, timeZone: zone };
}

/** Returns the found start in the wrap-up's zone, if that is the same moment. */
function inOwnZone(found: Start, own: string): Start {
  if (found.timeZone === '') return { startsAt: found.startsAt, timeZone: own };
  if (!isIana(own) || isIana(found.timeZone)) return found;
  const agrees = isSameOffset(found.startsAt, own, found.timeZone);
  return seenIn(found, own) ?? (agrees ? { ...found, timeZone: own } : found);
}

const shown = (startsAt: string, timeZone: string) =>
  [startsAt, timeZone].filter((part) => part !== '').join(' ');

/**
 * Returns what a found start changes. The wrap-up's zone stays if the moment is the same. A start
 * in UTC, or without a zone, is also offered in the browser's zone.
 */
export function fillStart(
  current: Start,
  { startsAt, timeZone }: Start,
  browserZone: string,
): FilledStart[] {
  if (startsAt === '') return [];
  const filled = inOwnZone({ startsAt, timeZone }, current.timeZone);
  return [...changeTo(current, filled), ...suggestion(current, filled, browserZone)];
}

function changeTo(current: Start, filled: Start): FilledStart[] {
  const { startsAt, timeZone } = filled;
  const isSameTime = current.startsAt === startsAt;
  const isSameZone =
    current.timeZone === timeZone ||
    (current.timeZone !== '' && isSameOffset(startsAt, current.timeZone, timeZone));
  if (isSameTime && isSameZone) return [];
  if (isSameTime && current.timeZone === '') {
    const start = { timeZone };
    return [{ key: 'timeZone', field: 'timeZone', from: '', to: timeZone, effect: 'fills', start }];
  }
  // Adding the time to a day counts as filling, too.
  const isMore = startsAt.startsWith(current.startsAt) && (current.timeZone === '' || isSameZone);
  const fills = current.startsAt === '' || isMore;
  const change = {
    key: 'startsAt' as const,
    field: 'startsAt' as const,
    from: shown(current.startsAt, isSameZone ? '' : current.timeZone),
    to: shown(startsAt, timeZone),
    start: isSameZone ? { startsAt } : filled,
  };
  return [{ ...change, effect: fills ? 'fills' : 'replaces' }];
}

function suggestion(current: Start, filled: Start, browserZone: string): FilledStart[] {
  if (!isIana(browserZone)) return [];
  const { startsAt, timeZone } = filled;
  if (timeZone === '') {
    const start = { timeZone: browserZone };
    const row = { key: 'here', field: 'timeZone', from: '', to: browserZone } as const;
    return [{ ...row, effect: 'suggests', start }];
  }
  const here = seenIn(filled, browserZone);
  if (!here || here.startsAt === startsAt) return [];
  const row = { key: 'here', field: 'startsAt' } as const;
  const from = shown(current.startsAt, current.startsAt === '' ? '' : current.timeZone);
  const to = shown(here.startsAt, browserZone);
  if (current.startsAt === here.startsAt && current.timeZone === browserZone) return [];
  return [{ ...row, from, to, effect: 'suggests', start: here }];
}
