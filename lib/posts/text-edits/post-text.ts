import type { Failure } from '../../core/base/errors.ts';
import type { Result } from '../../core/base/result.ts';
import type { Item, Part } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import type { Piece } from '../../render/parts/pieces.ts';

/** A composed post. */
export interface ComposedPost {
  text: string;
  pieces: readonly Piece[];
  /** Its template contains the items in a way that can't be separated. */
  whole: boolean;
}

export interface EditedPost {
  wrapUp: WrapUp;
  /** The items in the post, including template parts that have a row. */
  items: readonly Item[];
}

/** A post whose text is edited. */
export interface PostText extends EditedPost {
  /** The profile that it is composed with. */
  profile: Profile;
  /** The items as the post shows them, if that differs from how they are stored. */
  shown?: readonly Item[];
  /** The current draft. */
  draft: ComposedPost;
  compose(post: EditedPost): Result<ComposedPost, Failure>;
  newId(): string;
  /** Returns the id that a part without a row would get. */
  idOfPart(part: Pick<Part, 'part' | 'talkId'>): string;
  /** ISO instant. */
  now: string;
}

/** Why the post's blocks can't express a text. */
export interface Refusal {
  why: /** A field of the front matter has an unsupported form, or can't be stored. */
    | 'front-matter'
    /** The template itself contains the items. */
    | 'whole-template'
    /** The file's line ends can't be represented in a field. */
    | 'line-ends'
    /** Every attempt writes the text differently. */
    | 'not-sayable';
  /** Line of the new text, from 0. */
  line: number;
}

/** Converts all line ends to `\n`. */
export const levelled = (text: string) => text.replace(/\r\n?/g, '\n');

export const linesIn = (text: string) => text.split('\n').length - 1;
