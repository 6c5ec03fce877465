import * as v from 'valibot';
import type { ItemEdits } from '../../core/post/edits.ts';
import { type Item, ItemSchema, type Part } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { renderWritten } from '../../render/items/render-item.ts';
import { withSharedSources } from '../../render/items/shared-source.ts';
import { writeByHand } from '../../render/parts/by-hand.ts';
import type { PartPiece, Piece } from '../../render/parts/pieces.ts';
import { wrapMarkdown } from '../../render/wrap.ts';
import { isOpened, openedBlock } from '../compose-opened.ts';
import { piecesOf } from '../open-post.ts';
import { alignBlocks } from './align-blocks.ts';
import { asHeading, insideBullet, itemCandidates, readCandidates } from './item-candidates.ts';
import type { Row } from './items-in-order.ts';
import type { NewRecords } from './new-records.ts';
import { levelled, type PostText } from './post-text.ts';

/** A possible result for one changed place. */
export interface Outcome {
  /** The rows that replace the old pieces. */
  rows: Row[];
  /** The text that its blocks write. */
  text: string;
  /** It says the same in another form than was typed. */
  isTidied?: boolean;
}

/** Finds possible results for pieces of a post if another text is in their place. */
export class PlaceOutcomes {
  readonly #post: PostText;
  readonly #records: NewRecords;
  readonly #items: ReadonlyMap<string, Item>;
  /** As rendered: without the source if another block names it for both. */
  readonly #shown: ReadonlyMap<string, Item>;

  constructor(post: PostText, items: ReadonlyMap<string, Item>, records: NewRecords) {
    this.#post = post;
    this.#items = items;
    this.#records = records;
    this.#shown = new Map(
      withSharedSources(post.shown ?? post.items).map((item) => [item.id, item]),
    );
  }

  /** Yields the possible results that say another text, the smallest change first. */
  of(pieces: readonly Piece[], text: string): Outcome[] {
    if (text === '') return [{ rows: pieces.flatMap((piece) => this.#without(piece)), text }];
    const outcomes: (Outcome | undefined)[] = [];
    const [only] = pieces;
    const said = only && pieces.length === 1 ? this.#said(only, text) : undefined;
    const count = (markdown: string) => piecesOf(markdown).pieces.length;
    // A paragraph that is typed below another is a separate one.
    const isMore = said && only && count(text) > count(levelled(only.markdown));
    if (!isMore) outcomes.push(said);
    outcomes.push(this.#aligned(pieces, text), said, this.#aside(pieces, text));
    outcomes.push({
      rows: [...pieces.flatMap((piece) => this.#without(piece)), { item: this.#records.raw(text) }],
      text,
    });
    return outcomes.filter((each) => each !== undefined);
  }

  /** Returns a piece that says another text; undefined if it can't. */
  #said(piece: Piece, text: string): Outcome | undefined {
    if (piece.kind === 'part') {
      const written = {
        ...this.#records.partRow(piece),
        ...partSaying(piece, text),
        hidden: false,
      };
      return { rows: [{ item: written }], text };
    }
    const [item, shown] = [this.#items.get(piece.id), this.#shown.get(piece.id)];
    if (!item || !shown) return undefined;
    const texts = { old: levelled(piece.markdown), fresh: text };
    for (const edits of this.#candidates(shown, texts)) {
      const written = this.#writes({ ...shown, ...edits } as Item, text);
      if (written === undefined) continue;
      return { rows: [{ item: { ...item, ...edits } as Item }], text: written };
    }
    const tidy = item.kind === 'quote' ? withQuoteMarks(text) : text;
    const said = tidy === text ? undefined : this.#said(piece, tidy);
    return said && { ...said, isTidied: true };
  }

  *#candidates(item: Item, texts: { old: string; fresh: string }): Generator<ItemEdits> {
    const { profile, wrapUp } = this.#post;
    if (item.piece?.of === wrapUp.id) yield* readCandidates(item, texts);
    const mark = /^ {0,3}([*+-])(?=\s|$)/.exec(texts.old)?.[1] as Profile['bullet'] | undefined;
    yield* itemCandidates(item, texts, mark ? { ...profile, bullet: mark } : profile);
  }

  /** Returns what an item writes, if that equals `text`, wrapped or not. */
  #writes(item: Item, text: string): string | undefined {
    if (!v.is(ItemSchema, item)) return undefined;
    const { profile, wrapUp } = this.#post;
    const written = isOpened(wrapUp)
      ? levelled(openedBlock(item, wrapUp, profile))
      : renderWritten(item, profile).written;
    if (written === text) return written;
    const { quote, bullet, note } = profile.columns;
    const isFilled = [quote, bullet, note].some(
      (column) => column > 0 && wrapMarkdown(text, column) === wrapMarkdown(written, column),
    );
    return isFilled ? written : undefined;
  }

  /** Matches blocks of the text with the old ones, changed or not; the others are new. */
  #aligned(pieces: readonly Piece[], text: string): Outcome | undefined {
    const blocks = piecesOf(text).pieces;
    const sizes = pieces.map(({ markdown }) => piecesOf(levelled(markdown)).pieces.length);
    const matches = alignBlocks(
      pieces.map(({ markdown }) => levelled(markdown)),
      sizes,
      blocks.map((block) => block.text),
    );
    const rows: Row[] = [];
    let out = '';
    let piece = 0;
    let block = 0;
    let isTidied = false;
    const add = (gap: string | undefined, one: Outcome) => {
      isTidied ||= one.isTidied === true;
      out += (out === '' ? '' : (gap ?? '')) + one.text;
      rows.push(...one.rows);
    };
    const addNew = (until: number) => {
      for (; block < until; block++) {
        const fresh = blocks[block];
        if (fresh) add(fresh.gap, this.#fresh(fresh.text));
      }
    };
    for (const match of matches) {
      for (; piece < match.piece; piece++) rows.push(...this.#withoutAt(pieces, piece));
      addNew(match.from);
      const some = blocks.slice(match.from, match.to);
      const whole = some.map((each, at) => (at === 0 ? '' : each.gap) + each.text).join('');
      const matched = pieces[match.piece];
      const said = matched && this.#said(matched, whole);
      if (said) {
        add(some[0]?.gap, said);
        block = match.to;
      } else {
        rows.push(...this.#withoutAt(pieces, match.piece));
        addNew(match.to);
      }
      piece = match.piece + 1;
    }
    for (; piece < pieces.length; piece++) rows.push(...this.#withoutAt(pieces, piece));
    addNew(blocks.length);
    return { rows, text: out, isTidied };
  }

  /** Makes everything new, block by block. */
  #aside(pieces: readonly Piece[], text: string): Outcome {
    const made = piecesOf(text).pieces.map((block) => ({
      ...block,
      made: this.#fresh(block.text),
    }));
    return {
      rows: [
        ...pieces.flatMap((piece) => this.#without(piece)),
        ...made.flatMap((block) => block.made.rows),
      ],
      text: made.map(({ gap, made: { text: own } }, at) => (at === 0 ? '' : gap) + own).join(''),
    };
  }

  #withoutAt = (pieces: readonly Piece[], at: number): Row[] => {
    const piece = pieces[at];
    return piece ? this.#without(piece) : [];
  };

  /**
   * Returns what remains of a removed piece: a part of the template is hidden, everything else is
   * deleted.
   */
  #without(piece: Piece): Row[] {
    if (piece.kind === 'part') return [{ item: { ...this.#records.partRow(piece), hidden: true } }];
    const item = this.#items.get(piece.id);
    return item ? [{ item: { ...item, deletedAt: this.#post.now } }] : [];
  }

  /** Creates a block of new text: a heading, a note, or raw text. */
  #fresh(text: string): Outcome {
    const { profile } = this.#post;
    const base = this.#records.base();
    const heading = asHeading(text);
    const inside = insideBullet(text, profile);
    const made: Item[] = [
      ...(heading ? [{ ...base, kind: 'section', ...heading } as const] : []),
      ...(inside === undefined
        ? [{ ...base, kind: 'note', form: 'paragraph', note: text, asTyped: true } as const]
        : [{ ...base, kind: 'note', form: 'bullet', note: inside, asTyped: true } as const]),
    ];
    for (const item of made) {
      const written = this.#writes({ ...item, order: 'a0' }, text);
      if (written !== undefined) return { rows: [{ item }], text: written };
    }
    return { rows: [{ item: { ...base, kind: 'raw', note: text } }], text };
  }
}

/** Returns a quote with its mark before each line, including lazy continuation lines. */
function withQuoteMarks(text: string): string {
  let isIn = false;
  return text
    .split('\n')
    .map((line) => {
      isIn = line.startsWith('>') || (isIn && line.trim() !== '');
      return isIn && !line.startsWith('>') ? `> ${line}` : line;
    })
    .join('\n');
}

/** Returns a part of the template with text written by hand. */
function partSaying({ row, output }: PartPiece, text: string): Partial<Part> {
  if (row?.byHand) return { note: text };
  return { ...writeByHand(output ?? text), note: text };
}
