import type { Item, Part } from '../../core/post/item.ts';
import type { PartPiece } from '../../render/parts/pieces.ts';
import type { PostText } from './post-text.ts';

/** Creates the records of what is new in a post; their places are set later. */
export class NewRecords {
  readonly #post: PostText;

  constructor(post: PostText) {
    this.#post = post;
  }

  /** The fields of all items. */
  base(id = this.#post.newId()) {
    const { now, wrapUp } = this.#post;
    const record = { createdAt: now, updatedAt: now, deletedAt: null };
    return { id, wrapUpId: wrapUp.id, order: '', hidden: false, ...record };
  }

  raw(text: string): Item {
    return { ...this.base(), kind: 'raw', note: text };
  }

  /** Returns the row of a part of the template: the existing one, or a new one. */
  partRow(piece: PartPiece): Part {
    if (piece.row) return piece.row;
    const { part, talkId } = piece;
    return {
      ...this.base(this.#post.idOfPart(piece)),
      kind: 'part',
      part,
      ...(talkId === undefined ? {} : { talkId }),
      ...{ byHand: false, note: '', base: '' },
    };
  }
}
