import type {
  ImageClip,
  Item,
  LinkClip,
  Moment,
  Note,
  Quote,
} from '../../../lib/core/post/item.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import type { Place } from '../../support/note-taker.ts';
import type { Hands } from '../hands.ts';
import {
  clipLink,
  clipPage,
  clipPicture,
  clipQuote,
  head,
  type Wishes,
  write,
} from '../steps/clips.ts';
import { enterDetails } from '../steps/details.ts';

export interface ItemsToFind {
  wrapUp: WrapUp;
  items: readonly Item[];
  find(item: Item): Place;
}

/** Composes a post that is there as items: the details first, then item by item in the post's order. */
export async function composeItems(hands: Hands, post: ItemsToFind): Promise<void> {
  await enterDetails(hands, post.wrapUp);
  let own: Own[] = [];
  const writeOwn = async () => {
    const words = markdownOf(own);
    own = [];
    if (words !== '') await write(hands, words);
  };
  for (const item of post.items) {
    if (item.kind === 'note' || item.kind === 'moment') {
      own.push(item);
      continue;
    }
    await writeOwn();
    if (item.kind === 'section') await head(hands, item.note, headings[item.form]);
    else if (isClipped(item)) await clip(hands, item, post.find(item));
    else throw new Error(`Nobody composes a ${item.kind} yet`);
  }
  await writeOwn();
}

type Own = Note | Moment;
type Clipped = Quote | LinkClip | ImageClip;
const isClipped = (item: Item): item is Clipped =>
  item.kind === 'quote' || item.kind === 'link' || item.kind === 'image';
const headings = {
  'lead-in': undefined,
  h1: 'Large heading',
  h2: 'Heading',
  h3: 'Small heading',
  h4: 'Smallest heading',
} as const;

/** What follows each other in the writer's own words is written in one go. */
function markdownOf(items: readonly Own[]): string {
  return items
    .map((item, at) => {
      const next = items[at + 1];
      const between = item.form === 'bullet' && next?.form === 'bullet' ? '\n' : '\n\n';
      const words = item.kind === 'moment' ? momentWords(item) : item.note;
      const block = item.form === 'bullet' ? `* ${words.replaceAll('\n', '\n  ')}` : words;
      return next ? block + between : block;
    })
    .join('');
}

/** The time, linked as the player's own menu gives the link. */
function momentWords({ startSeconds, mediaUrl, note }: Moment): string {
  const [minutes, seconds] = [Math.floor(startSeconds / 60), startSeconds % 60];
  return `[${minutes}:${String(seconds).padStart(2, '0')}](${mediaUrl}?start=${minutes}m${seconds}s) ${note}`;
}

async function clip(hands: Hands, item: Clipped, place: Place): Promise<void> {
  if (item.kind === 'quote') {
    await clipQuote(hands, place.url, place.words ?? { from: item.text }, quoteWishes(item));
  } else if (item.kind === 'image') {
    await clipPicture(hands, place.url, pictureWishes(item));
  } else {
    const wishes: Wishes = {
      ...(item.note === '' ? {} : { words: item.note }),
      title: item.title,
      ...(item.form === 'paragraph' ? { form: 'Paragraph' } : {}),
    };
    if (place.link) await clipLink(hands, place.url, place.link, item.url, wishes);
    else await clipPage(hands, place.url, wishes);
  }
}

function quoteWishes(item: Quote): Wishes {
  return {
    ...(item.note === '' ? {} : { words: item.note }),
    ...(item.attributionLabel === '' ? {} : { label: item.attributionLabel }),
    ...(item.attribution === 'none' ? { source: 'None' } : {}),
  };
}

function pictureWishes(item: ImageClip): Wishes {
  return {
    alt: item.alt,
    path: item.path || `/images/${item.fileName}`,
    linksTo: item.linkUrl,
    ...(item.hidden ? { hidden: true } : {}),
  };
}
