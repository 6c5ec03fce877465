import type { Messages } from '#messages';
import type { Item } from '../core/post/item.ts';
import type { CheckId } from './check-ids.ts';
import type { EarlierPost } from './earlier-links.ts';
import type { ReadPost } from './read-post.ts';

type CheckKey = Extract<keyof Messages, `check_${string}`>;

/** A sentence of `public/_locales` and what stands in it. */
export type CheckMessage = {
  [Key in CheckKey]: { key: Key; values: Messages[Key] };
}[CheckKey];

/** A stretch of the post that is written over; offsets in UTF-16 code units, `end` exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Something in a post to look at. Offsets in UTF-16 code units of the whole text, `end` exclusive. */
export interface Found {
  start: number;
  end: number;
  message: CheckMessage;
  /** Makes it good without changing what the post says; absent if its writer has to decide. */
  fix?: readonly Edit[];
}

/** A clip or another item, and the lines of the post that it stands in, from 0. */
export interface PlacedItem {
  item: Item;
  firstLine: number;
  lineCount: number;
}

/**
 * What is known beside the text. A check that needs what is absent finds nothing, so that a file can be checked
 * like a draft.
 */
export interface CheckContext {
  /** ISO instant. */
  now?: string;
  /** The items of a draft, in the post's order. */
  items?: readonly PlacedItem[];
  /** The site shows raw HTML in Markdown. */
  rawHtml?: boolean;
  /** Of the evening. */
  speakers?: readonly { name: string }[];
  talks?: readonly { title: string; speakers: readonly unknown[] }[];
  /** Names of the shortcodes that the site has of its own. */
  shortcodes?: ReadonlySet<string>;
  /** Paths and addresses of pictures, as they stand in the post, that would not be there. */
  missingPictures?: ReadonlySet<string>;
  /** Names of files that go along, and that nothing in the post links to. */
  unlinkedFiles?: readonly string[];
  /** The post of earlier ones that linked there, by `linkKey`. */
  linkedBefore?: (key: string) => EarlierPost | undefined;
}

/** One rule. It never throws, and takes time in proportion to the post's length. */
export interface Check {
  /** Stable, since it is stored where a check is switched off. */
  id: CheckId;
  find(post: ReadPost, context: CheckContext): Iterable<Found>;
}
