import * as v from 'valibot';
import type { Failure } from '../../core/base/errors.ts';
import { fail, ok, type Result } from '../../core/base/result.ts';
import type { ItemEdits } from '../../core/post/edits.ts';
import { type Item, ItemSchema, type Part } from '../../core/post/item.ts';
import { keyBetween } from '../../core/post/order.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { renderWritten } from '../../render/items/render-item.ts';
import { withSharedSources } from '../../render/items/shared-source.ts';
import { writeByHand } from '../../render/parts/by-hand.ts';
import type { PartPiece, Piece } from '../../render/parts/pieces.ts';
import { wrapMarkdown } from '../../render/wrap.ts';
import { isOpened, openedBlock } from '../compose-opened.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { frontMatterText, piecesOf } from '../open-post.ts';
import { alignBlocks } from './align-blocks.ts';
import { type ChangedPlace, changedPlaces, widened } from './changed-places.ts';
import { changedDetails } from './edit-front-matter.ts';
import { asHeading, insideBullet, itemCandidates, readCandidates } from './item-candidates.ts';

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

export interface TextEdited extends EditedPost {
  draft: ComposedPost;
  /**
   * False where the post says it in another form: blank lines and spaces at line ends are the style's, and a quote has
   * its mark before each line.
   */
  isExact: boolean;
}

/**
 * Reads a text that was edited by hand back into the blocks of its post, so that the post says it. What was not
 * touched stays the same record; words changed are changed words, a block that is gone is deleted, text that is new
 * is a note, or raw. A block that its style fills may have other line ends than were typed.
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

const levelled = (text: string) => text.replace(/\r\n?/g, '\n');
const linesIn = (text: string) => text.split('\n').length - 1;

/** Front matter with its fences, and a byte order mark before it. */
function headOf(text: string) {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const frontMatter = splitFrontMatter(text.slice(mark.length));
  return { frontMatter, head: mark + frontMatterText(frontMatter) };
}

function editHead(
  { wrapUp, items, compose }: PostText,
  old: string,
  fresh: string,
): Result<{ wrapUp: WrapUp; oldHead: string; freshHead: string }, Refusal> {
  const [before, now] = [headOf(old), headOf(fresh)];
  const heads = { oldHead: before.head, freshHead: now.head };
  if (before.head === now.head) return ok({ wrapUp, ...heads });
  const refused = fail({ why: 'front-matter' as const, line: firstOther(before.head, now.head) });
  if (!before.frontMatter || !now.frontMatter) return refused;
  const changed = changedDetails(wrapUp, before.frontMatter, now.frontMatter);
  if (changed === undefined) return refused;
  const next = { ...wrapUp, ...changed };
  const composed = compose({ wrapUp: next, items });
  if (!composed.ok || headOf(levelled(composed.value.text)).head !== now.head) return refused;
  return ok({ wrapUp: next, ...heads });
}

function firstOther(one: string, other: string): number {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = others.findIndex((line, index) => line !== lines[index]);
  return at < 0 ? others.length - 1 : at;
}

/** Something that stands in the post, in its order: an item, or a part that has no row. */
type Row = { item: Item } | { part: PartPiece };

/** What becomes of one changed place. */
interface Outcome {
  /** In the place of the pieces that stood there. */
  rows: Row[];
  /** What it says, as its blocks write it. */
  text: string;
  /** It says the same in another form than was typed. */
  isTidied?: boolean;
}

type Shown = Map<string, Item>;

class Editing {
  readonly #post: PostText;
  readonly #pieces: readonly Piece[];
  readonly #items: Shown;
  /** As they are rendered: where another block names the source for both, without it. */
  readonly #shown: Shown;

  constructor(post: PostText, pieces: readonly Piece[]) {
    this.#post = post;
    this.#pieces = pieces;
    this.#items = new Map(post.items.map((item) => [item.id, item]));
    this.#shown = new Map(
      withSharedSources(post.shown ?? post.items).map((item) => [item.id, item]),
    );
  }

  /** What the post becomes; undefined where it does not say the text, whatever is tried. */
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
      const made = wide.map((place) => this.#outcomes(place));
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
    // Only what stands in the next line may be one block with it.
    const touches = (line: number) => (fresh[line] ?? '').trim() !== '';
    return widened(place, this.#pieces, fresh, {
      above: above && place.start > 0 && touches(place.start - 1),
      below: below && touches(place.end),
    });
  }

  /** What a place may become, the least change first. */
  #outcomes(place: ChangedPlace): Outcome[] {
    const { from, to, text } = place;
    const pieces = this.#pieces.slice(from, to);
    if (text === '') return [{ rows: pieces.flatMap((piece) => this.#without(piece)), text }];
    const outcomes: (Outcome | undefined)[] = [];
    const [only] = pieces;
    const said = only && pieces.length === 1 ? this.#said(only, text) : undefined;
    const count = (markdown: string) => piecesOf(markdown).pieces.length;
    // A paragraph that is typed below another is one of its own.
    const isMore = said && only && count(text) > count(levelled(only.markdown));
    if (!isMore) outcomes.push(said);
    outcomes.push(this.#aligned(pieces, text), said, this.#aside(pieces, text));
    outcomes.push({
      rows: [...pieces.flatMap((piece) => this.#without(piece)), { item: this.#raw(text) }],
      text,
    });
    return outcomes.filter((each) => each !== undefined);
  }

  /** A piece that says another text; undefined where it cannot. */
  #said(piece: Piece, text: string): Outcome | undefined {
    if (piece.kind === 'part') {
      const written = { ...this.#partRow(piece), ...partSaying(piece, text), hidden: false };
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

  /** What an item writes, if that is `text`, filled or not. */
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

  /** Blocks of the text that are what stood there, changed or not; the others are new. */
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

  /** All of it new, block by block. */
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

  /** What is left of a piece that is gone: a part of the template is hidden, all else deleted. */
  #without(piece: Piece): Row[] {
    if (piece.kind === 'part') return [{ item: { ...this.#partRow(piece), hidden: true } }];
    const item = this.#items.get(piece.id);
    return item ? [{ item: { ...item, deletedAt: this.#post.now } }] : [];
  }

  #partRow(piece: PartPiece): Part {
    if (piece.row) return piece.row;
    const { part, talkId } = piece;
    return {
      ...this.#place(this.#post.idOfPart(piece)),
      kind: 'part',
      part,
      ...(talkId === undefined ? {} : { talkId }),
      ...{ byHand: false, note: '', base: '' },
    };
  }

  #place(id: string) {
    const { now, wrapUp } = this.#post;
    const record = { createdAt: now, updatedAt: now, deletedAt: null };
    return { id, wrapUpId: wrapUp.id, order: '', hidden: false, ...record };
  }

  #raw(text: string): Item {
    return { ...this.#place(this.#post.newId()), kind: 'raw', note: text };
  }

  /** A block of new text: a heading, a note, or written as it is. */
  #fresh(text: string): Outcome {
    const { profile } = this.#post;
    const place = this.#place(this.#post.newId());
    const heading = asHeading(text);
    const inside = insideBullet(text, profile);
    const made: Item[] = [
      ...(heading ? [{ ...place, kind: 'section', ...heading } as const] : []),
      ...(inside === undefined
        ? [{ ...place, kind: 'note', form: 'paragraph', note: text, asTyped: true } as const]
        : [{ ...place, kind: 'note', form: 'bullet', note: inside, asTyped: true } as const]),
    ];
    for (const item of made) {
      const written = this.#writes({ ...item, order: 'a0' }, text);
      if (written !== undefined) return { rows: [{ item }], text: written };
    }
    return { rows: [{ item: { ...place, kind: 'raw', note: text } }], text };
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
    const items = this.#inOrder(rows);
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

  /** The items with what is new among them at their places; undefined where there is no room for a key. */
  #inOrder(rows: readonly Row[]): Item[] | undefined {
    const stored = withPartRows(rows, (piece) => this.#partRow(piece));
    const changed = new Map(stored.map((item) => [item.id, item]));
    const made: Item[] = [];
    // What prints nothing has no piece with lines, and stays where it is.
    const all = this.#post.items.map((item) => changed.get(item.id) ?? item);
    const known = new Set(all.map(({ id }) => id));
    let last: string | undefined;
    const after = new Map<string | undefined, Item[]>();
    for (const item of stored) {
      if (known.has(item.id)) last = item.id;
      else after.set(last, [...(after.get(last) ?? []), item]);
    }
    const put = (from: string | undefined, items: readonly Item[], next: Item | undefined) => {
      let before = from;
      for (const item of items) {
        const order = keyBetween(before, next?.order);
        if (order === undefined) return false;
        made.push({ ...item, order });
        before = order;
      }
      return true;
    };
    if (!put(undefined, after.get(undefined) ?? [], all[0])) return undefined;
    for (const [at, item] of all.entries()) {
      made.push(item);
      if (!put(item.order, after.get(item.id) ?? [], all[at + 1])) return undefined;
    }
    return made;
  }
}

/** A quote with its mark before each line, also before those that go on without it. */
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

/** What a part of the template says by hand. */
function partSaying({ row, output }: PartPiece, text: string): Partial<Part> {
  if (row?.byHand) return { note: text };
  return { ...writeByHand(output ?? text), note: text };
}

/**
 * Parts without a row follow the template: leading ones before all items, closing ones after them. One that is to stand
 * on the other side of something new gets a row.
 */
function withPartRows(rows: readonly Row[], rowOf: (piece: PartPiece) => Part): Item[] {
  const isPlaced = (row: Row) => 'item' in row;
  const first = rows.findIndex(isPlaced);
  const last = rows.findLastIndex(isPlaced);
  return rows.flatMap((row, at) => {
    if ('item' in row) return [row.item];
    return first < at && at < last ? [rowOf(row.part)] : [];
  });
}

/** Places that have come to touch are one. */
function mergedPlaces(places: readonly ChangedPlace[], fresh: readonly string[]): ChangedPlace[] {
  const merged: ChangedPlace[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (!last || (last.to <= place.from && last.end <= place.start)) {
      merged.push(place);
      continue;
    }
    const [start, end] = [Math.min(last.start, place.start), Math.max(last.end, place.end)];
    merged.splice(-1, 1, {
      ...{ from: Math.min(last.from, place.from), to: Math.max(last.to, place.to), start, end },
      text: fresh.slice(start, end).join('\n'),
    });
  }
  return merged;
}

/** The same for texts that differ in blank lines and in spaces at line ends alone. */
const loose = (text: string) =>
  text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n\n')
    // Items of one list stand with a blank line between, or without.
    .replace(/\n\n(?=[*+-] )/g, '\n')
    .trim();
