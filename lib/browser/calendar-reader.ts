import { type Failure, failure, toFailure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { isCalendar } from '../core/events/ics.ts';
import { runInFrame } from '../page-wire/ask-page.ts';

/** The calendar of a group's events has a few kilobytes. */
const maxLength = 5_000_000;
/** Slightly longer than the page waits for its server. */
const answerMs = 11_000;

/**
 * Runs in the page, in our isolated world: it requests only from the page's own server, as the
 * page's own link would.
 */
async function fetchOwn(address: string, max: number): Promise<string | null> {
  const url = URL.parse(address, location.href);
  if (url?.origin !== location.origin) return null;
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > max) return null;
  return (await response.text()).slice(0, max);
}

/** Reads iCalendar files that a page links to (`CalendarReader` in `lib/app/ports.ts`). */
export const calendarReader = {
  async read(tabId: number, url: string): Promise<Result<string, Failure>> {
    try {
      const text = await runInFrame({ tabId }, fetchOwn, [url, maxLength], answerMs);
      if (typeof text !== 'string') return fail(failure('calendar-unreachable'));
      return isCalendar(text) ? ok(text) : fail(failure('calendar-unreadable'));
    } catch (error) {
      return fail(toFailure(error, 'calendar-unreachable'));
    }
  },
};
