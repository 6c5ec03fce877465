import { cleanUrl } from '../core/address/url.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { CapturedEvent } from '../core/capture/capture.ts';
import type { NamedLink } from '../core/post/wrap-up.ts';
import { oneLine } from '../core/text/title.ts';
import { type LinkedData, type LinkedNode, textIn, typesOf, valuesOf } from './json-ld.ts';
import { fittingUrl } from './page-info.ts';

export const nobody: NamedLink = { name: '', url: '' };

export function webAddress(text: string, base: string): string {
  const url = text === '' ? null : URL.parse(text, base);
  return url && /^https?:$/.test(url.protocol) ? fittingUrl(cleanUrl(url.href)) : '';
}

/**
 * Reads a person or thing that is given as a name, an address or a node; undefined if it has no
 * name.
 */
export function namedLink(value: unknown, data: LinkedData, base: string): NamedLink | undefined {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? undefined : link(value, '');
  const node = data.resolve(value);
  const url = node && webAddress(textIn(node, 'url') || textIn(node, 'sameAs'), base);
  return node && link(textIn(node, 'name'), url ?? '');
}

function link(name: string, url: string): NamedLink | undefined {
  const line = clampText(oneLine(name), limits.label);
  return line === '' ? undefined : { name: line, url };
}

/** Writes a postal address in one line, from its parts. */
function postalLine(postal: LinkedNode): string {
  const street = textIn(postal, 'streetAddress');
  const locality = textIn(postal, 'addressLocality');
  const town = [textIn(postal, 'postalCode'), locality].filter(Boolean).join(' ');
  // Many sites give the whole address as the street.
  const isWhole = locality !== '' && street.includes(locality);
  return (isWhole ? [street] : [street, town]).filter(Boolean).join(', ');
}

/**
 * Returns the address of a place: as written, from its parts, or the place itself if that is an
 * address.
 */
function addressOf(place: LinkedNode, data: LinkedData): string {
  if (typesOf(place).includes('PostalAddress')) return postalLine(place);
  const written = textIn(place, 'address');
  if (written !== '') return written;
  const postal = data.resolve(valuesOf(place, 'address')[0]);
  return postal ? postalLine(postal) : '';
}

type EventPlace = Pick<CapturedEvent, 'venue' | 'venueAddress' | 'online'>;

/**
 * Returns where an event takes place (`location`, `eventAttendanceMode`): the first physical place,
 * or else the online one, whose address is given only if it is not the event's own page.
 * @param own addresses of the event itself
 */
export function placeOf(
  node: LinkedNode,
  data: LinkedData,
  base: string,
  own: readonly string[],
): EventPlace {
  const places = valuesOf(node, 'location').map((value) => ({ value, node: data.resolve(value) }));
  const isOnline = (place: LinkedNode | undefined) =>
    place !== undefined && typesOf(place).includes('VirtualLocation');
  const real = places.filter((place) => !isOnline(place.node));
  const virtual = places.filter((place) => isOnline(place.node));
  const first = (from: typeof places) =>
    from.map(({ value }) => namedLink(value, data, base)).find((each) => each !== undefined);
  const stream = first(virtual);
  const venue = first(real) ?? {
    name: stream?.name ?? '',
    url: stream && !own.includes(stream.url) ? stream.url : '',
  };
  const address = real
    .map((place) => (place.node ? addressOf(place.node, data) : ''))
    .find((line) => line !== '');
  const mode = textIn(node, 'eventAttendanceMode');
  const online = /(?:^|\/|:)Online/.test(mode) || (mode === '' && virtual.length > 0);
  const mixed = /Mixed/.test(mode) || (online && real.length > 0);
  return {
    venue,
    ...(address ? { venueAddress: clampText(oneLine(address), limits.label) } : {}),
    ...(mixed ? { online: 'also' } : online ? { online: 'only' } : {}),
  };
}
