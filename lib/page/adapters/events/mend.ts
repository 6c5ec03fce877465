import type { CapturedEvent } from '../../../core/capture/capture.ts';
import type { NamedLink } from '../../../core/post/wrap-up.ts';
import { isTimeZone } from '../../../core/time/time-zone.ts';
import { venueStart } from '../../../core/time/venue-start.ts';
import { canonicalEventUrl } from '../../../sites/event-address.ts';
import { attribute, baseUrl, queryAll } from '../../safe-dom.ts';
import type { SitePage } from '../adapter.ts';
import { jsonIn } from '../page-json.ts';

/** What a site says about an event besides schema.org; '' if it does not. */
export interface EventDetails {
  name?: string;
  /** ISO date and time, with offset, `Z` or neither. */
  start?: string;
  end?: string;
  timeZone?: string;
  venue?: NamedLink;
  venueAddress?: string;
  organiser?: NamedLink;
  performers?: NamedLink[];
  status?: CapturedEvent['status'];
  online?: CapturedEvent['online'];
}

export const nobody: NamedLink = { name: '', url: '' };

/** A local time as the page wrote it, for conversion to another zone. */
function asWritten(local: string, timeZone: string): string {
  if (!local.includes('T')) return local;
  if (timeZone === 'UTC') return `${local}:00Z`;
  return /^[+-]\d{2}:\d{2}$/.test(timeZone) ? `${local}:00${timeZone}` : local;
}

/** True for a zone that knows daylight saving, not just an offset. */
const isIana = (zone: string) => /^[A-Za-z]+\//.test(zone) && isTimeZone(zone);

/** Returns the one with a name, with the other's address if both have the same name. */
function orElse(link: NamedLink | undefined, otherwise: NamedLink): NamedLink {
  if (!link || link.name === '') return otherwise;
  return link.url === '' && link.name === otherwise.name ? otherwise : link;
}

/**
 * Completes what JSON-LD or microdata say with the permanent address, the zone that the site names
 * instead of an offset, and missing facts.
 */
export function mendEvent(
  page: SitePage,
  found: CapturedEvent | undefined,
  details: EventDetails = {},
): CapturedEvent | undefined {
  const name = found?.event.name || details.name || '';
  if (name === '') return undefined;
  const zone = [details.timeZone ?? '', found?.event.timeZone ?? ''].find(isIana) ?? '';
  const { startsAt = '', timeZone = '' } = found?.event ?? {};
  const known = venueStart(details.start ?? '', zone);
  const { doubtful, ...start } =
    known.startsAt === '' ? venueStart(asWritten(startsAt, timeZone), zone) : known;
  const end =
    venueStart(details.end ?? '', zone).startsAt ||
    venueStart(asWritten(found?.endsAt ?? '', timeZone), zone).startsAt;
  const address = found?.venueAddress || details.venueAddress || '';
  const status = details.status ?? found?.status;
  const online = details.online ?? found?.online;
  return {
    event: {
      name,
      url: canonicalEventUrl(found?.event.url || page.info.canonicalUrl),
      ...start,
    },
    venue: orElse(found?.venue, details.venue ?? nobody),
    organiser: orElse(found?.organiser, details.organiser ?? nobody),
    performers: found?.performers.length ? found.performers : (details.performers ?? []),
    ...(address === '' ? {} : { venueAddress: address }),
    ...(end === '' ? {} : { endsAt: end }),
    ...(doubtful || (found?.startDoubtful && known.startsAt === '') ? { startDoubtful: true } : {}),
    ...(status && { status }),
    ...(online && { online }),
  };
}

/**
 * Returns what Next.js passes to its page:
 * https://nextjs.org/docs/pages/building-your-application/rendering
 */
export function nextData(doc: Document): unknown {
  return jsonIn(queryAll(doc, 'script#__NEXT_DATA__')[0]);
}

/** Completes an address that the site writes in short form. */
export function siteUrl(path: string, doc: Document): string {
  return path === '' ? '' : (URL.parse(path, baseUrl(doc))?.href ?? '');
}

/** Returns the first zone in one of these attributes of elements. */
export function zoneIn(doc: Document, names: readonly string[]): string {
  for (const name of names) {
    for (const element of queryAll(doc, `[${name}]`).slice(0, 50)) {
      const zone = attribute(element, name);
      if (isTimeZone(zone)) return zone;
    }
  }
  return '';
}
