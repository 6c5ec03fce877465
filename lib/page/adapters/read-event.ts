import { clampText, limits } from '../../core/base/limits.ts';
import type { CapturedEvent } from '../../core/capture/capture.ts';
import type { NamedLink } from '../../core/post/wrap-up.ts';
import { oneLine } from '../../core/text/title.ts';
import { isTimeZone } from '../../core/time/time-zone.ts';
import { attempt } from '../attempt.ts';
import type { PageEvents } from '../event.ts';
import { adapterFor, adapterName, type SiteAdapter, type SitePage } from './adapter.ts';

function fittingLink({ name, url }: NamedLink): NamedLink {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return {
    name: clampText(oneLine(name), limits.label),
    url: isWeb && url.length <= limits.url ? url : '',
  };
}

const fittingStart = (text: string) =>
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(text) ? text : '';

function fitting(found: CapturedEvent): CapturedEvent {
  const { startsAt, timeZone } = found.event;
  const venueAddress = clampText(oneLine(found.venueAddress ?? ''), limits.label);
  const organiser = fittingLink(found.organiser);
  const endsAt = fittingStart(found.endsAt ?? '');
  const { status, online, startDoubtful, firstOfSeries } = found;
  return {
    event: {
      ...fittingLink(found.event),
      startsAt: fittingStart(startsAt),
      timeZone: isTimeZone(timeZone) || timeZone === 'UTC' ? timeZone : '',
    },
    venue: fittingLink(found.venue),
    organiser,
    performers: found.performers
      .map(fittingLink)
      .filter(({ name }) => name !== '' && name !== organiser.name)
      .slice(0, limits.speakers),
    ...(venueAddress === '' ? {} : { venueAddress }),
    ...(endsAt === '' ? {} : { endsAt }),
    ...(status && { status }),
    ...(online && { online }),
    ...(startDoubtful && { startDoubtful }),
    ...(firstOfSeries && { firstOfSeries }),
  };
}

/**
 * Returns the events from JSON-LD or microdata, the page's own event first; values from the site's
 * adapter replace less precise ones.
 */
export function readSiteEvents(
  adapters: readonly SiteAdapter[],
  page: SitePage,
  { own, others }: PageEvents = { own: undefined, others: [] },
): CapturedEvent[] {
  const adapter = adapterFor(adapters, page.url);
  const read = () => adapter?.event?.(page, own);
  const better = (adapter && attempt(read, undefined, undefined, adapterName(adapter))) ?? own;
  return [better, ...others]
    .filter((found) => found !== undefined && found.event.name !== '')
    .map((found) => fitting(found as CapturedEvent))
    .slice(0, limits.events);
}
