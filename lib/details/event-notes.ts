import type { CapturedEvent } from '../core/capture/capture.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { daysApart } from './likeliest-event.ts';

/** What the user should know about an event before a wrap-up is filled from it. */
export type EventNote =
  | 'cancelled'
  | 'postponed'
  | 'far-off'
  | 'start-doubtful'
  | 'first-of-series'
  | 'no-start'
  | 'no-time-zone'
  | 'utc'
  | 'several-days'
  | 'online'
  | 'also-online';

/** Meetups are written up within days; an event a year away belongs to another one's page. */
const farDays = 366;

/** Returns what a careful reader of the page would notice, the most important first. */
export function eventNotes(captured: CapturedEvent, wrapUp: WrapUp): EventNote[] {
  const { event, status, online } = captured;
  const { startsAt, timeZone } = event;
  const notes: [EventNote, boolean][] = [
    ['cancelled', status === 'cancelled'],
    ['postponed', status === 'postponed'],
    ['far-off', startsAt !== '' && daysApart(wrapUp, startsAt) > farDays],
    ['start-doubtful', captured.startDoubtful === true],
    ['first-of-series', captured.firstOfSeries === true],
    ['no-start', startsAt === ''],
    ['no-time-zone', startsAt.includes('T') && timeZone === '' && wrapUp.event.timeZone === ''],
    ['utc', timeZone === 'UTC' && startsAt.includes('T') && !wrapUp.event.timeZone.includes('/')],
    ['several-days', lastsDays(startsAt, captured.endsAt ?? '')],
    ['online', online === 'only'],
    ['also-online', online === 'also'],
  ];
  return notes.filter(([, holds]) => holds).map(([note]) => note);
}

/** Longer than an evening that ends after midnight. */
function lastsDays(startsAt: string, endsAt: string): boolean {
  const day = (text: string) => Date.parse(text.slice(0, 10));
  const nights = (day(endsAt) - day(startsAt)) / (24 * 60 * 60_000);
  if (!(nights >= 1)) return false;
  return nights > 1 || !endsAt.includes('T') || endsAt.slice(11) > '08:00';
}
