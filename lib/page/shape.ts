import { codeCell, isListOfCodeRows } from './code-rows.ts';
import { isCodeBlock, isCodeTable } from './code-shape.ts';
import { isFramed } from './frame.ts';
import { classTest } from './outline/class-test.ts';
import { hasWords } from './outline/furniture.ts';
import { isListing } from './outline/listing.ts';
import type { Rendered } from './rendered.ts';
import { areBeside, type Box } from './row-boxes.ts';
import {
  attribute,
  boxOf,
  createRange,
  firstChild,
  firstElementChild,
  hasAttribute,
  isElement,
  isText,
  localName,
  nextElement,
  nextSibling,
  ownerDocument,
  previousElement,
  previousSibling,
  query,
  textContent,
  textData,
} from './safe-dom.ts';

import { type TablePart, tableShape } from './table-shape.ts';

/** What is known about an element that is being copied, for its descendants. */
export interface Surroundings {
  rendered: Rendered | undefined;
  /** The element whose font the marks so far express. */
  fontOf: Rendered | undefined;
  /** In code, where white space and blocks are those of lines. */
  isCode: boolean;
  /** In a formula, which is read from its source. */
  isFormula: boolean;
  /** In a box that is one line high, whose parts are side by side. */
  isLine: boolean;
  /** The part of a table that it is directly in. */
  part: TablePart;
}

export const nothingAround: Surroundings = {
  rendered: undefined,
  fontOf: undefined,
  isCode: false,
  isFormula: false,
  isLine: false,
  part: 'none',
};

/** Plain HTML that expresses what the page shows of an element. */
export interface Shape extends Surroundings {
  /** The element that replaces it; '' for its own. */
  name: string;
  /** It gets a `div` around it, because it is separate although its name does not say so. */
  isSetApart: boolean;
  /** Elements inside it, around its whole content: `strong`, `em`, `code` … */
  marks: readonly string[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that are inline unless a style says otherwise. */
const inlineByName = words(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark output q s samp small span strike strong sub sup time tt u var',
);
/** Elements that mean only what their style says. */
const plainInline = words('acronym big font span');
const boxes = words('address article aside center div footer header main nav p section');
const codes = words('pre listing xmp code tt kbd samp');
const strongs = words('b strong');
const emphases = words('i em');
/** Their font says what they are, not what they contain. */
const ownFont = words('a button cite dfn summary var');
/** Their list separates them, wherever a style puts them. */
const items = words('li dt dd');
const structure =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, dl, table, pre, blockquote, hr, figure, video, [role="heading"], [role="list"], [role="table"]';
const inFormula = classTest(/(?:^|\s)(?:katex|MathJax|mwe-math)/);

const byRole: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  list: 'ul',
  listitem: 'li',
  paragraph: 'p',
  blockquote: 'blockquote',
  code: 'code',
  strong: 'strong',
  emphasis: 'em',
  deletion: 'del',
  insertion: 'ins',
  subscript: 'sub',
  superscript: 'sup',
});
const native: Readonly<Record<string, ReadonlySet<string> | undefined>> = Object.assign(
  Object.create(null),
  { list: words('ul ol menu dl'), listitem: words('li dt dd') },
);

/** Returns the element for the role of one whose name says nothing; '' if there is none. */
function nameByRole({ element, name, role }: Rendered): string {
  if (role === '') return '';
  if (role === 'heading') {
    if (/^h[1-6]$/.test(name)) return '';
    const level = Number.parseInt(attribute(element, 'aria-level'), 10);
    return `h${Number.isNaN(level) ? 2 : Math.min(Math.max(level, 1), 6)}`;
  }
  if (native[role]?.has(name)) return '';
  if (role === 'list' && !query(element, ':scope > li, [role="listitem"]')) return '';
  if (role === 'separator') return firstChild(element) ? '' : 'hr';
  return byRole[role] ?? '';
}

function hasOwnWords(element: Element): boolean {
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (isText(child) && /\S/.test(textData(child))) return true;
  }
  return false;
}

/** True if the box contains one line of text, and nothing that needs more. */
function isOneLine(rendered: Rendered): boolean {
  const { top, bottom } = rendered.turned(rendered.box);
  const height = bottom - top;
  if (height === 0) return false;
  const padding =
    (Number.parseFloat(rendered.value('padding-block-start')) || 0) +
    (Number.parseFloat(rendered.value('padding-block-end')) || 0);
  const line = Number.parseFloat(rendered.value('line-height')) || rendered.fontSize * 1.3;
  if (height - padding >= line * 1.9 || query(rendered.element, structure)) return false;
  return height - padding < line * 1.4 || !holdsLines(rendered);
}

/**
 * True if it contains boxes below one another. The height alone does not tell: a box with narrow
 * lines may be no higher than one line with space around it.
 */
function holdsLines(rendered: Rendered): boolean {
  let around = rendered.element;
  let first = firstElementChild(around);
  while (first && !nextElement(first) && !hasOwnWords(around)) {
    around = first;
    first = firstElementChild(around);
  }
  for (let at = first; at; at = nextElement(at)) {
    const next = nextElement(at);
    if (!next) return false;
    const [above, below] = [rendered.turned(boxOf(at)), rendered.turned(boxOf(next))];
    if (!isEmpty(above) && below.top >= above.bottom - 1 && below.bottom > below.top) return true;
  }
  return false;
}

const isEmpty = ({ left, right, top, bottom }: Box): boolean => left === right && top === bottom;

const areSideBySide = (a: Box, b: Box): boolean => isEmpty(a) || isEmpty(b) || areBeside(a, b);

/** More items than most grids have that a style reorders. */
const maxPlaced = 24;

/** True if an item is beside the previous or next one, or alone; in a grid, beside any. */
function isBesideAnother({ element, box, parent }: Rendered): boolean {
  const [before, after] = [previousElement(element), nextElement(element)];
  if (!before && !after) return true;
  const turned = (each: DOMRect): Box => parent?.turned(each) ?? each;
  const own = turned(box);
  const isBeside = (other: Element | null): boolean =>
    other !== null && other !== element && areSideBySide(turned(boxOf(other)), own);
  if (isBeside(before) || isBeside(after)) return true;
  if (!parent || !/grid$/.test(parent.display)) return false;
  let other = firstElementChild(parent.element);
  for (let asked = 0; other && asked < maxPlaced; asked++) {
    if (isBeside(other)) return true;
    other = nextElement(other);
  }
  return false;
}

/** Smaller than a narrow space, in fractions of the font size. */
const narrowGap = 0.2;

const leastGap = ({ fontSize }: Rendered): number => Math.max(fontSize * narrowGap, 2);

/** True if a reader sees a gap between the words in an element and those beside it. */
export function leavesGap(shape: Surroundings, side: 'start' | 'end', isItem: boolean): boolean {
  const { rendered } = shape;
  if (!rendered) return false;
  const { element } = rendered;
  if (isItem) {
    const least = leastGap(rendered);
    const beside = side === 'start' ? previousElement(element) : nextElement(element);
    if (!beside)
      return (Number.parseFloat(rendered.parent?.value('column-gap') ?? '') || 0) > least;
    const around = rendered.parent ?? rendered;
    const [own, other] = [around.turned(rendered.box), around.turned(boxOf(beside))];
    if (isEmpty(own) || isEmpty(other) || !areSideBySide(own, other)) return true;
    return (
      Math.max(own.left, other.left) - Math.min(own.right, other.right) > least / 2 ||
      areWordsApart(rendered, beside)
    );
  }
  const { name } = rendered;
  if (codes.has(name) || name === 'sup' || name === 'sub') return false;
  if (rendered.display !== 'inline' && rendered.isOutOfFlow) {
    // The first letter of a text may be large, and a float.
    const isLetter = (element.textContent ?? '').trim().length <= 2;
    return !isLetter || rendered.value('float') === 'right';
  }
  const margin = Number.parseFloat(rendered.value(`margin-inline-${side}`)) || 0;
  // The padding of an inline box or of a visible box separates words, too.
  const isBox = rendered.display.startsWith('inline-');
  const padded = Number.parseFloat(rendered.value(`padding-inline-${side}`)) || 0;
  const padding = isBox || (padded > 0 && isFramed(rendered, side)) ? padded : 0;
  const gap = margin + padding;
  if (gap > 0 && gap > leastGap(rendered)) return true;
  if (!isBox) return false;
  const step = side === 'start' ? previousSibling : nextSibling;
  let beside = step(element);
  while (beside && !isElement(beside)) {
    if (isText(beside) && /\S/.test(textData(beside))) return false;
    beside = step(beside);
  }
  return beside !== null && areWordsApart(rendered, beside);
}

/** True if there is space between the words of two boxes, which may be wider than their content. */
function areWordsApart(rendered: Rendered, beside: Element): boolean {
  const [words, others] = [wordsBox(rendered.element), wordsBox(beside)];
  if (!words || !others) return false;
  const [own, other] = [rendered.turned(words), rendered.turned(others)];
  if (isEmpty(own) || isEmpty(other) || !areSideBySide(own, other)) return false;
  const [left, right] = own.left < other.left ? [own, other] : [other, own];
  return right.left - left.right > leastGap(rendered);
}

function wordsBox(element: Element): DOMRect | undefined {
  const doc = ownerDocument(element);
  if (!doc) return undefined;
  const range = createRange(doc);
  range.selectNodeContents(element);
  // jsdom has no layout.
  return range.getBoundingClientRect?.();
}

/** True if the element is an item of a row (a flex box, a grid, a row of cells by CSS). */
export function isItemIn(around: Surroundings, rendered: Rendered): boolean {
  return rendered.isBlock && around.rendered?.container.isRow === true;
}

/** True if the element is part of a line, according to its copy. */
export function standsInLine({ name, isSetApart, isLine, rendered }: Shape): boolean {
  if (isSetApart || !rendered || (name === '' && items.has(rendered.name))) return false;
  if (isLine || name === 'span') return true;
  if (name !== '') return inlineByName.has(name);
  return inlineByName.has(rendered.name) || !rendered.isBlock;
}

/** Returns the plain HTML for what the page shows of an element. */
export function shapeOf(rendered: Rendered, around: Surroundings): Shape {
  const { classes, name } = rendered;
  const shape: Shape = {
    rendered,
    fontOf: rendered.isBlock ? rendered : around.fontOf,
    isCode: around.isCode || codes.has(name) || (classes !== '' && isListing(classes)),
    isFormula:
      around.isFormula ||
      name === 'math' ||
      name.startsWith('mjx-') ||
      (classes !== '' && inFormula(classes)),
    isLine: around.isLine,
    part: 'none',
    name: '',
    isSetApart: false,
    marks: [],
  };
  if (shape.isFormula || rendered.display === '') return shape;
  if (!around.isCode && name === 'pre' && isProse(rendered)) {
    shape.isCode = false;
    shape.name = 'div';
    return shape;
  }
  if (
    !around.isCode &&
    (isCodeBlock(rendered) || isCodeTable(rendered) || isListOfCodeRows(rendered))
  ) {
    shape.isCode = true;
    shape.name = 'pre';
    return shape;
  }
  if (!around.isCode) {
    const { name: part, part: within } = tableShape(rendered, around.part);
    shape.part = within;
    shape.name = part || nameByRole(rendered);
    if (part !== '') {
      shape.isLine = false;
      return shape;
    }
  }
  // Its marks are written as the page shows them.
  if (name === 'q' && rendered.hasLayout) shape.name = 'span';
  if (name === 'object') shape.name = rendered.isBlock ? 'div' : 'span';
  if (shape.name === 'code') shape.isCode = true;
  if (shape.name === '') place(shape, rendered, around, name);
  if (!shape.isCode && !around.isCode) mark(shape, rendered, around, name);
  return shape;
}

const proseFont = /\b(?:sans-serif|serif|system-ui|cursive)\b/;

/**
 * True for a `pre` that is used only for its line ends: a letter or a poem, in a proportional font.
 */
function isProse(rendered: Rendered): boolean {
  const { element } = rendered;
  if (
    rendered.isMono ||
    !proseFont.test(rendered.fontFamily) ||
    rendered.whiteSpace === 'collapsed'
  )
    return false;
  return (
    !query(element, 'code, samp, kbd') && !/code|lang|highlight/i.test(attribute(element, 'class'))
  );
}

/** Decides whether it is in the line, or separate, as the page shows it. */
function place(shape: Shape, rendered: Rendered, around: Surroundings, name: string): void {
  const isBox = boxes.has(name) || name.includes('-');
  const isInline = inlineByName.has(name);
  if (!isBox && !isInline) return;
  // A button in the text has words, which are read entirely or in part; code has its own controls.
  // A button without words has those that a style writes, directly after what is before it.
  if (name === 'label' && !firstChild(rendered.element)) shape.name = 'span';
  if (name === 'button' && !around.isCode && hasWords(rendered.element)) shape.name = 'span';
  if (rendered.display === 'list-item' && !around.isCode) {
    if (rendered.value('list-style-type') !== 'none') {
      shape.name = 'li';
      return;
    }
  }
  const isItem = isItemIn(around, rendered);
  if (around.isCode && rendered.isBlock && name !== 'code') {
    const cell = codeCell(rendered);
    if (cell !== 'none') {
      shape.name = cell === 'part' ? 'span' : 'div';
      return;
    }
  }
  const isBeside = isItem && isBesideAnother(rendered);
  if (!rendered.isBlock) {
    if (!isBox) {
      // A box in a line of words is part of it, with all its content.
      const isBoxed =
        (rendered.display === 'inline-flex' || rendered.display === 'inline-grid') &&
        plainInline.has(name);
      if (isBoxed && !query(rendered.element, `${structure}, div`)) shape.isLine = true;
      return;
    }
    const isPart = rendered.display === 'inline' || rendered.display === 'contents';
    if (around.isLine || isPart || isOneLine(rendered)) {
      shape.name = 'span';
      shape.isLine = !isPart || around.isLine;
    }
    return;
  }
  if (isBox) {
    if (around.isLine || (isBeside && isOneLine(rendered))) {
      shape.name = 'span';
      shape.isLine = true;
    } else if (name.includes('-')) shape.name = 'div';
    return;
  }
  if (around.isLine || isBeside || rendered.isOutOfFlow) return;
  if (
    plainInline.has(name) ||
    (around.isCode && name === 'code' && isLineOfCode(rendered.element))
  ) {
    shape.name = 'div';
  } else if (!around.isCode || name === 'a') shape.isSetApart = true;
}

/** It is one of several, one for each line; otherwise it is a whole block. */
function isLineOfCode(element: Element): boolean {
  const besides = [previousElement(element), nextElement(element)];
  return besides.some((beside) => beside && localName(beside) === 'code');
}

/** Adds the marks that the element's font makes, compared with the text around it. */
function mark(shape: Shape, rendered: Rendered, around: Surroundings, name: string): void {
  if (ownFont.has(name)) {
    shape.fontOf = rendered;
    return;
  }
  const isStrong = strongs.has(name);
  if (isStrong || emphases.has(name)) {
    shape.fontOf = rendered;
    const isBare =
      !firstChild(rendered.element) && !(isStrong ? rendered.isBold : rendered.isItalic);
    if (isBare || saysNothing(rendered, around, isStrong)) shape.name = 'span';
    else return;
  } else if (!isMarkable(shape, rendered, name)) return;
  if (!hasOwnWords(rendered.element) || !around.fontOf) return;
  shape.fontOf = rendered;
  const before = around.fontOf;
  let marks: string[] = [];
  if (rendered.isBold && !before.isBold) marks.push('strong');
  if (rendered.isBlock && rendered.isMono && !before.isMono && isTypedCode(rendered.element)) {
    marks.push('code');
  } else if (!rendered.isBlock || shape.isLine) {
    if (rendered.isItalic && !before.isItalic) marks.push('em');
    if (rendered.value('text-decoration-line').includes('line-through')) marks.push('s');
    const raised = rendered.value('vertical-align');
    const isRaised = raised === 'super' || raised === 'sub';
    if (isRaised && rendered.fontSize < before.fontSize)
      marks.push(raised === 'super' ? 'sup' : 'sub');
    if (rendered.isMono && !before.isMono) marks.push('code');
  }
  // This comes last, because finding that there is none requires visiting the element's whole
  // content.
  if (marks.length > 0 && !plainInline.has(shape.name || name) && rendered.isBlock) {
    if (query(rendered.element, `${structure}, div, section, li`)) marks = [];
  }
  shape.marks = marks;
}

/** True for lines that are indented by hand, as code is. */
const isTypedCode = (element: Element): boolean =>
  query(element, 'br') !== undefined && (textContent(element) ?? '').includes('\u00a0\u00a0');

/**
 * True for elements that can be a mark by their style: spans, and paragraphs (of only words, as
 * `mark` ensures).
 */
function isMarkable(shape: Shape, rendered: Rendered, name: string): boolean {
  if (shape.name !== '' && !/^(?:div|span|p)$/.test(shape.name)) return false;
  if (plainInline.has(shape.name || name)) return true;
  if (!rendered.isBlock) return inlineByName.has(name);
  return name === 'p' || name === 'div' || shape.name === 'div';
}

/**
 * True for a `b` or `i` that looks like the text around it because of its style (Google Docs wraps
 * everything it copies in one).
 */
function saysNothing(rendered: Rendered, around: Surroundings, isStrong: boolean): boolean {
  const { element } = rendered;
  if (isStrong ? rendered.isBold : rendered.isItalic) return false;
  if (!hasAttribute(element, 'style') && !hasAttribute(element, 'class')) return false;
  const before = around.rendered;
  if (!before) return false;
  return (
    rendered.fontFamily === before.fontFamily && rendered.value('color') === before.value('color')
  );
}
