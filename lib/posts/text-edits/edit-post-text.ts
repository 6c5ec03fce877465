import * as v from 'valibot';
import { fail, ok, type Result } from '../../core/base/result.ts';
import { type Item, ItemSchema } from '../../core/post/item.ts';
import type { Piece } from '../../render/parts/pieces.ts';
import { type ChangedPlace, changedPlaces, mergedPlaces, widened } from './changed-places.ts';
import { editHead } from './edit-head.ts';
import { itemsInOrder, type Row } from './items-in-order.ts';
import { NewRecords } from './new-records.ts';
import { type Outcome, PlaceOutcomes } from './place-outcomes.ts';
import {
  type ComposedPost,
  type EditedPost,
  levelled,
  linesIn,
  type PostText,
  type Refusal,
} from './post-text.ts';

export interface TextEdited extends EditedPost {
  draft: ComposedPost;
  /**
   * False if the post writes it in another form: the style decides about blank lines and spaces at
   * line ends, and a quote has its mark before each line.
   */
  isExact: boolean;
}

/**
 * Converts a text that was edited by hand back to the blocks of its post, so that the post says it.
 * Untouched blocks keep their records; changed words are changed, a removed block is deleted, new
 * text becomes a note, or raw text. A block that the style wraps may have other line ends than were
 * typed.
 * @param text the whole post; its line ends count as those of the post
 */
export function editPostText(post: PostText, text: string): Result<TextEdited, Refusal> {
  const [old, fresh] = [levelled(post.draft.text), levelled(text)];
  if (old === fresh) {
    const { wrapUp, items, draft } = post;
    return ok({ wrapUp, items, draft, isExact: true });
  }
  if (/\r(?!\n)/.test(post.draft.text)) return fail({ why: 'line-ends', line: 0 });
  const head = editHead(post, old, fresh);
  if (!head.ok) return head;
  const { wrapUp, oldHead, freshHead } = head.value;
  const headLines = linesIn(oldHead);
  const pieces = post.draft.pieces
    .filter(({ lineCount }) => lineCount > 0)
    .map((piece) => ({ ...piece, firstLine: piece.firstLine - headLines }));
  const oldLines = old.slice(oldHead.length).split('\n');
  const freshLines = fresh.slice(freshHead.length).split('\n');
  const places = changedPlaces(pieces, oldLines, freshLines);
  const line = linesIn(freshHead) + (places[0]?.start ?? 0);
  if (post.draft.whole && places.length > 0) return fail({ why: 'whole-template', line });
  const edited = new Editing({ ...post, wrapUp }, pieces).tryAll(places, freshLines, freshHead);
  return edited ? ok(edited) : fail({ why: 'not-sayable', line });
}

class Editing {
  readonly #post: PostText;
  readonly #pieces: readonly Piece[];
  readonly #items: ReadonlyMap<string, Item>;
  readonly #records: NewRecords;
  readonly #outcomes: PlaceOutcomes;

  constructor(post: PostText, pieces: readonly Piece[]) {
    this.#post = post;
    this.#pieces = pieces;
    this.#items = new Map(post.items.map((item) => [item.id, item]));
    this.#records = new NewRecords(post);
    this.#outcomes = new PlaceOutcomes(post, this.#items, this.#records);
  }

  /** Returns the new post; undefined if no attempt makes it say the text. */
  tryAll(
    places: readonly ChangedPlace[],
    fresh: readonly string[],
    head: string,
  ): TextEdited | undefined {
    if (places.length === 0) return this.#try([], [], fresh, head);
    for (const by of [
      ...[
        { above: false, below: false },
        { above: true, below: false },
      ],
      ...[
        { above: false, below: true },
        { above: true, below: true },
      ],
    ]) {
      const wide = mergedPlaces(
        places.map((place) => this.#widen(place, fresh, by)),
        fresh,
      );
      const made = wide.map(({ from, to, text }) =>
        this.#outcomes.of(this.#pieces.slice(from, to), text),
      );
      const most = Math.max(...made.map((each) => each.length));
      for (let at = 0; at < most; at++) {
        const outcomes = made.map((each) => each[Math.min(at, each.length - 1)]);
        if (outcomes.some((each) => each === undefined)) break;
        const edited = this.#try(wide, outcomes as Outcome[], fresh, head);
        if (edited) return edited;
      }
    }
    return undefined;
  }

  #widen(
    place: ChangedPlace,
    fresh: readonly string[],
    { above, below }: { above: boolean; below: boolean },
  ): ChangedPlace {
    if (!above && !below) return place;
    // Only the next line can belong to the same block.
    const touches = (line: number) => (fresh[line] ?? '').trim() !== '';
    return widened(place, this.#pieces, fresh, {
      above: above && place.start > 0 && touches(place.start - 1),
      below: below && touches(place.end),
    });
  }

  #try(
    places: readonly ChangedPlace[],
    outcomes: readonly Outcome[],
    fresh: readonly string[],
    head: string,
  ): TextEdited | undefined {
    const rows: Row[] = [];
    const wanted: string[] = [];
    let [piece, line] = [0, 0];
    for (const [at, { from, to, start, end }] of places.entries()) {
      const outcome = outcomes[at];
      if (!outcome) return undefined;
      rows.push(...this.#rowsOf(piece, from), ...outcome.rows);
      wanted.push(...fresh.slice(line, start));
      if (end > start) wanted.push(...outcome.text.split('\n'));
      [piece, line] = [to, end];
    }
    rows.push(...this.#rowsOf(piece, this.#pieces.length));
    wanted.push(...fresh.slice(line));
    const items = itemsInOrder(rows, this.#post.items, (piece) => this.#records.partRow(piece));
    const isStorable = (item: Item) => this.#items.get(item.id) === item || v.is(ItemSchema, item);
    if (items === undefined || !items.every(isStorable)) return undefined;
    const { wrapUp } = this.#post;
    const composed = this.#post.compose({ wrapUp, items });
    if (!composed.ok) return undefined;
    const said = levelled(composed.value.text);
    const body = wanted.join('\n');
    const isTidied = outcomes.some((each) => each.isTidied);
    const isExact = !isTidied && said === head + body;
    const isSame = said.startsWith(head) && loose(said.slice(head.length)) === loose(body);
    if (!isExact && !isSame) return undefined;
    return { wrapUp, items, draft: composed.value, isExact };
  }

  #rowsOf(from: number, to: number): Row[] {
    return this.#pieces.slice(from, to).flatMap((piece): Row[] => {
      if (piece.kind === 'part') return piece.row ? [{ item: piece.row }] : [{ part: piece }];
      const item = this.#items.get(piece.id);
      return item ? [{ item }] : [];
    });
  }
}

/** Makes texts equal that differ only in blank lines and in spaces at line ends. */
const loose = (text: string) =>
  text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n\n')
    // Items of one list have a blank line between them, or none.
    .replace(/\n\n(?=[*+-] )/g, '\n')
    .trim();
