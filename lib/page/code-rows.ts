import { briefText } from './outline/brief-text.ts';
import { Rendered } from './rendered.ts';
import { areBeside } from './row-boxes.ts';
import {
  boxOf,
  firstElementChild,
  nextElement,
  parentElement,
  previousElement,
  textContent,
} from './safe-dom.ts';

/** What an item of a row is in code. */
export type CodeCell =
  /** The number of its line. */
  | 'number'
  /** It begins a line. */
  | 'start'
  /** It continues the line. */
  | 'part'
  /** It is no part of a row. */
  | 'none';

/** Longer than all numbers of a long file. */
const maxNumbers = 200_000;
/** How far the next number may be from one; a row has few cells. */
const maxSteps = 4;
const numbers = /^\s*\d{1,6}(?:\s+\d{1,6})*\s*$/;

function numbersIn(element: Element | null): number[] {
  const text = (element && textContent(element)) ?? '';
  if (text.length > maxNumbers || !numbers.test(text)) return [];
  return text.trim().split(/\s+/).map(Number);
}

const areCounted = (all: readonly number[]): boolean =>
  all.every((each, index) => index === 0 || each === (all[index - 1] ?? 0) + 1);

/** True for line numbers: they count up, within themselves or with those of adjacent rows. */
function isNumberOfLine(element: Element): boolean {
  const own = numbersIn(element);
  const first = own[0];
  if (first === undefined || !areCounted(own)) return false;
  if (own.length > 1) return true;
  const isNext = (other: Element | null, step: number): boolean =>
    numbersIn(other)[0] === first + step;
  for (const [go, step] of [
    [nextElement, 1],
    [previousElement, -1],
  ] as const) {
    let beside = go(element);
    for (let at = 0; beside && at < maxSteps; at++, beside = go(beside)) {
      if (isNext(beside, step)) return true;
    }
    const row = parentElement(element);
    const other = row && go(row);
    if (other && isNext(firstElementChild(other), step)) return true;
  }
  return false;
}

const isBeside = (a: Element | null, b: Element | null): boolean => {
  if (!a || !b) return false;
  const [left, right] = [boxOf(a), boxOf(b)];
  return areBeside(left, right) && left.left < right.left;
};

/** Returns what an item of a row, or a cell by its display, is in a block of code. */
export function codeCell(rendered: Rendered): CodeCell {
  const { element, name, display } = rendered;
  if (name === 'td' || name === 'th' || !rendered.isBlock) return 'none';
  if (display !== 'table-cell' && !rendered.parent?.container.isRow) return 'none';
  if (!rendered.hasBox && rendered.box.height === 0) return 'none';
  const before = previousElement(element);
  const isFirst = !isBeside(before, element);
  if (isFirst) {
    const isNumber = isBeside(element, nextElement(element)) && isNumberOfLine(element);
    return isNumber ? 'number' : 'start';
  }
  const isSecond = !isBeside(before && previousElement(before), before);
  return isSecond && before && isNumberOfLine(before) ? 'start' : 'part';
}

/** How many rows are examined to see if they are lines of code. */
const rowsAsked = 3;

const boxes = new Set('div section figure article center'.split(' '));

/** True for a box whose rows are lines of code, each beside its number, in a monospace font. */
export function isListOfCodeRows({ element, name, isBlock }: Rendered): boolean {
  if (!isBlock || !boxes.has(name)) return false;
  let row = firstElementChild(element);
  let seen = 0;
  for (; row && seen < rowsAsked; row = nextElement(row), seen++) {
    const number = firstElementChild(row);
    const code = number && nextElement(number);
    // This runs for most boxes of a page, so if there are more words than a number has, it examines
    // only the first.
    if (!number || !/^\s*\d{1,6}\s*$/.test(briefText(number) ?? '')) return false;
    const own = numbersIn(number);
    if (!code || nextElement(code) || own.length !== 1) return false;
    if (!isNumberOfLine(number) || !isBeside(number, code)) return false;
    const shown = new Rendered(code);
    if (shown.whiteSpace !== 'kept' || !shown.isMono) return false;
  }
  return seen > 1;
}
