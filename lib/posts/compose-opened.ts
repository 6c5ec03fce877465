import { ok } from '../core/base/result.ts';
import { mergeText } from '../core/merge/merge-text.ts';
import type { ImageClip, Item } from '../core/post/item.ts';
import type { StoredPiece } from '../core/post/piece.ts';
import type { Profile } from '../core/post/profile.ts';
import type { OpenedWrapUp, WrapUp } from '../core/post/wrap-up.ts';
import { readFigure } from '../markdown/figure.ts';
import { changeFigure, writeFigure } from '../markdown/write-figure.ts';
import type { ComposePost } from '../render/compose.ts';
import { dialectOf } from '../render/dialects/registry.ts';
import { BlockCache } from '../render/items/block-cache.ts';
import { imageWords } from '../render/items/image.ts';
import { renderWritten } from '../render/items/render-item.ts';
import { withSharedSources } from '../render/items/shared-source.ts';
import { changeLines } from './change-lines.ts';
import { fieldsDigest } from './fields-digest.ts';
import { frontMatterText, piecesOf } from './open-post.ts';
import { writeDetails } from './opened-details.ts';
import { readPiece } from './read-piece.ts';
import { type WrittenBlock, writeParts } from './write-post.ts';

export const isOpened = (wrapUp: WrapUp): wrapUp is OpenedWrapUp => wrapUp.opened !== undefined;

/**
 * Composes a post that was opened from a file: what nobody touched is that file, byte for byte. In
 * the front matter only changed fields change, and in a block only what was changed. Style and
 * template print nothing.
 */
export const composeOpened: ComposePost = (wrapUp, items, profile, cache = new BlockCache()) => {
  if (!isOpened(wrapUp)) throw new Error('not an opened post');
  const inPost = withSharedSources(
    items.filter(({ deletedAt, tray }) => deletedAt === null && tray === undefined),
  );
  const said = withListMarks(
    inPost.flatMap((item) => {
      const block = blockOf(item, wrapUp, profile, cache);
      return block.text === '' ? [] : [{ item, block }];
    }),
  ).map(({ item, block }) => ({ item, block: sameBlock(item, block) }));
  const { head, blocks, tail } = writeParts(
    frameNow(wrapUp),
    said.map(({ block }) => block),
  );
  const parts = [head];
  let line = lineEnds(head);
  const pieces = said.map(({ item }, at) => {
    const { gap = '', text: own = '' } = blocks[at] ?? {};
    parts.push(gap, own);
    const firstLine = line + lineEnds(gap);
    const inside = lineEnds(own);
    line = firstLine + inside;
    const markdown = own.replaceAll('\r\n', '\n');
    return { kind: 'item', id: item.id, markdown, firstLine, lineCount: inside + 1 } as const;
  });
  return ok({ text: parts.join('') + tail, pieces, whole: false });
};

/** Returns the front matter with its delimiters; '' if the post has none. */
export const openedFrontMatter = (wrapUp: OpenedWrapUp): string =>
  frontMatterText(writeDetails(wrapUp.opened, wrapUp)?.frontMatter);

/** Returns the keys of changed fields that its front matter has in a form that can't be changed. */
export const unwrittenDetails = (wrapUp: OpenedWrapUp): readonly string[] =>
  writeDetails(wrapUp.opened, wrapUp)?.unwritten ?? [];

/** Renders one item as an opened post writes it, independent of its neighbours. */
export const openedBlock = (item: Item, wrapUp: OpenedWrapUp, profile: Profile): string =>
  blockOf(item, wrapUp, profile, new BlockCache()).text;

function frameNow(wrapUp: OpenedWrapUp) {
  const { frontMatter: _, ...frame } = wrapUp.opened;
  const frontMatter = writeDetails(wrapUp.opened, wrapUp)?.frontMatter;
  return frontMatter ? { ...frame, frontMatter } : frame;
}

const lineEnds = (text: string): number => text.split('\n').length - 1;

function blockOf(
  item: Item,
  { id, opened: { lineEnd } }: OpenedWrapUp,
  profile: Profile,
  cache: BlockCache,
): WrittenBlock {
  const { piece } = item;
  if (piece?.of !== id) {
    const text = cache.block(item, profile).written;
    return { text: text.replaceAll('\n', lineEnd) };
  }
  return { text: textOfPiece(item, piece, profile, lineEnd), piece };
}

const written = new WeakMap<Item, WrittenBlock>();

/**
 * Returns the same object for an item with equal content, because the gaps beside it are cached by
 * it.
 */
function sameBlock(item: Item, block: WrittenBlock): WrittenBlock {
  const before = written.get(item);
  if (before?.text === block.text && before.piece === block.piece) return before;
  written.set(item, block);
  return block;
}

interface Said {
  item: Item;
  block: WrittenBlock;
}

/** New bullets get the mark of their list; another mark would start a separate list. */
function withListMarks(all: readonly Said[]): Said[] {
  const marks = all.map(({ item, block }) =>
    'form' in item && item.form === 'bullet'
      ? /^ {0,3}([*+-])[ \t]/.exec(block.text)?.[1]
      : undefined,
  );
  const nextOpened = (at: number) => {
    let below = at;
    while (marks[below] !== undefined && all[below]?.block.piece === undefined) below++;
    return below;
  };
  return all.map((said, at) => {
    const { text, piece } = said.block;
    // If more marks follow the first, another one could turn the line into a rule.
    if (marks[at] === undefined || piece !== undefined || /^[*+-][ \t]+[*+-]/.test(text))
      return said;
    const mark = marks[at - 1] ?? marks[nextOpened(at)] ?? marks[at];
    marks[at] = mark;
    return { ...said, block: { text: `${mark}${text.slice(1)}` } };
  });
}

const known = new WeakMap<Item, { profile: Profile; text: string }>();

/**
 * Returns a piece as it was in the file while its item is unchanged; else with the changes applied.
 */
function textOfPiece(item: Item, piece: StoredPiece, profile: Profile, lineEnd: string): string {
  const before = known.get(item);
  if (before?.profile === profile) return before.text;
  const text =
    piece.digest === fieldsDigest(item) ? piece.text : changedPiece(item, piece, profile, lineEnd);
  known.set(item, { profile, text });
  return text;
}

const asIs = { quote: 0, prose: 0, bullet: 0, note: 0 };

/**
 * Returns an item's current content, formatted like its piece: the changes in its plain rendering
 * are applied to the piece. If the result does not say the same, returns the plain rendering.
 */
function changedPiece(item: Item, piece: StoredPiece, profile: Profile, lineEnd: string): string {
  const bullet = /^ {0,3}([*+-])(?=\s|$)/.exec(piece.text)?.[1] as Profile['bullet'] | undefined;
  const plain = { ...profile, columns: asIs, ...(bullet && { bullet }) };
  const now = rendered(item, plain, piece.text);
  const old = piece.text.replace(/\r\n?/g, '\n');
  const [opened, ...others] = piecesOf(old).pieces;
  const written = (text: string) => withLineEnds(text, piece.text, lineEnd);
  if (opened === undefined || others.length > 0 || item.hidden || now === '') return written(now);
  const own = item.kind === 'image' ? { ...item, caption: '' } : item;
  const first = { ...own, ...readPiece(opened) } as Item;
  if (first.kind !== item.kind) return written(now);
  const figure = item.kind === 'image' ? changedFigure(item, old, plain) : undefined;
  if (figure !== undefined) return written(figure);
  const before = rendered(withoutEdits(first), plain, piece.text);
  // The change affects nothing that is written.
  if (before === now) return piece.text;
  const changes = [[before, now]];
  // An underlined heading has its words alone in a line.
  if (first.kind === 'section' && 'note' in item) changes.push([first.note, item.note]);
  const merged = changes.map(([from = '', to = '']) => mergeText(from, to, old));
  const whole = merged.flatMap(({ text, clash }) => (clash ? [] : [text]));
  const texts = [withFields(first, item, old, plain), changeLines(before, now, old), ...whole, now];
  const isSame = (text: string) => {
    // A rendering ends without white space, but a piece may end with some.
    const words = text.trimEnd();
    return saysSame(words, now) || saysWords(words, item, first) || saysFields(words, item);
  };
  return written(texts.find((text) => text !== undefined && isSame(text)) ?? now);
}

/**
 * Changes a picture that its piece has as shortcode or HTML: changes are made in place, and words
 * before it are put before it. Undefined for one in Markdown.
 */
function changedFigure(clip: ImageClip, old: string, plain: Profile): string | undefined {
  const form = readFigure(old)?.form;
  if (form === undefined) return undefined;
  const { alt, path, linkUrl, caption = '' } = clip;
  const fields = { alt, path, linkUrl, caption };
  const words = dialectOf(plain).makeSafe(imageWords(clip, plain));
  const picture = changeFigure(old, fields) ?? writeFigure(form, fields);
  return [words, picture].filter(Boolean).join('\n\n');
}

/**
 * Returns an item's Markdown. If its piece contains something that the generator runs, all of it
 * counts as the author's own.
 */
function rendered(item: Item, plain: Profile, old: string): string {
  const { markdown, written } = renderWritten(item, plain);
  const isLive = !item.hidden && dialectOf(plain).makeSafe(old) !== old;
  return isLive ? markdown.toWellFormed() : written;
}

/**
 * Returns `text` with the line ends that its lines have in `old`; a new line gets that of its
 * neighbours, else the post's.
 */
function withLineEnds(text: string, old: string, lineEnd: string): string {
  const ends = old.match(/\r\n?|\n/g) ?? [];
  const kinds = new Set(ends);
  if (kinds.size < 2) return text.replaceAll('\n', ends[0] ?? lineEnd);
  const [lines, before] = [text.split('\n'), old.split(/\r\n?|\n/)];
  const most = Math.min(lines.length, before.length) - 1;
  let last = 0;
  while (last < most && lines.at(-1 - last) === before.at(-1 - last)) last++;
  // After the last changed line, lines are counted from the end.
  const endAt = (at: number) => {
    const fromEnd = lines.length - 1 - at;
    return (fromEnd <= last ? ends.at(-fromEnd) : ends[at]) ?? lineEnd;
  };
  return lines.map((line, at) => (at < lines.length - 1 ? line + endAt(at) : line)).join('');
}

/** Returns the item as it was opened; fields that the reader does not set are empty. */
const withoutEdits = (item: Item): Item => {
  if (item.kind === 'image') return { ...item, note: '' };
  if (item.kind !== 'quote') return item;
  const label = item.attributionLabel === '' ? {} : { labelIsMarkdown: true };
  const { sharesSource: _, htmlMarkdown: __, ...quote } = item;
  return { ...quote, form: 'quote', note: '', editedMarkdown: null, ...label };
};

function saysSame(one: string, other: string): boolean {
  const read = (text: string) => piecesOf(text).pieces.map((piece) => readPiece(piece));
  return JSON.stringify(read(one)) === JSON.stringify(read(other));
}

/**
 * Returns the text of a heading or of a picture in Markdown with other fields; undefined if they
 * would need escapes there, would run in the site, or their place is not clear.
 */
function withFields(first: Item, item: Item, old: string, plain: Profile): string | undefined {
  const pairs =
    first.kind === 'section' && item.kind === 'section'
      ? [[first.note, item.note]]
      : first.kind === 'image' && item.kind === 'image'
        ? [
            [`![${first.alt}](`, `![${item.alt}](`],
            [`](${first.path})`, `](${item.path})`],
            [`)](${first.linkUrl})`, `)](${item.linkUrl})`],
          ]
        : [];
  let text = pairs.length === 0 ? undefined : old;
  for (const [from = '', to = ''] of pairs) {
    if (from === to || text === undefined) continue;
    const [before, after, ...others] = from === '' ? [] : text.split(from);
    const isSafe = dialectOf(plain).makeSafe(to) === to;
    const isPlain = isSafe && before !== undefined && after !== undefined && others.length === 0;
    text = isPlain ? before + to + after : undefined;
  }
  return text;
}

/**
 * True if a text is a picture or a heading with the item's fields: its plain rendering would write
 * the same with other blanks, or an address with other signs.
 */
function saysFields(text: string, item: Item): boolean {
  const [piece, ...others] = piecesOf(text).pieces;
  const said = piece && others.length === 0 ? readPiece(piece) : undefined;
  if (said?.kind === 'section' && item.kind === 'section') {
    return said.note === item.note && said.form === item.form;
  }
  if (said?.kind !== 'image' || item.kind !== 'image') return false;
  const { alt, path, linkUrl, caption = '', note } = item;
  return (
    JSON.stringify([said.alt, said.path, said.linkUrl, said.caption ?? '', '']) ===
    JSON.stringify([alt, path, linkUrl, caption, note])
  );
}

/**
 * True if a text is a quote with the item's words, credited as in the piece. A source without a
 * link counts only on a separate line, which the plain rendering does not write.
 */
function saysWords(text: string, item: Item, first: Item): boolean {
  if (item.kind !== 'quote' || first.kind !== 'quote') return false;
  const { form, note, attribution, attributionLabel, sharesSource } = item;
  const isPlain = form === 'quote' && note === '' && sharesSource !== true;
  const [piece, ...others] = piecesOf(text).pieces;
  const said = piece && others.length === 0 ? readPiece(piece) : undefined;
  if (!isPlain || said?.kind !== 'quote') return false;
  const isBySame = [said, first].every(
    (each) => each.attribution === attribution && each.attributionLabel === attributionLabel,
  );
  return isBySame && said.markdown === (item.editedMarkdown ?? item.markdown).trimEnd();
}
