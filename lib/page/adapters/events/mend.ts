import type { CapturedEvent } from '../../../core/capture.ts';
import { canonicalEventUrl } from '../../../core/event-address.ts';
import { isTimeZone, localTimeAt } from '../../../core/time-zone.ts';
import type { NamedLink } from '../../../core/wrap-up.ts';
import { attribute, baseUrl, queryAll } from '../../safe-dom.ts';
import type { SitePage } from '../adapter.ts';
import { jsonIn } from '../page-json.ts';

/** What a site says of an event beside schema.org; '' where it does not. */
export interface EventDetails {
  name?: string;
  /** ISO date and time, with offset, `Z` or neither. */
  start?: string;
  timeZone?: string;
  venue?: NamedLink;
  venueAddress?: string;
  organiser?: NamedLink;
  performers?: NamedLink[];
}

export const nobody: NamedLink = { name: '', url: '' };

/** The wall clock of an ISO time, in the zone if it is known. */
function startIn(start: string, zone: string): { startsAt: string; timeZone: string } | undefined {
  const [, local = '', offset] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(start) ??
    [];
  if (local === '') return undefined;
  const known = isTimeZone(zone) ? zone : '';
  if (offset === undefined) return { startsAt: local, timeZone: known };
  const there = known === '' ? undefined : localTimeAt(start, known);
  if (there !== undefined) return { startsAt: there, timeZone: known };
  return { startsAt: local, timeZone: /z/i.test(offset) ? 'UTC' : offset };
}

/** The instant of a found start, to see it in another zone. */
function instantOf({ startsAt, timeZone }: CapturedEvent['event']): string {
  if (!startsAt.includes('T')) return '';
  if (timeZone === 'UTC') return `${startsAt}:00Z`;
  return /^[+-]\d{2}:\d{2}$/.test(timeZone) ? `${startsAt}:00${timeZone}` : '';
}

const orElse = (link: NamedLink | undefined, otherwise: NamedLink): NamedLink =>
  link && link.name !== '' ? link : otherwise;

/**
 * What JSON-LD or microdata say, with the address that lasts, the zone that the site names in place
 * of an offset, and what they leave out.
 */
export function mendEvent(
  page: SitePage,
  found: CapturedEvent | undefined,
  details: EventDetails = {},
): CapturedEvent | undefined {
  const name = found?.event.name || details.name || '';
  if (name === '') return undefined;
  const zone = details.timeZone ?? '';
  const written = found ? instantOf(found.event) : '';
  const start =
    startIn(details.start ?? '', zone) ??
    (written === '' ? undefined : startIn(written, zone)) ??
    (found && {
      startsAt: found.event.startsAt,
      timeZone: found.event.timeZone || (isTimeZone(zone) ? zone : ''),
    });
  const address = found?.venueAddress || details.venueAddress || '';
  return {
    event: {
      name,
      url: canonicalEventUrl(found?.event.url || page.info.canonicalUrl),
      startsAt: start?.startsAt ?? '',
      timeZone: start?.timeZone ?? '',
    },
    venue: orElse(found?.venue, details.venue ?? nobody),
    organiser: orElse(found?.organiser, details.organiser ?? nobody),
    performers: found?.performers.length ? found.performers : (details.performers ?? []),
    ...(address === '' ? {} : { venueAddress: address }),
  };
}

/** What Next.js hands to its page: https://nextjs.org/docs/pages/building-your-application/rendering */
export function nextData(doc: Document): unknown {
  return jsonIn(queryAll(doc, 'script#__NEXT_DATA__')[0]);
}

/** An address as the site writes it, in full. */
export function siteUrl(path: string, doc: Document): string {
  return path === '' ? '' : (URL.parse(path, baseUrl(doc))?.href ?? '');
}

/** The first zone that elements name in one of these attributes. */
export function zoneIn(doc: Document, names: readonly string[]): string {
  for (const name of names) {
    for (const element of queryAll(doc, `[${name}]`).slice(0, 50)) {
      const zone = attribute(element, name);
      if (isTimeZone(zone)) return zone;
    }
  }
  return '';
}
