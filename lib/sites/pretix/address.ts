import type { Site } from '../../core/address/site.ts';
import type { EventSite } from '../../core/events/event-site.ts';

const reserved = new Set(['about', 'account', 'api', 'control', 'fundamentals', 'static']);
const name = /^[\w.-]{1,100}$/;
/** Languages of pretix.eu's own pages, which are in the position of an organiser. */
const language = /^[a-z]{2}(?:-[a-z]+)?$/;

/** `/ORGANISER/EVENT/`, perhaps followed by an action (`redeem`, `checkout`). */
export const event: EventSite = {
  id: 'pretix',
  hosts: ['pretix.eu'],
  parse(_, [organiser = '', event]) {
    if (!name.test(organiser) || reserved.has(organiser) || language.test(organiser)) {
      return undefined;
    }
    const page = `https://pretix.eu/${organiser}/`;
    if (event === undefined) return { kind: 'group', id: organiser, canonicalUrl: page };
    if (!name.test(event)) return undefined;
    return { kind: 'event', id: `${organiser}/${event}`, canonicalUrl: `${page}${event}/` };
  },
};

export const site: Site = { id: 'pretix', script: 'adapter-events', hosts: ['pretix.eu'] };
