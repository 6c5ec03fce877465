import type { CapturedEvent } from '../core/capture/capture.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { canonicalEventUrl } from '../sites/event-address.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Returns the days between a wrap-up and an event: from its own event date, or else the post's;
 * huge if unknown.
 */
export function daysApart(wrapUp: Pick<WrapUp, 'date' | 'event'>, startsAt: string): number {
  const day = (text: string) => Date.parse(text.slice(0, 10));
  const days = Math.abs(day(startsAt) - day(wrapUp.event.startsAt || wrapUp.date)) / dayMs;
  return Number.isNaN(days) ? Number.MAX_SAFE_INTEGER : days;
}

/**
 * Returns which of a page's events a wrap-up is most likely about: the one that it links to, else
 * the one at the page's address, else the nearest in time that was not cancelled.
 * @returns its index in the list
 */
export function likeliestEvent(
  events: readonly CapturedEvent[],
  wrapUp: Pick<WrapUp, 'date' | 'event'>,
  pageUrl: string,
): number {
  for (const url of [wrapUp.event.url, pageUrl]) {
    const same = events.filter(
      ({ event }) => url !== '' && canonicalEventUrl(event.url) === canonicalEventUrl(url),
    );
    if (same.length === 1 && same[0]) return events.indexOf(same[0]);
  }
  const distance = ({ event, status }: CapturedEvent) =>
    daysApart(wrapUp, event.startsAt) + (status === 'cancelled' ? 100_000 : 0);
  const nearest = Math.min(...events.map(distance));
  return Math.max(
    0,
    events.findIndex((each) => distance(each) === nearest),
  );
}
