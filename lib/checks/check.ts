import type { Messages } from '#messages';
import type { Item } from '../core/post/item.ts';
import type { CheckId } from './check-ids.ts';
import type { EarlierPost } from './earlier-links.ts';
import type { ReadPost } from './read-post.ts';

type CheckKey = Extract<keyof Messages, `check_${string}`>;

/** A message of `public/_locales` and its values. */
export type CheckMessage = {
  [Key in CheckKey]: { key: Key; values: Messages[Key] };
}[CheckKey];

/** A stretch of the post that is overwritten; offsets in UTF-16 code units, `end` exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Something in a post that may be wrong. Offsets in UTF-16 code units of the whole text, `end`
 * exclusive.
 */
export interface Found {
  start: number;
  end: number;
  message: CheckMessage;
  /** A fix that does not change what the post says; absent if the writer must decide. */
  fix?: readonly Edit[];
}

/** A clip or another item, and its lines in the post, from 0. */
export interface PlacedItem {
  item: Item;
  firstLine: number;
  lineCount: number;
}

/**
 * What is known besides the text. A check that needs missing data finds nothing, so a file can be
 * checked like a draft.
 */
export interface CheckContext {
  /** ISO instant. */
  now?: string;
  /** The items of a draft, in the post's order. */
  items?: readonly PlacedItem[];
  /** The site shows raw HTML in Markdown. */
  rawHtml?: boolean;
  /** The evening's speakers. */
  speakers?: readonly { name: string }[];
  talks?: readonly { title: string; speakers: readonly unknown[] }[];
  /** Names of the site's own shortcodes. */
  shortcodes?: ReadonlySet<string>;
  /** Paths and addresses of pictures, as written in the post, that would be missing. */
  missingPictures?: ReadonlySet<string>;
  /** Names of files that go with the post, and that nothing in it links to. */
  unlinkedFiles?: readonly string[];
  /** Returns the earlier post that linked there, by `linkKey`. */
  linkedBefore?: (key: string) => EarlierPost | undefined;
}

/** One rule. It never throws, and takes time proportional to the post's length. */
export interface Check {
  /** It must not change, because it is stored when a check is switched off. */
  id: CheckId;
  find(post: ReadPost, context: CheckContext): Iterable<Found>;
}
