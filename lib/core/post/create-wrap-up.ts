import { clampText, limits } from '../base/limits.ts';
import { createSlug } from '../text/slug.ts';
import { toOffsetDateTime } from '../time/date.ts';
import { withNextNumber } from './next-number.ts';
import type { WrapUp } from './wrap-up.ts';

export interface NewWrapUp {
  id: string;
  /** ISO instant. */
  now: string;
  /** Minutes east of UTC of the local time. */
  offsetMinutes: number;
  title?: string;
}

/** The title of a wrap-up that nobody named yet; its first clip needs no set-up. */
export function defaultTitle(date: string): string {
  return `Wrap-up ${date.slice(0, 10)}`;
}

/** Whether the title is still the one that was made up, and may be replaced without a loss. */
export function hasDefaultTitle(wrapUp: Pick<WrapUp, 'title'>): boolean {
  return wrapUp.title === '' || /^Wrap-up \d{4}-\d{2}-\d{2}$/.test(wrapUp.title);
}

/**
 * A new wrap-up. From the previous one it takes what stays the same from meetup to meetup (venue,
 * organiser, tags, footer, extra fields, time zone) and its running number plus one; not what
 * belongs to that meetup alone (speakers, recording, the event's address and date).
 */
export function createWrapUp(
  { id, now, offsetMinutes, title }: NewWrapUp,
  previous?: WrapUp,
): WrapUp {
  const date = toOffsetDateTime(now, offsetMinutes);
  const given = title?.trim() ?? '';
  const chosen = given || (previous && withNextNumber(previous.title)) || defaultTitle(date);
  const titleClamped = clampText(chosen, limits.title);
  return {
    id,
    title: titleClamped,
    slug: createSlug(titleClamped) || 'wrap-up',
    date,
    draft: true,
    tags: [...(previous?.tags ?? [])],
    event: {
      name: (previous && withNextNumber(previous.event.name)) ?? '',
      url: '',
      startsAt: '',
      timeZone: previous?.event.timeZone ?? '',
    },
    venue: { ...(previous?.venue ?? nobody) },
    venueAddress: previous?.venueAddress ?? '',
    organiser: { ...(previous?.organiser ?? nobody) },
    speakers: [],
    recording: { url: '', picture: '', pictureAlt: '' },
    footer: previous?.footer ?? '',
    // Those of a file may be no strings there.
    extraFields: (previous?.opened ? [] : (previous?.extraFields ?? [])).map((field) => ({
      ...field,
    })),
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/** The wrap-up that a new one took over from: the last one made before it. */
export function wrapUpBefore(
  wrapUp: Pick<WrapUp, 'createdAt'>,
  wrapUps: readonly WrapUp[],
): WrapUp | undefined {
  return wrapUps
    .filter(({ createdAt }) => createdAt < wrapUp.createdAt)
    .reduce<WrapUp | undefined>(
      (last, each) => (last && last.createdAt >= each.createdAt ? last : each),
      undefined,
    );
}

const nobody = { name: '', url: '' };
