import type { Site } from '../../core/address/site.ts';
import { encodeSegment } from '../../core/address/web-url.ts';
import type { EventSite } from '../../core/events/event-site.ts';

const endings =
  'at be ca ch cl co co.nz co.uk com com.ar com.au com.br com.mx com.pe de dk es fi fr hk ie it nl pt se sg'.split(
    ' ',
  );

/** `/e/TITLE-tickets-ID`, under a separate domain in every country. */
export const event: EventSite = {
  id: 'eventbrite',
  hosts: endings.map((ending) => `eventbrite.${ending}`),
  parse(url, [first, name = '']) {
    const id = /(?:^|-)(\d{9,16})$/.exec(name)?.[1];
    if (first !== 'e' || id === undefined) return undefined;
    const host = `www.${url.hostname.replace(/^(?:www|m)\./, '')}`;
    return { kind: 'event', id, canonicalUrl: `https://${host}/e/${encodeSegment(name)}` };
  },
};

export const site: Site = { id: 'eventbrite', script: 'adapter-events', hosts: event.hosts };
