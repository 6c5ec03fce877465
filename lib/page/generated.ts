import type { Counters } from './counters.ts';
import { isFramed } from './frame.ts';
import { quotationMarks } from './quotation.ts';
import type { Rendered } from './rendered.ts';
import { attribute, documentView, firstChild, ownerDocument, previousElement } from './safe-dom.ts';

/** Strings and attributes in a computed `content`; text after a slash is for screen readers. */
const parts = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)|(\/)/g;

/**
 * Fonts in which a word is drawn as a sign, if first in the list; the last ones are there for signs
 * in a text.
 */
const iconFont = /^[^,]*(?:icon|awesome|glyph|symbol|dingbat)/i;
/** A narrower gap does not separate words, in fractions of the font size. */
const narrowGap = 0.2;
const outOfFlow = /^(?:absolute|fixed)$/;

/** A style's words before or after an element's content. */
export interface Generated {
  text: string;
  /** As the style has it. */
  content: string;
  /** On a separate line. */
  isBlock: boolean;
  /** It contains counters, which are written later. */
  isCounted: boolean;
  /** Above the line, like the number of a note. */
  isRaised: boolean;
  /** The computed font of its letters. */
  font: string;
  /** A space if it is set apart from what is beside it; '' otherwise. */
  roomBefore: string;
  roomAfter: string;
}

const nothing: Generated = {
  text: '',
  content: '',
  isBlock: false,
  isCounted: false,
  isRaised: false,
  font: '',
  roomBefore: '',
  roomAfter: '',
};

/**
 * Returns what a style sheet shows before or after an element's content, which nobody can select.
 * @param isMark it is the mark of an item, which may be beside it
 */
export function generated(
  element: Element,
  pseudo: '::before' | '::after',
  isMark = false,
): Generated {
  const doc = ownerDocument(element);
  const style = doc && documentView(doc)?.getComputedStyle(element, pseudo);
  const content = style?.content ?? '';
  if (!style || !/["(]|-quote/.test(content)) return nothing;
  const isSeen =
    style.display !== 'none' &&
    style.visibility === 'visible' &&
    Number.parseFloat(style.opacity) > 0.02 &&
    Number.parseFloat(style.fontSize) > 1.5;
  if (!isSeen || iconFont.test(style.fontFamily)) return nothing;
  if (outOfFlow.test(style.position) && !isMark) return nothing;
  const gap = Number.parseFloat(style.fontSize) * narrowGap;
  const room = (side: 'Start' | 'End'): string => {
    const size =
      (Number.parseFloat(style[`marginInline${side}`]) || 0) +
      (Number.parseFloat(style[`paddingInline${side}`]) || 0);
    return size > gap ? ' ' : '';
  };
  const facts = {
    content,
    roomBefore: room('Start'),
    roomAfter: room('End'),
    isBlock: !/^inline/.test(style.display),
    isCounted: content.includes('counter'),
    isRaised: style.verticalAlign === 'super',
    font: style.fontFamily,
  };
  if (facts.isCounted) return { ...facts, text: '' };
  let text = '';
  for (const [, string, name, slash] of content.matchAll(parts)) {
    if (slash) break;
    text += name ? attribute(element, name) : (string ?? '').replace(/\\(.)/g, '$1');
  }
  // Signs of icon fonts.
  if (/\p{Co}/u.test(text)) return nothing;
  return { ...facts, text };
}

const signsAlone = /^[\s\p{Co}]*\p{Co}[\s\p{Co}]*$/u;
const signName = /^\s*[a-z][\w-]{0,40}\s*$/;

/**
 * True for the text of an icon: characters that only a special font can show, or a name that its
 * font draws as one sign.
 */
export function isIcon(text: string, rendered: Rendered): boolean {
  if (signsAlone.test(text)) return true;
  return signName.test(text) && iconFont.test(rendered.fontFamily);
}

/** Labels that pages put before a block with a style: "Note:", the column's name before a cell. */
const labelled = ['data-label', 'data-title', 'data-th'];
/**
 * How many elements of one kind are examined before all of them count as having no generated words.
 */
const enough = 3;
/** Elements that have their own rules for counting. */
const numberedItself = /^(?:h[1-6]|figcaption|caption|li|q)$/;
const openingQuote = /^\s*["'“„«‹‘「『]\s*$/;
const closingQuote = /^\s*["'”“»›’」』]\s*$/;

/** By the classes and the name of the element around, and the element's own. */
type Kinds = Map<string, Map<string, Map<string, Map<string, number[]>>>>;

function inner<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let found = map.get(key);
  if (!found) {
    found = new Map();
    map.set(key, found);
  }
  return found;
}

/** Words that a style writes before and after an element's content. */
export interface WordsAround {
  before: Generated;
  after: Generated;
}

const noWordsAround: WordsAround = { before: nothing, after: nothing };

/**
 * The words that styles write at the start and the end of elements. Reading them costs more than
 * copying the element, so of elements with the same name, class and parent only the first few are
 * examined, unless they have words.
 */
export class GeneratedWords {
  private readonly misses: Kinds = new Map();
  private kinds = 0;
  private readonly counters: Counters;

  constructor(counters: Counters) {
    this.counters = counters;
  }

  /** Returns the words around an element's content; none if those are signs, or icons of a font. */
  of(rendered: Rendered, around: Rendered | undefined): WordsAround {
    const { element, isBlock, hasAttributes, name, classes } = rendered;
    if (name === 'slot' || !rendered.hasLayout) return noWordsAround;
    if (name === 'q') return quotation(rendered);
    const number = framedNumber(rendered);
    if (number !== '') return wordsAround(number, '');
    const isFirst = isBlock && !previousElement(element);
    const label =
      isBlock && hasAttributes && labelled.some((each) => attribute(element, each) !== '');
    // Among blocks, only those that may have a label are examined: by their own class, or as the
    // first.
    if (isBlock && !isFirst && !label && classes === '') return noWordsAround;
    if (!isBlock && classes === '' && (around?.classes ?? '') === '') return noWordsAround;
    const known = this.missesOf(rendered, around);
    const at = (isFirst ? 1 : 0) + (label ? 2 : 0);
    const missed = known[at] ?? 0;
    if (missed >= enough) return noWordsAround;
    const found = isBlock ? this.ofBlock(rendered) : this.ofInline(rendered);
    if (found.before.text === '' && found.after.text === '') known[at] = missed + 1;
    return found;
  }

  /**
   * Returns how often elements of its kind had no words, each count for its own place. (A key that
   * joins names and classes would have to be made for each element.)
   */
  private missesOf({ name, classes }: Rendered, around: Rendered | undefined): number[] {
    if (this.kinds > maxKinds) {
      this.misses.clear();
      this.kinds = 0;
    }
    const outer = inner(this.misses, around?.classes ?? '');
    const named = inner(inner(outer, around?.name ?? ''), classes);
    let misses = named.get(name);
    if (!misses) {
      misses = [0, 0, 0, 0];
      named.set(name, misses);
      this.kinds++;
    }
    return misses;
  }

  private ofBlock(rendered: Rendered): WordsAround {
    const before = this.generated(rendered, '::before');
    const after = this.generated(rendered, '::after');
    return {
      before: isWorded(before.text)
        ? { ...before, text: before.isBlock ? before.text : spaced(before.text) }
        : nothing,
      after: isWorded(after.text) ? after : nothing,
    };
  }

  private ofInline(rendered: Rendered): WordsAround {
    const before = this.generated(rendered, '::before');
    const after = this.generated(rendered, '::after');
    const isQuoted = openingQuote.test(before.text) && closingQuote.test(after.text);
    return {
      before: isQuoted || isReadable(before.text) ? withRoom(before) : nothing,
      after: isQuoted || isReadable(after.text) ? withRoom(after) : nothing,
    };
  }

  private generated(rendered: Rendered, pseudo: '::before' | '::after'): Generated {
    const found = generated(rendered.element, pseudo);
    if (found.isCounted) {
      if (numberedItself.test(rendered.name)) return nothing;
      return { ...found, text: this.counters.shownBy(rendered.element, pseudo) };
    }
    // A single letter of another font is an icon.
    if (found.text.trim().length > 2 || found.font === rendered.fontFamily) return found;
    return /[\p{L}\p{N}]/u.test(found.text) ? nothing : found;
  }
}

const wordsAround = (before: string, after: string): WordsAround => ({
  before: { ...nothing, text: before },
  after: { ...nothing, text: after },
});

function quotation(rendered: Rendered): WordsAround {
  const { before, after } = quotationMarks(rendered, (pseudo) =>
    generated(rendered.element, pseudo),
  );
  return wordsAround(before, after);
}

const shortNumber = /^\s*(\d{1,2})\s*$/;

/**
 * Returns the number that a style draws in a circle or box without text, in brackets: that of a
 * remark on a line of code (AsciiDoc). Line numbers have no frame.
 */
export function framedNumber(rendered: Rendered): string {
  const { element, display, hasAttributes } = rendered;
  if (!hasAttributes || !display.startsWith('inline-') || firstChild(element)) return '';
  const text = generated(element, '::before').text + generated(element, '::after').text;
  const [, number] = shortNumber.exec(text) ?? [];
  return number !== undefined && isFramed(rendered, 'start') ? `(${number})` : '';
}

const withRoom = (words: Generated): Generated =>
  words.isBlock ? words : { ...words, text: words.roomBefore + words.text + words.roomAfter };
const maxKinds = 2_000;
const isWorded = (text: string): boolean => /\p{L}/u.test(text);
const isReadable = (text: string): boolean => /[\p{L}\p{N}\p{Sc}%]/u.test(text);
const spaced = (text: string): string => (/\s$/.test(text) ? text : `${text} `);

/**
 * Returns the sign at the start or end of an inline element, such as the slash between the parts of
 * a path.
 */
export function signAt(element: Element, side: 'start' | 'end'): string {
  const { text, isBlock } = generated(element, side === 'start' ? '::before' : '::after');
  return isBlock ? '' : text;
}
