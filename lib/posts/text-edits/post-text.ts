import type { Failure } from '../../core/base/errors.ts';
import type { Result } from '../../core/base/result.ts';
import type { Item, Part } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import type { Piece } from '../../render/parts/pieces.ts';

/** A post as it was composed. */
export interface ComposedPost {
  text: string;
  pieces: readonly Piece[];
  /** Its template holds the items in a way that nothing can be told apart. */
  whole: boolean;
}

export interface EditedPost {
  wrapUp: WrapUp;
  /** Those in the post, the parts of its template that have a row among them. */
  items: readonly Item[];
}

/** A post whose text is edited. */
export interface PostText extends EditedPost {
  /** What it is composed with. */
  profile: Profile;
  /** The items as the post shows them, where that is in another way than they are stored. */
  shown?: readonly Item[];
  /** What it says now. */
  draft: ComposedPost;
  compose(post: EditedPost): Result<ComposedPost, Failure>;
  newId(): string;
  /** Of a part that has no row yet: the id that it would get. */
  idOfPart(part: Pick<Part, 'part' | 'talkId'>): string;
  /** ISO instant. */
  now: string;
}

/** Why a text cannot be said by the post's blocks. */
export interface Refusal {
  why: /** A field of the front matter has another form here, or cannot be stored. */
    | 'front-matter'
    /** The template holds the items itself. */
    | 'whole-template'
    /** Lines of the file end in a way that no field shows. */
    | 'line-ends'
    /** What stands there comes out otherwise, whatever is tried. */
    | 'not-sayable';
  /** Of the new text, from 0. */
  line: number;
}

/** With `\n` for line ends. */
export const levelled = (text: string) => text.replace(/\r\n?/g, '\n');

export const linesIn = (text: string) => text.split('\n').length - 1;
