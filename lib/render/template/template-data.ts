import {
  linkAddress,
  sourceAddress,
  sourceAuthor,
  sourcePublished,
  sourceTitle,
} from '../../clips/clip-source.ts';
import type { Item } from '../../core/post/item.ts';
import { numberIn } from '../../core/post/next-number.ts';
import type { Profile } from '../../core/post/profile.ts';
import { type TalkOfEvening, talksOf } from '../../core/post/talks.ts';
import type { NamedLink, Speaker, WrapUp } from '../../core/post/wrap-up.ts';
import { joinBlocks } from '../items/join-blocks.ts';
import type { RenderedBlock } from '../items/render-item.ts';
import { Markdown } from '../markdown.ts';

/** Empty values become null, so that a template's `{% if venue %}` works as expected. */
const filled = (text: string) => (text.trim() === '' ? null : text);

function named(value: NamedLink) {
  return value.name.trim() === '' && value.url.trim() === ''
    ? null
    : { name: value.name, url: filled(value.url) };
}

/** A venue with only an address is named by that. */
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

function recordingData(
  { url, picture, pictureAlt }: WrapUp['recording'],
  { linkPicture }: Profile,
) {
  return {
    url: filled(url),
    picture: filled(picture),
    picture_alt: filled(pictureAlt),
    picture_link: linkPicture ? filled(url) : null,
  };
}

const listed = <T>(list: readonly T[]) => (list.length === 0 ? null : list);

const speakersData = (speakers: readonly Speaker[]) =>
  listed(speakers.filter(({ name }) => name.trim() !== '').map(speakerData));

function talkData(talk: TalkOfEvening, profile: Profile) {
  return {
    title: filled(talk.title),
    speakers: speakersData(talk.speakers),
    slides: filled(talk.slides),
    repository: filled(talk.repository),
    recording: recordingData(talk.recording, profile),
  };
}

/** Returns the talks with any content, each with its id if it has one. */
export function knownTalks(wrapUp: WrapUp, profile: Profile) {
  return talksOf(wrapUp)
    .map((talk) => ({ id: talk.id, data: talkData(talk, profile) }))
    .filter(({ data: { title, speakers, slides, repository, recording } }) =>
      [title, speakers, slides, repository, recording.url, recording.picture].some(
        (known) => known !== null,
      ),
    );
}

function clipData(item: Item, { block, mark }: BlocksOfPost) {
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
    // Read only if a template loops over the clips; `items` has them all.
    get markdown() {
      markdown ??= new Markdown(block(item).markdown, true, mark(block(item)));
      return markdown;
    },
  };
}

/** The items of a post, without parts, with their blocks. */
export interface BlocksOfPost {
  items: readonly Item[];
  block(item: Item): RenderedBlock;
  /** Returns what is output for a block: its Markdown, or a mark for what is written as typed. */
  mark(block: RenderedBlock): string;
}

/** Returns everything that a template can use. Texts are as entered; they are escaped on output. */
export function createTemplateData(wrapUp: WrapUp, blocks: BlocksOfPost, profile: Profile) {
  let items: Markdown | undefined;
  let clips: ReturnType<typeof clipData>[] | undefined;
  return {
    wrap_up: {
      title: wrapUp.title,
      slug: wrapUp.slug,
      date: wrapUp.date,
      draft: wrapUp.draft,
      tags: wrapUp.tags,
    },
    number: numberIn(wrapUp.title) ?? numberIn(wrapUp.event.name) ?? null,
    event: eventData(wrapUp),
    venue: venueData(wrapUp),
    organiser: named(wrapUp.organiser),
    speakers: speakersData(wrapUp.speakers),
    recording: recordingData(talksOf(wrapUp)[0]?.recording ?? wrapUp.recording, profile),
    talks: listed(knownTalks(wrapUp, profile).map(({ data }) => data)),
    footer: filled(wrapUp.footer),
    /** All items as in the post. They are joined only if a template uses them as one. */
    get items() {
      if (items) return items;
      const all = blocks.items.map(blocks.block);
      items = new Markdown(joinBlocks(all), true, joinBlocks(all, blocks.mark));
      return items;
    },
    /** The same one by one, for a template with its own order. */
    get clips() {
      clips ??= blocks.items.map((item) => clipData(item, blocks));
      return clips;
    },
  };
}
