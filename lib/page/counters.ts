import type { Rendered } from './rendered.ts';
import {
  attribute,
  documentView,
  firstElementChild,
  localName,
  nextElement,
  ownerDocument,
  parentElement,
  queryAll,
  textContent,
} from './safe-dom.ts';
import { type WrittenMark, writtenMark } from './written-mark.ts';

/** How many elements are examined for the numbers of one list, or of all headings. */
const maxElements = 5_000;

type Values = ReadonlyMap<string, number>;
const nothing: Values = new Map();

/** `counter(step) ": "`, `counters(item, ".")`, strings: the parts of a computed `content`. */
const parts =
  /"((?:[^"\\]|\\.)*)"|counters?\(\s*([\w-]+)\s*(?:,\s*"(?:[^"\\]|\\.)*"\s*)?(?:,\s*([\w-]+)\s*)?\)/g;

/** `step 1 other -2`, the computed form of `counter-reset`, `-increment` and `-set`. */
function valuesOf(written: string): Values {
  if (written === '' || written === 'none') return nothing;
  const found = [...written.matchAll(/([\w-]+)\s+(-?\d+)/g)];
  return new Map(found.map(([, name = '', value]) => [name, Number(value)]));
}

interface Style {
  content: string;
  reset: Values;
  increment: Values;
  set: Values;
}

type Pseudo = '::before' | '::after';

const unstyled: Style = { content: '', reset: nothing, increment: nothing, set: nothing };

function styleOf(element: Element, pseudo?: Pseudo): Style {
  const doc = ownerDocument(element);
  const style = doc && documentView(doc)?.getComputedStyle(element, pseudo);
  // Elements that are not displayed do not count.
  if (!style || style.display === 'none') return unstyled;
  const content = pseudo ? style.content : '';
  if (pseudo && (content === 'none' || content === 'normal')) {
    return unstyled;
  }
  return {
    content,
    reset: valuesOf(style.counterReset),
    increment: valuesOf(style.counterIncrement),
    set: valuesOf(style.counterSet ?? ''),
  };
}

/** Returns the last counter in a `content`; '' for none, and for the one that lists always have. */
function counterIn(content: string): string {
  const name = [...content.matchAll(parts)].findLast(([, , counter]) => counter)?.[2] ?? '';
  return name === 'list-item' ? '' : name;
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of romans) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** Formats a number in a style of `list-style-type`. */
export function inStyle(value: number, style: string): string {
  const isCountable = value > 0 && value < 4000;
  if (isCountable && style.endsWith('-roman')) {
    return style.startsWith('upper') ? roman(value).toUpperCase() : roman(value);
  }
  if (isCountable && /-(?:alpha|latin)$/.test(style)) {
    return style.startsWith('upper') ? letters(value).toUpperCase() : letters(value);
  }
  return style === 'decimal-leading-zero' ? String(value).padStart(2, '0') : String(value);
}

const numbered = /decimal|roman|alpha|latin|greek/;
const bulleted = /^(?:disc|circle|square|none)$/;

function firstItem(list: Element): Element | null {
  let item = firstElementChild(list);
  while (item && localName(item) !== 'li') item = nextElement(item);
  return item;
}

/**
 * Returns the `list-style-type` of an item; '' if it shows none because it is laid out as something
 * else.
 */
function markOf(item: Element): string {
  const doc = ownerDocument(item);
  const style = doc && documentView(doc)?.getComputedStyle(item);
  if (!style) return '';
  const { display, listStyleType } = style;
  return display === 'list-item' || listStyleType === 'none' ? listStyleType : '';
}

/** True for an item without a marker that shows its number: by a counter, or as its first text. */
const isNumberedByContent = (item: Element): boolean =>
  styleOf(item, '::before').content.includes('counter') ||
  /^\s*\d/.test(textContent(item) ?? '') ||
  queryAll(item, '*')
    .slice(0, 3)
    .some((part) => styleOf(part, '::before').content.includes('counter'));

const isNumber = (mark: WrittenMark | undefined): boolean =>
  mark !== undefined && mark.number !== null;

const isList = (element: Element): boolean => /^[uo]l$/.test(localName(element));

/**
 * The numbers that a page's style sheets generate before headings and list items without markers.
 * Nobody can select them, but text that refers to "step 3" needs them.
 */
export class Counters {
  /** The counter of each list that `countsItems`. */
  private readonly counterOf = new WeakMap<Element, string>();
  /**
   * By counter: the items' numbers, and the scopes in which they were counted, computed once for
   * all lists.
   */
  private readonly counted = new Map<
    string,
    { numbers: WeakMap<Element, number>; scopes: WeakSet<Element> }
  >();
  private headings: ReadonlyMap<Element, string> | undefined;
  private readonly kinds = new Map<string, ReadonlyMap<Element, string>>();

  /**
   * Returns the list type that the generated marks before its items suggest: `ul`, `ol`, or '' if
   * it is what its name says. Items that have neither marks nor numbers are unordered.
   */
  nameByMarks(list: Rendered): '' | 'ul' | 'ol' {
    const { element, name } = list;
    if ((name !== 'ul' && name !== 'ol') || !list.hasBox) return '';
    if (this.countsItems(list)) return 'ol';
    const item = firstItem(element);
    const marks = item ? markOf(item) : '';
    const isCounted = numbered.test(marks) || (item !== null && isNumber(writtenMark(item)));
    if (name === 'ul') return isCounted ? 'ol' : '';
    if (marks === '' && item) return isNumberedByContent(item) ? '' : 'ul';
    return bulleted.test(marks) && !isCounted ? 'ul' : '';
  }

  /** True for a list whose items have numbers only from a counter. */
  countsItems(list: Rendered): boolean {
    const { element } = list;
    if (!/^[uo]l$/.test(list.name) || !list.hasBox || list.value('list-style-type') !== 'none')
      return false;
    const item = firstItem(element);
    const counter = item ? counterIn(styleOf(item, '::before').content) : '';
    if (counter === '') return false;
    this.counterOf.set(element, counter);
    this.count(element, counter);
    return true;
  }

  /** Returns the number of an item in such a list. */
  numberOf(item: Element): number | undefined {
    const list = parentElement(item);
    const counter = list ? this.counterOf.get(list) : undefined;
    return counter === undefined ? undefined : this.counted.get(counter)?.numbers.get(item);
  }

  /**
   * Computes all numbers of a counter in the element that resets it, which may contain several
   * lists.
   */
  private count(list: Element, counter: string): void {
    let scope = list;
    for (let at: Element | null = list; at; at = parentElement(at)) {
      scope = at;
      if (styleOf(at).reset.has(counter)) break;
    }
    const known = this.counted.get(counter) ?? { numbers: new WeakMap(), scopes: new WeakSet() };
    this.counted.set(counter, known);
    if (known.scopes.has(scope)) return;
    known.scopes.add(scope);
    let value = styleOf(scope).reset.get(counter) ?? 0;
    const inner = new Set<Element>();
    for (const element of queryAll(scope, 'ul, ol, li').slice(0, maxElements)) {
      const around = parentElement(element);
      if (around && inner.has(around)) inner.add(element);
      else if (isList(element)) {
        // An element inside that resets the counter has separate numbers.
        if (element !== list && styleOf(element).reset.has(counter)) inner.add(element);
      } else {
        const own = styleOf(element).increment.get(counter) ?? 0;
        value += own + (styleOf(element, '::before').increment.get(counter) ?? 0);
        known.numbers.set(element, value);
      }
    }
  }

  /** Returns what a style with counters writes before or after an element. */
  shownBy(element: Element, pseudo: Pseudo): string {
    const kind = kindOf(element);
    let labels = this.kinds.get(kind + pseudo);
    if (!labels) {
      const doc = ownerDocument(element);
      if (!doc || this.kinds.size >= maxKinds) return '';
      labels = labelsOf(doc, kind, pseudo);
      this.kinds.set(kind + pseudo, labels);
    }
    return labels.get(element) ?? '';
  }

  /**
   * Returns what counters show before a heading or a caption, with a space after it; '' for
   * nothing.
   */
  labelOf(heading: Rendered): string {
    const { element, name } = heading;
    if (!labelledNames.has(name) || !heading.hasBox) return '';
    if (!styleOf(element, '::before').content.includes('counter')) return '';
    const doc = ownerDocument(element);
    this.headings ??= doc ? headingLabels(doc) : new Map();
    const label = this.headings.get(element)?.trim() ?? '';
    return label === '' ? '' : `${label} `;
  }
}

/** More kinds of elements than any page numbers. */
const maxKinds = 6;

const kindOf = (element: Element): string => `${localName(element)} ${attribute(element, 'class')}`;

/** Returns what counters show before or after all elements of one kind. */
function labelsOf(doc: Document, kind: string, pseudo: Pseudo): ReadonlyMap<Element, string> {
  const values = new Map<string, number>();
  const labels = new Map<Element, string>();
  const all = queryAll(doc, 'body, body *');
  for (const element of all.length > maxElements ? [] : all) {
    const meet = ({ reset, increment, set }: Style): void => {
      for (const [name, value] of reset) values.set(name, value);
      for (const [name, value] of increment) values.set(name, (values.get(name) ?? 0) + value);
      for (const [name, value] of set) values.set(name, value);
    };
    meet(styleOf(element));
    const isAsked = kindOf(element) === kind;
    if (!isAsked && !/^h[1-6]$/.test(localName(element))) continue;
    const shown = styleOf(element, isAsked ? pseudo : '::before');
    meet(shown);
    if (isAsked) labels.set(element, written(shown.content, values));
  }
  return labels;
}

const written = (content: string, values: ReadonlyMap<string, number>): string =>
  [...content.matchAll(parts)]
    .map(([, text, counter, style]) =>
      counter ? inStyle(values.get(counter) ?? 0, style ?? '') : unescaped(text ?? ''),
    )
    .join('');

/** Elements that other text refers to by number. */
const labelledNames = new Set('h1 h2 h3 h4 h5 h6 figcaption caption'.split(' '));
const labelled = [...labelledNames].join(', ');

/** The usual counters for headings are never in one another's scope. */
function headingLabels(doc: Document): ReadonlyMap<Element, string> {
  const values = new Map<string, number>();
  const met = new Set<Element>();
  const labels = new Map<Element, string>();
  const meet = ({ reset, increment }: Style): void => {
    for (const [name, value] of reset) values.set(name, value);
    for (const [name, value] of increment) values.set(name, (values.get(name) ?? 0) + value);
  };
  for (const heading of queryAll(doc, labelled).slice(0, maxElements)) {
    const around: Element[] = [];
    for (let at: Element | null = heading; at && !met.has(at); at = parentElement(at)) {
      met.add(at);
      around.unshift(at);
    }
    for (const element of around) meet(styleOf(element));
    const before = styleOf(heading, '::before');
    meet(before);
    labels.set(heading, written(before.content, values));
  }
  return labels;
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');
