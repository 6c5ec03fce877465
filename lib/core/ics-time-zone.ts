import type { IcsComponent } from './ics-lines.ts';
import { isTimeZone } from './time-zone.ts';

/**
 * Windows' names of zones, as Outlook and Exchange write them, where many meetups are.
 * @see https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
 */
const windowsZones: Record<string, string> = {
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Central Standard Time': 'America/Chicago',
  'China Standard Time': 'Asia/Shanghai',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Eastern Standard Time': 'America/New_York',
  'FLE Standard Time': 'Europe/Kyiv',
  'GMT Standard Time': 'Europe/London',
  'GTB Standard Time': 'Europe/Bucharest',
  'India Standard Time': 'Asia/Kolkata',
  'Israel Standard Time': 'Asia/Jerusalem',
  'Mountain Standard Time': 'America/Denver',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Romance Standard Time': 'Europe/Paris',
  'Singapore Standard Time': 'Asia/Singapore',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Turkey Standard Time': 'Europe/Istanbul',
  'W. Europe Standard Time': 'Europe/Berlin',
};

/** The zone at the end of a name with a prefix: `/softwarestudio.org/Olson_2011/Europe/Berlin`. */
function withoutPrefix(name: string): string | undefined {
  const parts = name.split('/').filter(Boolean);
  for (let count = Math.min(parts.length, 3); count >= 2; count--) {
    const zone = parts.slice(-count).join('/');
    if (isTimeZone(zone)) return zone;
  }
  return undefined;
}

/** `+01:00` of a VTIMEZONE that knows a single offset. */
function onlyOffset(zone: IcsComponent | undefined): string | undefined {
  const offsets = new Set(
    zone?.components.flatMap(({ properties }) =>
      properties.filter(({ name }) => name === 'TZOFFSETTO').map(({ value }) => value.trim()),
    ),
  );
  const [offset = ''] = offsets;
  const match = /^([+-]\d{2})(\d{2})(?:\d{2})?$/.exec(offset);
  return offsets.size === 1 && match ? `${match[1]}:${match[2]}` : undefined;
}

/** The IANA zone or fixed offset that a TZID means; '' where it cannot be told. */
export function icsTimeZone(tzid: string, calendar: readonly IcsComponent[]): string {
  const name = tzid.trim().replace(/^"|"$/g, '');
  if (name === '') return '';
  if (isTimeZone(name)) return name;
  const windows = windowsZones[name];
  if (windows !== undefined && Object.hasOwn(windowsZones, name)) return windows;
  const definition = calendar.find(
    (component) =>
      component.name === 'VTIMEZONE' &&
      component.properties.some((each) => each.name === 'TZID' && each.value.trim() === name),
  );
  const location = definition?.properties.find((each) => each.name === 'X-LIC-LOCATION')?.value;
  if (location && isTimeZone(location.trim())) return location.trim();
  return withoutPrefix(name) ?? onlyOffset(definition) ?? '';
}
