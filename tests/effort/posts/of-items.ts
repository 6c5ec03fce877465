import type {
  ImageClip,
  Item,
  LinkClip,
  Moment,
  Note,
  Quote,
} from '../../../lib/core/post/item.ts';
import type { Place } from '../../support/note-taker.ts';
import type { Hands } from '../hands.ts';
import { clipLink, clipPage, clipPicture, clipQuote, type Wishes } from '../steps/clips.ts';
import { type Details, enterDetails } from '../steps/details.ts';
import { head, write } from '../steps/own-words.ts';
import type { PostAtDesk } from './at-desk.ts';

/** Returns where the post's quotes and its picture are found. */
export function foundIn(
  items: readonly Item[],
  find: ItemsToFind['find'],
): Pick<PostAtDesk, 'quotes' | 'picture'> {
  const picture = items.find((item) => item.kind === 'image');
  return {
    quotes: items.flatMap((item) => {
      if (item.kind !== 'quote') return [];
      const { url, words } = find(item);
      return [{ url, words: words ?? { from: item.text } }];
    }),
    picture: picture && { url: find(picture).url, clip: picture },
  };
}

export interface ItemsToFind {
  wrapUp: Details;
  items: readonly Item[];
  find(item: Item): Place;
}

type Own = Note | Moment;
type Clipped = Quote | LinkClip | ImageClip;
/** What is done in one go. */
type Step =
  | { do: 'write'; words: string }
  | { do: 'head'; words: string; form: keyof typeof headings }
  | { do: 'clip'; item: Clipped };

const headings = {
  'lead-in': undefined,
  h1: 'Large heading',
  h2: 'Heading',
  h3: 'Small heading',
  h4: 'Smallest heading',
} as const;

/** Alternates between reading and writing: the details, then step by step in the post's order. */
export async function composeAlong(hands: Hands, post: ItemsToFind): Promise<void> {
  await enterDetails(hands, post.wrapUp);
  for (const step of stepsOf(post.items)) await take(hands, step, post);
}

/** Reads and clips all sources first, in the post's order; then writes between the clips. */
export async function composeReadFirst(hands: Hands, post: ItemsToFind): Promise<void> {
  await enterDetails(hands, post.wrapUp);
  const steps = stepsOf(post.items);
  for (const step of steps) if (step.do === 'clip') await take(hands, step, post);
  for (const [at, step] of steps.entries()) {
    if (step.do !== 'clip') await take(hands, step, post, at);
  }
}

function stepsOf(items: readonly Item[]): Step[] {
  const steps: Step[] = [];
  let own: Own[] = [];
  const writeOwn = () => {
    // Consecutive items in the writer's own words are written in one go.
    if (own.length > 0) steps.push({ do: 'write', words: markdownOf(own) });
    own = [];
  };
  for (const item of items) {
    if (item.kind === 'note' || item.kind === 'moment') {
      own.push(item);
      continue;
    }
    writeOwn();
    if (item.kind === 'section') steps.push({ do: 'head', words: item.note, form: item.form });
    else if (isClipped(item)) steps.push({ do: 'clip', item });
    else throw new Error(`Nobody composes a ${item.kind} yet`);
  }
  writeOwn();
  return steps;
}

const isClipped = (item: Item): item is Clipped =>
  item.kind === 'quote' || item.kind === 'link' || item.kind === 'image';

/** @param at how many rows are before the new one; default: it comes last */
async function take(hands: Hands, step: Step, post: ItemsToFind, at?: number): Promise<void> {
  if (step.do === 'clip') await clip(hands, step.item, post.find(step.item));
  else if (step.do === 'write') await write(hands, step.words, { at });
  else await head(hands, step.words, { at, form: headings[step.form] });
}

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

/** Returns the time, linked as the player's own menu gives the link. */
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
