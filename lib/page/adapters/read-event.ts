import type { CapturedEvent } from '../../core/capture.ts';
import { clampText, limits } from '../../core/limits.ts';
import { isTimeZone } from '../../core/time-zone.ts';
import { oneLine } from '../../core/title.ts';
import type { NamedLink } from '../../core/wrap-up.ts';
import { attempt } from '../attempt.ts';
import { adapterFor, type SiteAdapter, type SitePage } from './adapter.ts';

function fittingLink({ name, url }: NamedLink): NamedLink {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return {
    name: clampText(oneLine(name), limits.label),
    url: isWeb && url.length <= limits.url ? url : '',
  };
}

function fitting(found: CapturedEvent): CapturedEvent {
  const { startsAt, timeZone } = found.event;
  const isStart = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(startsAt);
  const venueAddress = clampText(oneLine(found.venueAddress ?? ''), limits.label);
  const organiser = fittingLink(found.organiser);
  return {
    event: {
      ...fittingLink(found.event),
      startsAt: isStart ? startsAt : '',
      timeZone: isTimeZone(timeZone) || timeZone === 'UTC' ? timeZone : '',
    },
    venue: fittingLink(found.venue),
    organiser,
    performers: found.performers
      .map(fittingLink)
      .filter(({ name }) => name !== '' && name !== organiser.name)
      .slice(0, limits.speakers),
    ...(venueAddress === '' ? {} : { venueAddress }),
  };
}

/** The event as JSON-LD or microdata give it, with what the site's adapter knows better. */
export function readSiteEvent(
  adapters: readonly SiteAdapter[],
  page: SitePage,
  found: CapturedEvent | undefined,
): CapturedEvent | undefined {
  const adapter = adapterFor(adapters, page.url);
  const better = attempt(() => adapter?.event?.(page, found), undefined) ?? found;
  return better && better.event.name !== '' ? fitting(better) : undefined;
}
