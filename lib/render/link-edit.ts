import type { TextEdit } from '../core/merge/text-edit.ts';
import { sameWords } from '../core/text/words.ts';
import { escapeAddress, isLinkable } from '../markdown/address.ts';
import type { EmphasisRun, Stretch } from '../markdown/inline.ts';
import { isEscaped, type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { linkText } from './link.ts';

/** Why no link can be made there; each is the key of a sentence (`link_refused_<code>`). */
export type LinkRefusal =
  /** The address is none that a post may link to. */
  | 'address'
  /** In code, where a link would be shown as it is written. */
  | 'code'
  /** In HTML, in a definition, in half of a character's escape. */
  | 'markup'
  /** The words are of several paragraphs, items or cells. */
  | 'paragraphs'
  /** A link stands in the words, or begins or ends in them. */
  | 'link'
  /** Emphasis begins or ends in the words. */
  | 'emphasis';

/** The edit, and where the caret goes afterwards. */
export type LinkEdit = { edit: TextEdit; caret: number } | { refused: LinkRefusal };

export interface LinkTo {
  /** Names what it leads to, as plain text; the link's text where no words are selected. */
  title: string;
  url: string;
}

/**
 * Makes a link of the selected words, or puts one in at the caret; inside of a link, changes where it
 * leads. No word is ever changed, and what would not be read back as exactly that link is refused.
 */
export function linkEdit(markdown: string, selection: Stretch, to: LinkTo): LinkEdit {
  if (!isLinkable(to.url)) return { refused: 'address' };
  const blocks = readBlocks(markdown);
  const words = wordsIn(markdown, blocks, selection);
  const place = placeOf(markdown, blocks, words);
  if ('refused' in place) return place;
  const { block, address } = place;
  const url = inCell(block, escapeAddress(to.url), '%7C');
  if (address) return checked(markdown, { from: address.start, to: address.end, by: url });
  const isCaret = words.start === words.end;
  const label = isCaret
    ? inCell(block, withoutTags(linkText(to.title, to.url)), '\\|')
    : escapeBrackets(markdown, words, block);
  // An exclamation mark right before would make a picture of the link.
  const marked = markdown[words.start - 1] === '!' && !isEscaped(markdown, words.start - 1);
  const edit = {
    from: words.start - (marked ? 1 : 0),
    to: words.end,
    by: `${marked ? '\\!' : ''}[${label}](${url})`,
  };
  return checked(markdown, edit, isCaret ? 'with-label' : 'words');
}

/**
 * A title that begins no code in a text that is written as typed, whatever the site is made with: the text is
 * kept, the generator may become another.
 */
const withoutTags = (title: string): string =>
  title.replace(/\{(?=\{)/g, '{\\').replace(/\{(?=%)/g, '&#123;');

/** True if a link can be begun at a place: not in code or HTML, and not in another link. */
export function takesLink(markdown: string, at: number): boolean {
  const place = placeOf(markdown, readBlocks(markdown), { start: at, end: at });
  return !('refused' in place) && place.address === undefined;
}

/**
 * Ends a link whose words stand right before, `[words](`: writes its address, and the bracket behind it unless it
 * is there. Refused where that would be no link.
 * @param typed what is there in the place of the address
 */
export function addressEdit(markdown: string, typed: Stretch, to: LinkTo): LinkEdit {
  const { start, end } = typed;
  const rest = markdown.slice(end);
  const close = rest.startsWith(')') ? '' : ')';
  const made = linkEdit(`${markdown.slice(0, start)}x${close}${rest}`, { start, end: start }, to);
  if ('refused' in made) return made;
  if (made.edit.from !== start || made.edit.to !== start + 1) return { refused: 'markup' };
  const { by } = made.edit;
  return { edit: { from: start, to: end, by: by + close }, caret: start + by.length + 1 };
}

/** True if an address there ends a link, see `addressEdit`. */
export const takesAddress = (markdown: string, typed: Stretch): boolean =>
  'edit' in addressEdit(markdown, typed, { title: '', url: 'https://a.example' });

interface Place {
  /** Undefined between blocks. */
  block: MarkdownBlock | undefined;
  /** Of the link that the words are, or are in. */
  address?: Stretch;
}

function placeOf(
  markdown: string,
  blocks: readonly MarkdownBlock[],
  words: Stretch,
): Place | { refused: LinkRefusal } {
  const isCaret = words.start === words.end;
  const block = blocks.find(
    (each) => each.words.start <= words.start && words.start <= each.words.end,
  );
  if (!block) return isCaret ? { block } : { refused: 'paragraphs' };
  if (words.end > block.words.end) return { refused: 'paragraphs' };
  if (!block.holdsWords)
    return { refused: /^(?:fence|indented)$/.test(block.kind) ? 'code' : 'markup' };
  const link = block.links.find((each) => !each.isImage && isIn(words, each));
  if (link && !touchesBareLink(block, link)) return { block, address: link.address };
  if (isEscaped(markdown, words.start) || isEscaped(markdown, words.end))
    return { refused: 'markup' };
  const refused =
    refusedByLinks(block, words) ??
    refusedByVerbatim(block, words) ??
    (isCaret ? undefined : refusedByWords(markdown, block, words));
  return refused ? { refused } : { block };
}

function refusedByLinks({ links }: MarkdownBlock, words: Stretch): LinkRefusal | undefined {
  const isFree = (each: (typeof links)[number]) =>
    !overlap(each, words) || (each.isImage && covers(words, each));
  return links.every(isFree) ? undefined : 'link';
}

function refusedByVerbatim(block: MarkdownBlock, words: Stretch): LinkRefusal | undefined {
  if (touchesBareLink(block, words)) return 'link';
  for (const span of block.spans.filter((each) => overlap(each, words))) {
    if (span.kind === 'autolink') return 'link';
    if (span.kind === 'html') return 'markup';
    if (span.kind === 'code' && !covers(words, span)) return 'code';
  }
  return undefined;
}

function refusedByWords(
  markdown: string,
  block: MarkdownBlock,
  words: Stretch,
): LinkRefusal | undefined {
  const selected = markdown.slice(words.start, words.end);
  // Footnotes and the place for a clip's own link are links, too.
  if (/\[\^|\{link\}/.test(selected) || !hasWholeBrackets(markdown, words, block)) return 'link';
  if (block.kind === 'table' && /[|\n]/.test(selected)) return 'paragraphs';
  return isWholeEmphasis(block, words) ? undefined : 'emphasis';
}

/** True right behind one, too: it goes on to the next space. */
function touchesBareLink({ bareLinks }: MarkdownBlock, words: Stretch): boolean {
  return bareLinks.some(({ start, end }) => start <= words.end && words.start <= end);
}

/** True if both share a character; a caret shares one with what it stands in the midst of. */
function overlap(one: Stretch, { start, end }: Stretch): boolean {
  return start === end ? isIn({ start, end }, one) : one.start < end && start < one.end;
}

const covers = (outer: Stretch, inner: Stretch) =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True for words that are, or are in, a stretch; for a caret in the midst of it. */
const isIn = (words: Stretch, outer: Stretch) =>
  words.start === words.end
    ? outer.start < words.start && words.start < outer.end
    : covers(outer, words);

/** The selected words without white space around them, and without a marker of their block. */
function wordsIn(
  markdown: string,
  blocks: readonly MarkdownBlock[],
  { start, end }: Stretch,
): Stretch {
  if (start >= end) return { start: end, end };
  const isInBlock = blocks.some((block) => block.words.start <= start && start < block.words.end);
  const marked = isInBlock
    ? undefined
    : blocks.find((block) => start < block.words.start && block.words.start < end);
  const from = marked?.words.start ?? start;
  const selected = markdown.slice(from, end);
  const words = selected.trim();
  if (words === '') return { start: end, end };
  const first = from + selected.length - selected.trimStart().length;
  return { start: first, end: first + words.length };
}

/** In a table, a line between the cells would end the cell. */
function inCell(block: MarkdownBlock | undefined, text: string, line: string): string {
  return block?.kind === 'table' ? text.replace(/(?<!\\)\|/g, line) : text;
}

/** Offsets of the words that stand in code or in a picture, whose signs mean nothing else. */
function isInside(spans: readonly Stretch[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** Places of the brackets in the words that neither code nor a picture holds. */
function bracketsIn(markdown: string, words: Stretch, { spans, links }: MarkdownBlock): number[] {
  const inside = [...spans.filter(({ kind }) => kind === 'code'), ...links];
  return [...markdown.slice(words.start, words.end).matchAll(/[[\]]/g)]
    .map(({ index }) => words.start + index)
    .filter((at) => !isEscaped(markdown, at) && !isInside(inside, at));
}

/** False if a bracket in the words has its other one elsewhere, or none. */
function hasWholeBrackets(markdown: string, words: Stretch, block: MarkdownBlock): boolean {
  let depth = 0;
  for (const at of bracketsIn(markdown, words, block)) {
    depth += markdown[at] === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function escapeBrackets(
  markdown: string,
  words: Stretch,
  block: MarkdownBlock | undefined,
): string {
  let label = '';
  let from = words.start;
  for (const at of block ? bracketsIn(markdown, words, block) : []) {
    label += `${markdown.slice(from, at)}\\`;
    from = at;
  }
  return label + markdown.slice(from, words.end);
}

/** True if all emphasis that begins in the words ends in them. */
function isWholeEmphasis(block: MarkdownBlock, words: Stretch): boolean {
  const open: string[] = [];
  for (const run of block.runs) {
    const { start, end, opens, closes } = run;
    if (!overlap({ start, end }, words)) continue;
    if (!covers(words, { start, end })) return false;
    if (!opens && !closes) continue;
    // One that may do both pairs by rules that count the signs around the words, too.
    if (opens && closes) return false;
    if (opens) open.push(signsOf(run));
    else if (open.pop() !== signsOf(run)) return false;
  }
  return open.length === 0;
}
/**
 * The edit, if the text is read afterwards with exactly that link in it, and all emphasis as before.
 * @param added what the edit adds: a link over words, one with its label, or nothing but an address
 */
function checked(markdown: string, edit: TextEdit, added?: 'words' | 'with-label'): LinkEdit {
  const after = markdown.slice(0, edit.from) + edit.by + markdown.slice(edit.to);
  const end = edit.from + edit.by.length;
  const linksIn = (text: string) => readBlocks(text).flatMap(({ links }) => links);
  const links = linksIn(after);
  const isThere = links.some((link) =>
    added ? link.end === end && !link.isImage : link.address.end === end,
  );
  const isMore = links.length - linksIn(markdown).length === (added ? 1 : 0);
  const isSame =
    added === 'with-label' ||
    (sameWords(markdown, after) && emphasisOf(markdown) === emphasisOf(after));
  return isThere && isMore && isSame ? { edit, caret: end } : { refused: 'markup' };
}

const emphasisOf = (markdown: string) =>
  readBlocks(markdown)
    .flatMap(({ runs }) => runs)
    .map((run) => `${signsOf(run)}${run.opens ? '<' : ''}${run.closes ? '>' : ''}`)
    .join(' ');

const signsOf = ({ char, start, end }: EmphasisRun) => char.repeat(end - start);
