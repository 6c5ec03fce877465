import type { CapturedEvent } from './capture.ts';
import { hasDefaultTitle } from './create-wrap-up.ts';
import { clampText, limits } from './limits.ts';
import { createSlug } from './slug.ts';
import type { NamedLink, Speaker, WrapUp, WrapUpDetails } from './wrap-up.ts';

/** One field that would change: what stands there and what the page says. */
export interface Difference {
  field: 'title' | 'event' | 'startsAt' | 'timeZone' | 'venue' | 'organiser' | 'speaker';
  /** '' where nothing stands there yet. */
  from: string;
  to: string;
}

const suffix = ' wrap-up';

export interface EventFill {
  changes: Partial<WrapUpDetails>;
  /** Empty where the page says nothing new. */
  differences: Difference[];
}

/**
 * What filling a wrap-up from an event page changes. The event itself (name, address, start, time
 * zone) follows the page; venue, organiser and title are filled where they are empty, or, the
 * title, still the one made up; performers who are no speakers yet are added. What the page does
 * not say stays.
 */
export function fillFromEvent(
  wrapUp: WrapUp,
  captured: CapturedEvent,
  newId: () => string,
): EventFill {
  const differences: Difference[] = [];
  const note = (field: Difference['field'], from: string, to: string) => {
    if (from !== to) differences.push({ field, from, to });
  };
  const changes: Partial<WrapUpDetails> = {};

  const { event } = captured;
  const filled = {
    name: event.name || wrapUp.event.name,
    url: event.url || wrapUp.event.url,
    startsAt: event.startsAt || wrapUp.event.startsAt,
    timeZone: event.timeZone || wrapUp.event.timeZone,
  };
  note('event', display(wrapUp.event), display(filled));
  note('startsAt', wrapUp.event.startsAt, filled.startsAt);
  note('timeZone', wrapUp.event.timeZone, filled.timeZone);
  if (differences.length > 0) changes.event = filled;

  if (hasDefaultTitle(wrapUp) && event.name !== '') {
    const title = `${clampText(event.name, limits.title - suffix.length)}${suffix}`;
    changes.title = title;
    changes.slug = createSlug(title) || wrapUp.slug;
    note('title', wrapUp.title, title);
  }
  for (const field of ['venue', 'organiser'] as const) {
    const link = filledLink(wrapUp[field], captured[field]);
    if (link === undefined) continue;
    changes[field] = link;
    note(field, display(wrapUp[field]), display(link));
  }
  const added = newSpeakers(wrapUp.speakers, captured.performers, newId);
  if (added.length > 0) {
    changes.speakers = [...wrapUp.speakers, ...added];
    for (const speaker of added) note('speaker', '', display(speaker));
  }
  return { changes, differences };
}

const display = ({ name, url }: NamedLink) => [name, url].filter((part) => part !== '').join(' · ');

/** What is empty, filled; an address only for the same name. Undefined where nothing changes. */
function filledLink(current: NamedLink, found: NamedLink): NamedLink | undefined {
  if (current.name === '' && current.url === '') {
    return found.name === '' && found.url === '' ? undefined : { ...found };
  }
  const sameName = nameKey(current.name) === nameKey(found.name);
  return sameName && current.url === '' && found.url !== ''
    ? { name: current.name, url: found.url }
    : undefined;
}

const nameKey = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

function newSpeakers(
  speakers: readonly Speaker[],
  performers: readonly NamedLink[],
  newId: () => string,
): Speaker[] {
  const known = new Set(speakers.map((speaker) => nameKey(speaker.name)));
  const added: Speaker[] = [];
  for (const { name, url } of performers) {
    const key = nameKey(name);
    if (key === '' || known.has(key)) continue;
    if (speakers.length + added.length >= limits.speakers) break;
    known.add(key);
    const affiliation = { name: '', url: '' };
    added.push({ id: newId(), name, url, role: '', rolePosition: 'before', affiliation });
  }
  return added;
}
