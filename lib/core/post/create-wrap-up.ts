import { clampText, limits } from '../base/limits.ts';
import { fillPattern, type PatternSlots } from '../text/pattern.ts';
import { createSlug } from '../text/slug.ts';
import { toOffsetDateTime } from '../time/date.ts';
import { profileId } from './change.ts';
import { nextNumber, numberIn, withNextNumber } from './next-number.ts';
import type { Profile } from './profile.ts';
import type { WrapUp } from './wrap-up.ts';

export interface NewWrapUp {
  id: string;
  /** ISO instant. */
  now: string;
  /** Minutes east of UTC of the local time. */
  offsetMinutes: number;
  title?: string;
}

/** The title of a wrap-up that nobody named yet, because its first clip needs no set-up. */
export function defaultTitle(date: string): string {
  return `Wrap-up ${date.slice(0, 10)}`;
}

/** True if the title is still the generated one, so it may be replaced without a loss. */
export function hasDefaultTitle(wrapUp: Pick<WrapUp, 'title'>): boolean {
  return wrapUp.title === '' || /^Wrap-up \d{4}-\d{2}-\d{2}$/.test(wrapUp.title);
}

/** What a house style sets in a new wrap-up. */
export interface StyleOfNew {
  /** Absent: the first style. */
  styleId?: string;
  profile: Pick<Profile, 'titlePattern' | 'slugPattern' | 'number' | 'tags' | 'footer'>;
}

/**
 * Creates a new wrap-up. From the previous one it takes what usually stays the same (venue,
 * organiser, tags, footer, extra fields, time zone) and its running number plus one, but not what
 * belongs to that meetup alone (speakers, recording, the event's address and date).
 */
export function createWrapUp(
  { id, now, offsetMinutes, title }: NewWrapUp,
  previous?: WrapUp,
  style?: StyleOfNew,
): WrapUp {
  const date = toOffsetDateTime(now, offsetMinutes);
  const given = title?.trim() ?? '';
  const isSameStyle = styleOf(previous) === styleOf(style);
  const number = nextNumberOf(isSameStyle ? previous : undefined, style);
  const patterned =
    style && style.profile.titlePattern !== ''
      ? fillPattern(style.profile.titlePattern, { date, number })
      : undefined;
  const chosen =
    given || patterned || (previous && withNextNumber(previous.title)) || defaultTitle(date);
  const titleClamped = clampText(chosen, limits.title);
  return {
    id,
    title: titleClamped,
    slug: slugOf(titleClamped, { date, number }, style) || 'wrap-up',
    date,
    draft: true,
    tags: [
      ...((isSameStyle || !style?.profile.tags.length ? previous?.tags : undefined) ??
        style?.profile.tags ??
        []),
    ],
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
    footer: ((isSameStyle && previous?.footer) || style?.profile.footer || previous?.footer) ?? '',
    // The fields of a file may not be strings.
    extraFields: (previous?.opened ? [] : (previous?.extraFields ?? [])).map((field) => ({
      ...field,
    })),
    ...(style?.styleId === undefined ? {} : { styleId: style.styleId }),
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

const styleOf = (of: { styleId?: string | undefined } | undefined) => of?.styleId ?? profileId;

/**
 * One more than the last post's number, or than that of the posts from which the style was learned.
 */
function nextNumberOf(previous: WrapUp | undefined, style: StyleOfNew | undefined) {
  const last = [previous && numberIn(previous.title), style?.profile.number]
    .filter((digits) => digits !== undefined && digits !== '')
    .sort((one, other) => Number(other) - Number(one))[0];
  return last === undefined ? undefined : nextNumber(last);
}

function slugOf(title: string, slots: PatternSlots, style: StyleOfNew | undefined): string {
  const slug = createSlug(title);
  const pattern = style?.profile.slugPattern ?? '';
  const made = pattern === '' ? undefined : fillPattern(pattern, { ...slots, title, slug });
  return made === undefined ? slug : createSlug(made);
}

/** Returns the wrap-up that a new one continued: the last one created before it. */
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
