import { Rendered } from './rendered.ts';
import {
  firstChild,
  isElement,
  isText,
  localName,
  nextElement,
  nextSibling,
  parentNode,
  previousElement,
  query,
  textData,
} from './safe-dom.ts';

/**
 * The part of a table that an element is directly in; `header-row`: a row that looks like the
 * columns' names.
 */
export type TablePart = 'none' | 'table' | 'row' | 'header-row';

/** How the page shows an element as a part of a table. */
export interface TableShape {
  /** The HTML element that it represents; '' for none, or for its own. */
  name: string;
  /** What it is to the elements in it. */
  part: TablePart;
}

const tables = new Set(['table', 'grid', 'treegrid']);
const rows = new Set(['row']);
const cells: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
});
const sections: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  'table-row-group': 'tbody',
  'table-header-group': 'thead',
  'table-footer-group': 'tfoot',
  'table-caption': 'caption',
});
const parts = new Set('table thead tbody tfoot tr td th caption colgroup col'.split(' '));

/** How many rows are examined to see if they are rows of a table. */
const enough = 2;

/**
 * Returns the part of a table that an element is, by its name, its role or its display. A box with
 * a table layout counts as a table if at least two rows have at least two cells, because pages also
 * use it for centring.
 */
export function tableShape(rendered: Rendered, around: TablePart): TableShape {
  const { element, display, name, role } = rendered;
  if (name === 'table')
    return { name: '', part: role === 'presentation' || role === 'none' ? 'none' : 'table' };
  if (name === 'tr') {
    return { name: '', part: around === 'table' && namesColumns(element) ? 'header-row' : 'row' };
  }
  if (name === 'td' || name === 'th') {
    return { name: name === 'td' && around === 'header-row' ? 'th' : '', part: 'none' };
  }
  if (parts.has(name)) return { name: '', part: around };
  if (tables.has(role) && query(element, '[role="row"]')) return { name: 'table', part: 'table' };
  if ((display === 'table' || display === 'inline-table') && hasRows(element)) {
    return { name: 'table', part: 'table' };
  }
  if (around === 'table') {
    if (rows.has(role) || display === 'table-row') {
      return { name: 'tr', part: namesColumns(element) ? 'header-row' : 'row' };
    }
    const section = sections[display] ?? (role === 'rowgroup' ? 'tbody' : '');
    return { name: section, part: section === 'caption' ? 'none' : 'table' };
  }
  if (around === 'row' || around === 'header-row') {
    const cell = cells[role] ?? (display === 'table-cell' ? 'td' : undefined);
    if (cell) return { name: around === 'header-row' ? 'th' : cell, part: 'none' };
    return { name: '', part: around };
  }
  return { name: '', part: 'none' };
}

function* elementsIn(parent: Element): Generator<Element> {
  for (let at = firstElement(parent); at; at = nextElement(at)) yield at;
}

function firstElement(parent: Element): Element | null {
  let child = firstChild(parent);
  while (child && !isElement(child)) child = nextSibling(child);
  return child;
}

const displayOf = (element: Element): string => new Rendered(element).display;

function hasRows(table: Element): boolean {
  let found = 0;
  const look = (parent: Element, isGroup: boolean): void => {
    for (const child of elementsIn(parent)) {
      if (found >= enough) return;
      const display = displayOf(child);
      if (display === 'table-row' && hasCells(child)) found++;
      else if (!isGroup && sections[display]) look(child, true);
    }
  };
  look(table, false);
  return found >= enough;
}

function hasCells(row: Element): boolean {
  let found = 0;
  for (const child of elementsIn(row)) {
    if (displayOf(child) === 'table-cell' && ++found >= enough) return true;
  }
  return false;
}

/** The first row, if it is bold and the next one is not. */
function namesColumns(row: Element): boolean {
  if (previousElement(row) !== null) return false;
  const section = parentNode(row);
  if (isElement(section) && isSection(section) && previousElement(section)) return false;
  const next = nextElement(row);
  return next !== null && isBold(row) && !isBold(next);
}

const isSection = (element: Element): boolean =>
  parts.has(localName(element)) ? localName(element) !== 'table' : displayOf(element) in sections;

/** True if all cells of a row are bold, by themselves or through all their content. */
function isBold(row: Element): boolean {
  let cellsSeen = 0;
  for (const cell of elementsIn(row)) {
    let at = cell;
    for (let depth = 0; depth < 3; depth++) {
      const only = firstElement(at);
      if (!only || nextElement(only) || hasText(at)) break;
      at = only;
    }
    if (!new Rendered(at).isBold) return false;
    cellsSeen++;
  }
  return cellsSeen > 1;
}

function hasText(element: Element): boolean {
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (isText(child) && /\S/.test(textData(child))) return true;
  }
  return false;
}
