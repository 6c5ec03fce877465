import type { TextEdit } from '../core/merge/text-edit.ts';
import { sameWords } from '../core/text/words.ts';
import { escapeAddress, isLinkable } from '../markdown/address.ts';
import type { EmphasisRun, Stretch } from '../markdown/inline.ts';
import { isEscaped, type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { linkText } from './link.ts';

/** Why no link can be made there; each is the key of a message (`link_refused_<code>`). */
export type LinkRefusal =
  /** A post may not link to this address. */
  | 'address'
  /** In code, a link would show as it is written. */
  | 'code'
  /** It is in HTML, in a definition, or in half of a character's escape. */
  | 'markup'
  /** The words span several paragraphs, items or cells. */
  | 'paragraphs'
  /** There is a link in the words, or one begins or ends in them. */
  | 'link'
  /** Emphasis begins or ends in the words. */
  | 'emphasis';

/** The edit, and where the caret goes afterwards. */
export type LinkEdit = { edit: TextEdit; caret: number } | { refused: LinkRefusal };

export interface LinkTo {
  /** The target's name, as plain text; the link's text if no words are selected. */
  title: string;
  url: string;
}

/**
 * Turns the selected words into a link, or inserts one at the caret; inside a link, changes its
 * target. No word is ever changed, and anything that would not be read back as exactly that link is
 * refused.
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
  // An exclamation mark right before would turn the link into a picture.
  const marked = markdown[words.start - 1] === '!' && !isEscaped(markdown, words.start - 1);
  const edit = {
    from: words.start - (marked ? 1 : 0),
    to: words.end,
    by: `${marked ? '\\!' : ''}[${label}](${url})`,
  };
  return checked(markdown, edit, isCaret ? 'with-label' : 'words');
}

/**
 * Returns a title that begins no code in a text that is written as typed, for any generator,
 * because the text is kept and the generator may change.
 */
const withoutTags = (title: string): string =>
  title.replace(/\{(?=\{)/g, '{\\').replace(/\{(?=%)/g, '&#123;');

/** True if a link can begin at a place: not in code or HTML, and not in another link. */
export function takesLink(markdown: string, at: number): boolean {
  const place = placeOf(markdown, readBlocks(markdown), { start: at, end: at });
  return !('refused' in place) && place.address === undefined;
}

/**
 * Completes a link whose words come right before, `[words](`: writes its address, and the bracket
 * after it unless it is there. Refused if the result would be no link.
 * @param typed the text in the place of the address
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

/** True if an address there completes a link, see `addressEdit`. */
export const takesAddress = (markdown: string, typed: Stretch): boolean =>
  'edit' in addressEdit(markdown, typed, { title: '', url: 'https://a.example' });

interface Place {
  /** Undefined between blocks. */
  block: MarkdownBlock | undefined;
  /** The address of the link that the words are, or are in. */
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
  // Footnotes and the placeholder for a clip's own link are links, too.
  if (/\[\^|\{link\}/.test(selected) || !hasWholeBrackets(markdown, words, block)) return 'link';
  if (block.kind === 'table' && /[|\n]/.test(selected)) return 'paragraphs';
  return isWholeEmphasis(block, words) ? undefined : 'emphasis';
}

/** This is also true right after one, because it continues to the next space. */
function touchesBareLink({ bareLinks }: MarkdownBlock, words: Stretch): boolean {
  return bareLinks.some(({ start, end }) => start <= words.end && words.start <= end);
}

/** True if both share a character; a caret overlaps what it is inside. */
function overlap(one: Stretch, { start, end }: Stretch): boolean {
  return start === end ? isIn({ start, end }, one) : one.start < end && start < one.end;
}

const covers = (outer: Stretch, inner: Stretch) =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True for words that are, or are in, a stretch; for a caret inside it. */
const isIn = (words: Stretch, outer: Stretch) =>
  words.start === words.end
    ? outer.start < words.start && words.start < outer.end
    : covers(outer, words);

/**
 * Returns the selected words without white space around them, and without a marker of their block.
 */
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

/** In a table, an unescaped pipe would end the cell. */
function inCell(block: MarkdownBlock | undefined, text: string, line: string): string {
  return block?.kind === 'table' ? text.replace(/(?<!\\)\|/g, line) : text;
}

/** Tests for offsets in code or in a picture, whose signs have no other meaning. */
function isInside(spans: readonly Stretch[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** Returns the brackets in the words that are in neither code nor a picture. */
function bracketsIn(markdown: string, words: Stretch, { spans, links }: MarkdownBlock): number[] {
  const inside = [...spans.filter(({ kind }) => kind === 'code'), ...links];
  return [...markdown.slice(words.start, words.end).matchAll(/[[\]]/g)]
    .map(({ index }) => words.start + index)
    .filter((at) => !isEscaped(markdown, at) && !isInside(inside, at));
}

/** False if a bracket in the words has its partner elsewhere, or none. */
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
    // A run that can do both is paired by rules that also count the signs around the words.
    if (opens && closes) return false;
    if (opens) open.push(signsOf(run));
    else if (open.pop() !== signsOf(run)) return false;
  }
  return open.length === 0;
}
/**
 * Returns the edit, if the text is read afterwards with exactly that link in it, and all emphasis
 * as before.
 * @param added what the edit adds: a link over words, one with its label, or only an address
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
