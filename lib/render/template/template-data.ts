import {
  linkAddress,
  sourceAddress,
  sourceAuthor,
  sourcePublished,
  sourceTitle,
} from '../../clips/clip-source.ts';
import type { Item } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { NamedLink, Speaker, WrapUp } from '../../core/post/wrap-up.ts';
import { renderBlock } from '../items/render-item.ts';
import { renderItems } from '../items/render-items.ts';
import { Markdown } from '../markdown.ts';

/** What is empty is null, so that a template's `{% if venue %}` says what it seems to say. */
const filled = (text: string) => (text.trim() === '' ? null : text);

function named(value: NamedLink) {
  return value.name.trim() === '' && value.url.trim() === ''
    ? null
    : { name: value.name, url: filled(value.url) };
}

/** A venue that is known by its address alone goes by that. */
function venueData({ venue, venueAddress }: WrapUp) {
  const address = filled(venueAddress);
  const known = named(venue.name.trim() === '' ? { ...venue, name: address ?? '' } : venue);
  return known && { ...known, address };
}

function speakerData(speaker: Speaker) {
  return {
    name: speaker.name,
    url: filled(speaker.url),
    role: filled(speaker.role),
    role_position: speaker.rolePosition,
    affiliation: named(speaker.affiliation),
  };
}

function eventData({ event }: WrapUp) {
  if (event.name.trim() === '') return null;
  const [date = '', time = ''] = event.startsAt.split('T');
  return {
    name: event.name,
    url: filled(event.url),
    starts_at: filled(event.startsAt),
    date: filled(date),
    time: filled(time),
    time_zone: filled(event.timeZone),
  };
}

function clipData(item: Item, profile: Profile) {
  let markdown: Markdown | undefined;
  const clip = 'source' in item ? item : undefined;
  return {
    kind: item.kind,
    title: filled(item.kind === 'link' ? item.title : clip ? sourceTitle(clip) : ''),
    url: filled(item.kind === 'link' ? linkAddress(item) : clip ? sourceAddress(clip) : ''),
    text: item.kind === 'quote' ? item.text : null,
    note: filled(item.note),
    author: filled(clip ? sourceAuthor(clip) : ''),
    published: filled(clip ? sourcePublished(clip) : ''),
    hidden: item.hidden,
    // Read only where a template loops over the clips; `items` has them all.
    get markdown() {
      markdown ??= new Markdown(renderBlock(item, profile).markdown, true);
      return markdown;
    },
  };
}

/** Everything a template can name. Texts are as entered; they are escaped where they are put out. */
export function createTemplateData(wrapUp: WrapUp, items: readonly Item[], profile: Profile) {
  const speakers = wrapUp.speakers.filter(({ name }) => name.trim() !== '').map(speakerData);
  const { url, picture, pictureAlt } = wrapUp.recording;
  return {
    wrap_up: {
      title: wrapUp.title,
      slug: wrapUp.slug,
      date: wrapUp.date,
      draft: wrapUp.draft,
      tags: wrapUp.tags,
    },
    event: eventData(wrapUp),
    venue: venueData(wrapUp),
    organiser: named(wrapUp.organiser),
    speakers: speakers.length === 0 ? null : speakers,
    recording: {
      url: filled(url),
      picture: filled(picture),
      picture_alt: filled(pictureAlt),
    },
    footer: filled(wrapUp.footer),
    /** All items as they stand in the post. */
    items: new Markdown(renderItems(items, profile), true),
    /** The same one by one, for a template that puts them in an order of its own. */
    clips: items.filter(({ deletedAt }) => deletedAt === null).map((i) => clipData(i, profile)),
  };
}
