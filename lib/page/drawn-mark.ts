import { type Counters, inStyle } from './counters.ts';
import { generated } from './generated.ts';
import { listNumbers } from './list-number.ts';
import { Rendered } from './rendered.ts';
import {
  attribute,
  documentView,
  firstChild,
  firstElementChild,
  isElement,
  isText,
  localName,
  nextElement,
  nextSibling,
  ownerDocument,
  parentElement,
  query,
  queryAll,
  textContent,
  textData,
} from './safe-dom.ts';
import type { Shape, Surroundings } from './shape.ts';

/** The mark that a style draws before an item, where nobody can select it. */
export interface DrawnMark {
  kind: 'dot' | 'number' | 'letter' | 'box';
  /** The empty element that holds it; undefined if the item itself does. */
  holder: Element | undefined;
  /** Undefined if the counter is not known. */
  number?: number | undefined;
  /** A letter, as it is drawn. */
  text?: string;
  isChecked?: boolean;
}

/** Deeper than editors put the element with a mark. */
const maxDepth = 3;
const dot = /^\s*[·•▪■●○◦‣⁃–◆◇▸►➢]\s*$/u;
const box = /^\s*[☐☑☒]\s*$/u;
const number = /^\s*[([]?(\d{1,4})[.):\]]?\s*$/;
const letter = /^\s*[([]?(?:[a-z]{1,5}|[A-Z]{1,5})[.)\]]\s*$/;
/** Signs that say something of an item, as dots, dashes and arrows do not. */
const meaningful = /\p{Emoji_Presentation}|[✓✔✗✘✕✖⚠]/u;
/** Words and attributes in a `list-style-type` or the `content` of a marker. */
const parts = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)/g;
/** How many items of a list are examined for marks with words. */
const itemsAsked = 2;
const lettered = /-(?:alpha|latin|roman)$/;
const containers = /^(?:div|p|section|article|label|[a-z]+-[\w-]+)$/;
const holders = /^(?:span|div|i)$/;
const structure = 'div, p, ul, ol, dl, table, pre, blockquote, h1, h2, h3, h4, h5, h6, section';

const firstNode = (element: Element): Node | null => {
  let node = firstChild(element);
  while (isText(node) && !/\S/.test(textData(node))) node = nextSibling(node);
  return node;
};

const isWordless = (element: Element): boolean =>
  firstChild(element) === null || !/\S/.test(textContent(element) ?? '');

/** Reads the marks that styles draw before items: those of editors, which have no markers. */
export class DrawnMarks {
  private readonly counters: Counters;
  private readonly markers = new WeakMap<Rendered, boolean>();
  private readonly worded = new WeakMap<Element, boolean>();
  private readonly numbers = new WeakMap<Element, ReadonlyMap<Element, number>>();

  constructor(counters: Counters) {
    this.counters = counters;
  }

  /**
   * Returns the list that the marks of its items make of a list; '' if no style draws them.
   */
  nameOf(list: Rendered): '' | 'ul' | 'ol' {
    if ((list.name !== 'ul' && list.name !== 'ol') || !list.hasBox) return '';
    let item = firstElementChild(list.element);
    while (item && localName(item) !== 'li') item = nextElement(item);
    const mark = item && this.ofItem(new Rendered(item, list));
    if (!mark) return '';
    return mark.kind === 'number' ? 'ol' : 'ul';
  }

  /** Returns the mark of an item, or of a row that is one; undefined for anything else. */
  of(
    { rendered, isCode, isFormula, name, part }: Shape,
    around: Surroundings,
  ): DrawnMark | undefined {
    if (!rendered || isCode || isFormula || part !== 'none' || around.isLine) return undefined;
    if (rendered.name === 'li') return rendered.hasBox ? this.ofItem(rendered) : undefined;
    return /^(?:div|p|)$/.test(name) ? this.ofRow(rendered) : undefined;
  }

  /** Returns the mark of a list's item if a style draws it, or Markdown has none like it. */
  private ofItem(item: Rendered): DrawnMark | undefined {
    const { element } = item;
    const worded = this.wordsOf(item);
    if (worded !== undefined) return worded === '' ? undefined : letterOf(worded);
    if (!item.hasAttributes && this.hasMarkers(item.parent)) return undefined;
    const style = item.value('list-style-type');
    if (lettered.test(style))
      return item.display === 'list-item' ? this.letter(element, style) : undefined;
    if (style !== 'none') return undefined;
    const first = firstNode(element);
    const isHolder = isElement(first) && holders.test(localName(first)) && isWordless(first);
    const mark = isHolder ? this.inside(first) : undefined;
    if (mark) return mark;
    const { text, isCounted } = generated(element, '::before', true);
    return text === '' || isCounted ? undefined : markIn(text, undefined);
  }

  /**
   * Returns the words or the sign of an item's marker, '' for a mere dot, and undefined if its style
   * gives it none.
   */
  private wordsOf(item: Rendered): string | undefined {
    const list = parentElement(item.element);
    if (!list || !this.hasWords(list)) return undefined;
    const words = markerWords(item.element);
    return words !== undefined && /\p{L}/u.test(words) ? words : words && signIn(words);
  }

  /** True for a list whose first items have markers that a style writes. */
  private hasWords(list: Element): boolean {
    let has = this.worded.get(list);
    if (has === undefined) {
      let item = firstElementChild(list);
      has = false;
      for (let asked = 0; item && !has && asked < itemsAsked; asked++, item = nextElement(item)) {
        has = markerWords(item) !== undefined;
      }
      this.worded.set(list, has);
    }
    return has;
  }

  /** True for a list with the browser's dots or numbers, which its items without attributes have. */
  private hasMarkers(list: Rendered | null): boolean {
    if (!list) return false;
    let has = this.markers.get(list);
    if (has === undefined) {
      const style = list.value('list-style-type');
      has = style !== 'none' && !lettered.test(style);
      this.markers.set(list, has);
    }
    return has;
  }

  private letter(item: Element, style: string): DrawnMark | undefined {
    const list = parentElement(item);
    if (!list) return undefined;
    let numbers = this.numbers.get(list);
    if (!numbers) {
      numbers = listNumbers(list);
      this.numbers.set(list, numbers);
    }
    const text = inStyle(numbers.get(item) ?? 0, style);
    return /\p{L}/u.test(text)
      ? { kind: 'letter', holder: undefined, text: `${text}.` }
      : undefined;
  }

  /** Returns the mark of a row that is an item, although nothing but its look says so. */
  private ofRow(rendered: Rendered): DrawnMark | undefined {
    const { element, name, display } = rendered;
    if (!rendered.isBlock || !containers.test(name)) return undefined;
    const first = firstNode(element);
    if (!isElement(first)) return undefined;
    if (!/^(?:flex|grid)$/.test(display)) return lineOfTask(rendered, first);
    if (!nextElement(first) || !isWordless(first) || isInItem(element)) return undefined;
    const isTask = /\S/.test(textContent(element) ?? '') && taskBox(first, rendered);
    return isTask ? { kind: 'box', holder: undefined } : this.inside(first);
  }

  private inside(start: Element): DrawnMark | undefined {
    let holder: Element | null = start;
    for (let depth = 0; holder && depth < maxDepth; depth++) {
      const mark = this.at(holder, start);
      if (mark) return mark;
      const inner = firstElementChild(holder);
      if (inner && nextElement(inner)) return undefined;
      holder = inner;
    }
    return undefined;
  }

  private at(element: Element, holder: Element): DrawnMark | undefined {
    const { text, isCounted } = generated(element, '::before', true);
    const shown = isCounted ? this.counters.shownBy(element, '::before') : text;
    if (shown === '') return isCounted ? { kind: 'number', holder } : undefined;
    return markIn(shown, holder);
  }
}

const letterOf = (text: string): DrawnMark => ({
  kind: 'letter',
  holder: undefined,
  text: text.trim(),
});

const signIn = (text: string): string => (meaningful.test(text) ? text : '');

/** Returns what a style writes as the marker of an item; undefined for the browser's own, and for one with counters. */
function markerWords(item: Element): string | undefined {
  const doc = ownerDocument(item);
  const view = doc && documentView(doc);
  const style = view?.getComputedStyle(item);
  if (style?.display !== 'list-item') return undefined;
  const content = view?.getComputedStyle(item, '::marker').content ?? '';
  const own = content === '' || content === 'normal' ? style.listStyleType : content;
  if (!/^(?:"|attr\()/.test(own) || own.includes('counter')) return undefined;
  return [...own.matchAll(parts)]
    .map(([, words, name]) =>
      name ? attribute(item, name) : (words ?? '').replace(/\\(.)/g, '$1'),
    )
    .join('');
}

function markIn(shown: string, holder: Element | undefined): DrawnMark | undefined {
  if (dot.test(shown)) return { kind: 'dot', holder };
  if (box.test(shown)) return { kind: 'box', holder, isChecked: !shown.includes('☐') };
  const counted = number.exec(shown);
  if (counted) return { kind: 'number', holder, number: Number(counted[1]) };
  const isLetter = letter.test(shown) || meaningful.test(shown);
  return isLetter ? { kind: 'letter', holder, text: shown.trim() } : undefined;
}

/** True for the first part of an item, which has the mark already, and in a cell, which holds no list. */
function isInItem(element: Element): boolean {
  let at = element;
  for (let depth = 0; depth < maxDepth; depth++) {
    const parent = parentElement(at);
    if (!parent) return false;
    const name = localName(parent);
    if (/^(?:li|t[dh])$/.test(name) || attribute(parent, 'role') === 'listitem') return true;
    if (firstNode(parent) !== at) return false;
    at = parent;
  }
  return false;
}

/** True for a part with nothing but a box to tick that a reader sees. */
function taskBox(part: Element, around: Rendered): boolean {
  const found = localName(part) === 'input' ? part : query(part, 'input, [role="checkbox"]');
  return !!found && isTickable(found) && !new Rendered(found, around).isHidden;
}

const isTickable = (element: Element): boolean =>
  attribute(element, 'role') === 'checkbox' ||
  attribute(element, 'type').toLowerCase() === 'checkbox';

/** Returns the mark of a line that begins with the only box to tick in it. */
function lineOfTask(line: Rendered, first: Element): DrawnMark | undefined {
  let start: Node | null = first;
  for (let depth = 0; depth < maxDepth && isElement(start); depth++) {
    const name = localName(start);
    if (name === 'input') break;
    if (name !== 'label' && name !== 'span') return undefined;
    start = firstNode(start);
  }
  if (!isElement(start) || localName(start) !== 'input' || !taskBox(start, line)) return undefined;
  const { element } = line;
  const isTask =
    queryAll(element, 'input').length === 1 &&
    !query(element, structure) &&
    /\S/.test(textContent(element) ?? '') &&
    !isInItem(element);
  return isTask ? { kind: 'box', holder: undefined } : undefined;
}
