import { Rendered } from './rendered.ts';
import {
  documentBody,
  firstElementChild,
  localName,
  nextElement,
  ownerDocument,
  query,
  queryAll,
  textContent,
} from './safe-dom.ts';

/** Elements that are a block of code only if the page shows them as one. */
const candidates = new Set(
  'div section article figure center code tt samp kbd span font p'.split(' '),
);
const inlineCode = new Set(['code', 'tt', 'samp', 'kbd']);
/** Elements that code does not contain. */
const prose =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, dl, table, blockquote, pre, img, video, form, [role="row"]';

/**
 * True if the page shows the element as a block of code: in a monospace font, with white space
 * kept, on separate lines. Editors and many sites do not use `pre`.
 */
export function isCodeBlock(rendered: Rendered): boolean {
  const { element, name } = rendered;
  if (!candidates.has(name) && !name.includes('-')) return false;
  const isInline = !rendered.isBlock || rendered.display.startsWith('inline');
  // Styles are expensive to read, so most elements are excluded by cheaper tests.
  if (isInline && !inlineCode.has(name)) return false;
  if (rendered.whiteSpace !== 'kept' || !rendered.isMono) return false;
  if (isInline && !holdsLineEnd(element)) return false;
  if (query(element, prose)) return false;
  // If the whole page uses a monospace font, the font says nothing, unless lines extend beyond the
  // edge.
  if (isPageMono(element) && !isUnwrapped(rendered)) return false;
  return /\S/.test(textContent(element) ?? '');
}

/** How many rows are examined to see if they are lines of code. */
const rowsAsked = 3;

/**
 * True for a table or a list whose rows are lines of code, beside nothing but their numbers.
 */
export function isCodeTable(rendered: Rendered): boolean {
  const { element, name } = rendered;
  if (name === 'ol' || name === 'ul') return isCodeList(rendered);
  if (name !== 'table' || query(element, 'th, caption, table, pre, img')) return false;
  const rows = queryAll(element, 'tr').slice(0, rowsAsked);
  const isUsual = !isPageMono(element);
  return rows.length > 0 && rows.every((row) => isLineOfCode(row, isUsual));
}

function isLineOfCode(row: Element, isUsual: boolean): boolean {
  const cells = queryAll(row, 'td');
  const line = cells.pop();
  if (
    !line ||
    cells.length > 2 ||
    !cells.every((cell) => /^[\s\d]*$/.test(textContent(cell) ?? ''))
  )
    return false;
  return isShownAsCode(line, isUsual);
}

/** True if the cell, or the one element in it that is no inline code, keeps white space in a monospace font. */
function isShownAsCode(cell: Element, isUsual: boolean): boolean {
  const shown = new Rendered(cell);
  if (shown.isMono && shown.whiteSpace === 'kept') return isUsual || isUnwrapped(shown);
  const only = onlyElement(cell);
  return !!only && !inlineCode.has(localName(only)) && isShownAsCode(only, isUsual);
}

function onlyElement(parent: Element): Element | undefined {
  const only = firstElementChild(parent);
  if (!only || nextElement(only)) return undefined;
  return (textContent(parent) ?? '').trim() === (textContent(only) ?? '').trim() ? only : undefined;
}

/** True for a list in a monospace font whose items are lines of code: their numbers are its own. */
function isCodeList(rendered: Rendered): boolean {
  const { element } = rendered;
  if (!rendered.isMono || isPageMono(element)) return false;
  if (query(element, 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, pre, img, a, input')) return false;
  let item = firstElementChild(element);
  let seen = 0;
  for (; item && seen < rowsAsked; item = nextElement(item), seen++) {
    if (localName(item) !== 'li' || !isShownAsCode(item, true)) return false;
  }
  return seen > 1;
}

const holdsLineEnd = (element: Element): boolean =>
  /\S[^\S\n]*\n\s*\S/.test(textContent(element) ?? '');

/** Chromium and Firefox compute `white-space` from its two longhands. */
const isUnwrapped = (rendered: Rendered): boolean =>
  /^(?:pre|preserve nowrap)$/.test(rendered.value('white-space'));

function isPageMono(element: Element): boolean {
  const doc = ownerDocument(element);
  const body = doc && documentBody(doc);
  return !!body && new Rendered(body, null).isMono;
}
